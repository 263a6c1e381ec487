import { clockOf } from './clock.ts';
import {
  comingWeekday,
  dayAfter,
  dayOfMonth,
  dayOfMonthAfter,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  endOfYear,
  monthDay,
  monthsAfter,
  weekdayOfWeek,
  yearDate,
} from './days-ahead.ts';
import { type Grammar, type PartOfDay, type Reading, type Rule, scanRules } from './mention.ts';
import { chineseNumber, chineseYear } from './number-words.ts';
import { simplified } from './simplified.ts';

const HAN = '零〇一二两三四五六七八九十';
const NUMBER = `(\\d{1,3}|[${HAN}]{1,3})`;
const WEEK_WORD = '(?:周|星期|礼拜)';
const WEEKDAY = '([一二三四五六日天末1-7])';

/**
 * What can follow a short date word in a sentence. Anything else may be a name or another word: 周五金 and 周六福 are names,
 * 三点建议 are three points, 3号楼 is a house.
 */
const FOLLOWS =
  '(?=$|[^\\p{Script=Han}]|[前之以内上下早中晚凌傍夜清正左再打给回去见联跟提拜发交送签约到来要会开我他她你您和与或就先可能有是请通电寄催问处安])';

const NEAR: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };

const PARTS: Readonly<Record<string, PartOfDay>> = {
  凌晨: 'dawn',
  清晨: 'morning',
  早上: 'morning',
  早晨: 'morning',
  早: 'morning',
  上午: 'morning',
  中午: 'noon',
  正午: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  晚: 'evening',
  夜里: 'night',
  夜: 'night',
  半夜: 'night',
};
const PART = '(凌晨|清晨|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|夜里|半夜|早|晚)';
/** '9点20', 九点二十, 九点零五; a lone figure behind the hour belongs to the next word. */
const MINUTES = `钟|整|半|一刻|三刻|(?:\\d{1,2}|[${HAN}]{1,3})分|\\d\\d|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]`;
const DIRECTION = '(之后|以后|后|之内|以内|内|之前|以前|前)';

function counted(direction: string | undefined, ahead: (sign: 1 | -1) => Reading['days']): Reading {
  return { days: ahead(direction?.includes('前') ? -1 : 1), by: direction?.includes('内') ?? false };
}

function weekdayNumber(name: string | undefined): number {
  if (name === '末') return 6;
  return name === '天' || name === '日' ? 7 : chineseNumber(name ?? '');
}

/** How many weeks ahead: 下下 is two, 上 is minus one, 这 and 本 are this week. */
function weeksOf(prefix: string): number {
  if (prefix.startsWith('下')) return prefix.length;
  return prefix.startsWith('上') ? -prefix.length : 0;
}

const rules: readonly Rule[] = [
  {
    pattern: /(大前|大后|昨|今|明|后|(?<!之|以|目|先|从)前)(?:天|儿(?![子童女]))|([昨今明])日(?!头|之星)/g,
    read: (match, { today }) => {
      const days = NEAR[match[1] ?? match[2] ?? ''] ?? 0;
      return { days: dayAfter(today, days), today: days === 0 };
    },
  },
  {
    // 今晚, 明早: the part of the day stays with the hour behind it (今晚八点).
    pattern: /[昨今明后](?=(?:晚|早|夜)(?!已))/g,
    read: ([near], { today }) => ({ days: dayAfter(today, NEAR[near] ?? 0) }),
  },
  {
    pattern: /(?<=[昨今明后])(晚上|晚|早上|早|夜里|夜)(?!已)/g,
    read: ([, part]) => ({ days: [], part: PARTS[part ?? ''], weak: true }),
  },
  {
    pattern: new RegExp(`[(（]${WEEK_WORD}${WEEKDAY}[)）]`, 'g'),
    read: ([, name], { today }) => ({ days: [comingWeekday(today, weekdayNumber(name))], weekday: true, weak: true }),
  },
  {
    pattern: new RegExp(`(下+|上+|这个?|本)个?${WEEK_WORD}${WEEKDAY}(?!周)`, 'g'),
    read: ([, prefix, name], { today }) => ({
      days: [weekdayOfWeek(today, weeksOf((prefix ?? '').replace('个', '')), weekdayNumber(name))],
    }),
  },
  {
    pattern: new RegExp(`(?<![每双单${HAN}\\d下上这本个])(?:周${WEEKDAY}${FOLLOWS}|(?:星期|礼拜)${WEEKDAY})`, 'gu'),
    read: ([, short, long], { today }) => ({
      days: [comingWeekday(today, weekdayNumber(short ?? long))],
      weekday: (short ?? long) !== '末',
    }),
  },
  {
    pattern: new RegExp(`(下+|上+|这|本)个?${WEEK_WORD}(之内|以内|内|底)?(?![一二三四五六日天末1-7])`, 'g'),
    read: ([, prefix, within], { today }) => {
      const weeks = weeksOf(prefix ?? '');
      if (weeks === 0) return within ? { days: [endOfWeek(today)], by: true } : undefined;
      return { days: [weekdayOfWeek(today, weeks, within ? 5 : 1)], by: Boolean(within) };
    },
  },
  {
    pattern: new RegExp(`(?<![第\\d.${HAN}])${NUMBER}天${DIRECTION}(?!台)`, 'g'),
    read: ([, count, direction], { today }) => counted(direction, (sign) => dayAfter(today, sign * chineseNumber(count ?? ''))),
  },
  {
    pattern: new RegExp(`再?过${NUMBER}(天|个?(?:周|星期|礼拜)|个月)`, 'g'),
    read: ([, count, unit = ''], { today }) => ({ days: spanAhead(today, chineseNumber(count ?? ''), unit) }),
  },
  {
    pattern: new RegExp(`(?<![第\\d.${HAN}])${NUMBER}个?${WEEK_WORD}${DIRECTION}`, 'g'),
    read: ([, count, direction], { today }) =>
      counted(direction, (sign) => dayAfter(today, sign * 7 * chineseNumber(count ?? ''))),
  },
  {
    pattern: new RegExp(`(?<![第\\d.${HAN}])(?:${NUMBER}个月|(半)年|${NUMBER}年)${DIRECTION}`, 'g'),
    read: ([, months, half, years, direction], { today }) =>
      counted(direction, (sign) =>
        monthsAfter(today, sign * (half ? 6 : months ? chineseNumber(months) : 12 * chineseNumber(years ?? ''))),
      ),
  },
  {
    pattern: new RegExp(`半个月${DIRECTION}`, 'g'),
    read: ([, direction], { today }) => counted(direction, (sign) => dayAfter(today, sign * 15)),
  },
  {
    pattern: new RegExp(
      `(?<![第\\d.${HAN}])(?:${NUMBER}个?(半)?(?:小时|钟头)|(半)个?(?:小时|钟头)|${NUMBER}分钟)(之后|以后|后|之前|以前|前)`,
      'g',
    ),
    read: ([, hours, andHalf, half, minutes, direction], { now }) => {
      const span = half ? 30 : hours ? chineseNumber(hours) * 60 + (andHalf ? 30 : 0) : chineseNumber(minutes ?? '');
      if (!Number.isFinite(span)) return undefined;
      return { days: [], instant: new Date(now.getTime() + span * 60_000 * (direction?.includes('前') ? -1 : 1)) };
    },
  },
  {
    pattern: new RegExp(
      `(?:(\\d{4}|[${HAN}]{4})年|(今|明|后|去)年)?(?<![\\d.第])${NUMBER}月(?:份)?${NUMBER}(?:日|号(?![楼线机店门院桌]))`,
      'g',
    ),
    read: ([, year, near, monthText = '', dayText = ''], { today }) => {
      const [month, day] = [chineseNumber(monthText), chineseNumber(dayText)];
      const of = near ? Number(today.slice(0, 4)) + ({ 去: -1, 今: 0, 明: 1, 后: 2 }[near] ?? 0) : year && chineseYear(year);
      return { days: of ? yearDate(of, month, day) : monthDay(today, month, day) };
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.第个])${NUMBER}月份?(底|末|初|中旬)`, 'g'),
    read: ([, text = '', where = ''], { today }) => {
      const month = chineseNumber(text);
      if (where === '底' || where === '末') return { days: endOfNamedMonth(today, month) };
      return { days: monthDay(today, month, where === '初' ? 1 : 15) };
    },
  },
  {
    pattern: new RegExp(`(下+|上|这|本)个?月(?:份)?(?:${NUMBER}[日号]|(底|末|初|中旬))?`, 'g'),
    read: ([, prefix = '', dayText, where], { today }) => {
      const months = weeksOf(prefix);
      if (!dayText && !where && months === 0) return undefined;
      if (where === '底' || where === '末') return { days: [endOfMonth(today, months)] };
      return { days: dayOfMonthAfter(today, months, dayText ? chineseNumber(dayText) : where === '中旬' ? 15 : 1) };
    },
  },
  {
    pattern: /(?<![\d一二三四五六七八九十下上这本个])月(?:底|末)/g,
    read: (_match, { today }) => ({ days: [endOfMonth(today, 0)] }),
  },
  {
    pattern: /(?<![\d一二三四五六七八九十下上这本个])月初/g,
    read: (_match, { today }) => ({ days: dayOfMonthAfter(today, 1, 1) }),
  },
  { pattern: /(明)?年(?:底|末)/g, read: ([, next], { today }) => ({ days: [endOfYear(today, next ? 1 : 0)] }) },
  {
    pattern: new RegExp(`(?<![\\d.第月份${HAN}A-Za-z#])${NUMBER}号${FOLLOWS}`, 'gu'),
    read: ([, day], { today }) => ({ days: dayOfMonth(today, chineseNumber(day ?? '')) }),
  },
  {
    pattern: new RegExp(
      `${PART}?(?<![第几差晚早快慢\\d.:]|[有多少大小高低好]一?)(?:(\\d{1,2})(?:点|时)|([${HAN}]{1,3})点)(${MINUTES})?${FOLLOWS}`,
      'gu',
    ),
    read: (match) => {
      const [, part, figures, words, rest] = match;
      // 一点 by itself is 'a little'.
      if (words === '一' && !part && !rest) return undefined;
      const clock = clockOf(chineseNumber(figures ?? words ?? ''), minutesOfRest(rest), part ? PARTS[part] : undefined);
      return clock && { days: [], clock };
    },
  },
  {
    pattern: new RegExp(`${PART}(?:的)?(?:(\\d{1,2})(?:点|时)|([${HAN}]{1,3})点)(${MINUTES})?`, 'g'),
    read: ([, part = '', figures, words, rest]) => {
      const clock = clockOf(chineseNumber(figures ?? words ?? ''), minutesOfRest(rest), PARTS[part]);
      return clock && { days: [], clock };
    },
  },
  {
    pattern: new RegExp(`${PART}\\s?(\\d{1,2}):(\\d\\d)(?!\\d)`, 'g'),
    read: ([, part = '', hour, minute]) => {
      const clock = clockOf(Number(hour), Number(minute), PARTS[part]);
      return clock && { days: [], clock };
    },
  },
  {
    pattern: /凌晨|清晨|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|夜里|半夜/g,
    read: ([word]) => ({ days: [], part: PARTS[word], weak: true }),
  },
];

function minutesOfRest(rest: string | undefined): number {
  if (!rest || rest === '钟' || rest === '整') return 0;
  if (rest === '半') return 30;
  if (rest === '一刻') return 15;
  return rest === '三刻' ? 45 : chineseNumber(rest.replace(/分$/, '').replace(/^[零〇](?=.)/, ''));
}

function spanAhead(today: string, count: number, unit: string): Reading['days'] {
  if (!Number.isFinite(count)) return [];
  if (unit === '天') return dayAfter(today, count);
  return unit === '个月' ? monthsAfter(today, count) : dayAfter(today, count * 7);
}

/** Both scripts. Weeks begin on Monday: 下周二 is the Tuesday of the week after this one; 周二 alone is the next one after today. */
export const chinese: Grammar = {
  scan: (text, reference) => scanRules(rules, simplified(text), reference),
  head: /(?:截至|截止到?|在|于|到)\s*$/,
  tail: /^\s*(?:之前|以前|(?:前|前)(?![台面往任妻夫期景])|之内|以内|內|内|左右|(?:的)?时候|的(?=$|\s))/,
  deadline: /前|内|內|截|到/,
};
