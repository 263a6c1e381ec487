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
  pastWeekday,
  weekdayOfWeek,
  yearDate,
} from './days-ahead.ts';
import { type Grammar, type PartOfDay, type Reading, type Rule, scanRules } from './mention.ts';
import { KOREAN_DAYS, koreanNumber } from './number-words.ts';

const WEEKDAYS = '월화수목금토일';
const SINO = '[일이삼사오육칠팔구십]{1,3}';
const HOURS = '\\d{1,2}|열두|열한|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열';
const DAY_WORDS = Object.keys(KOREAN_DAYS).join('|');
/** No Hangul before: '안내일정' is no '내일', '제 1시험' no hour. */
const ALONE = '(?<![가-힣])';
/** After the word only a particle or nothing. */
const ENDS =
  '(?=(?:\\s*(?:까지|전까지|이전|안에|안으로|내로|중에|중으로))|(?:에는|에도|에|쯤|경|부터|날|은|는|로|으로|이|정도)(?![가-힣])|에?\\s*(?:오전|오후|아침|점심|저녁|새벽|밤)|[^가-힣]|$)';

const NEAR: Readonly<Record<string, number>> = {
  오늘: 0,
  금일: 0,
  내일: 1,
  낼: 1,
  명일: 1,
  익일: 1,
  모레: 2,
  내일모레: 2,
  글피: 3,
  그글피: 4,
  어제: -1,
  그제: -2,
  그저께: -2,
  엊그제: -2,
};

const WEEKS: Readonly<Record<string, number>> = {
  지지난주: -2,
  저저번주: -2,
  지난주: -1,
  저번주: -1,
  이번주: 0,
  금주: 0,
  다음주: 1,
  담주: 1,
  차주: 1,
  내주: 1,
  다다음주: 2,
  다담주: 2,
};

const PARTS: Readonly<Record<string, PartOfDay>> = {
  새벽: 'dawn',
  아침: 'morning',
  오전: 'morning',
  점심: 'noon',
  낮: 'noon',
  오후: 'afternoon',
  저녁: 'evening',
  밤: 'night',
};

const MONTHS: Readonly<Record<string, number>> = { 지난달: -1, 이번달: 0, 이달: 0, 다음달: 1, 담달: 1, 내달: 1, 다다음달: 2 };

const WEEK = '(지지난|저저번|지난|저번|이번|다다음|다음|다담|담)\\s*주|(금주|차주|내주)';
const AFTER = '뒤|후|이후|있다가?|지나서';
const WITHIN = '안에|안으로|내에|내로|이내에?|이내로';

const weekOf = (match: RegExpExecArray) => WEEKS[match[2] ?? `${match[1]}주`] ?? 0;
const weekdayNumber = (name: string | undefined) => WEEKDAYS.indexOf(name ?? '') + 1;

/** A span counted from today by its direction word. */
function counted(direction: string | undefined, ahead: (sign: 1 | -1) => Reading['days']): Reading {
  return { days: ahead(direction === '전' ? -1 : 1), by: direction ? /^(?:안|내|이내)/.test(direction) : false };
}

const rules: readonly Rule[] = [
  {
    pattern: new RegExp(
      `${ALONE}(내일모레|그글피|글피|모레|내일|낼|명일|익일|오늘|금일|엊그제|그저께|그제|어제)(?!모레|모래|이면|처럼|날씨)`,
      'g',
    ),
    read: ([word], { today }) => ({ days: dayAfter(today, NEAR[word] ?? 0), today: NEAR[word] === 0 }),
  },
  {
    pattern: new RegExp(`(?:${WEEK})\\s*(?:의\\s*)?([${WEEKDAYS}])(?:요일|욜|${ENDS})`, 'g'),
    read: (match, { today }) => ({ days: [weekdayOfWeek(today, weekOf(match), weekdayNumber(match[3]))] }),
  },
  {
    pattern: new RegExp(`(매주\\s*)?(?:(오는|돌아오는|다음|이번|지난)\\s*)?([${WEEKDAYS}])(?:요일|욜)(?!마다)`, 'g'),
    read: (match, { today }) => {
      const weekday = weekdayNumber(match[3]);
      if (match[1]) return undefined;
      return { days: [match[2] === '지난' ? pastWeekday(today, weekday) : comingWeekday(today, weekday)], weekday: !match[2] };
    },
  },
  {
    // The weekday in brackets behind a date: '12월 3일(목)'.
    pattern: new RegExp(`[(（]([${WEEKDAYS}])(?:요일)?[)）]`, 'g'),
    read: ([, name], { today }) => ({ days: [comingWeekday(today, weekdayNumber(name))], weekday: true, weak: true }),
  },
  {
    pattern: new RegExp(`(?:${WEEK})\\s*주?말`, 'g'),
    read: (match, { today }) => ({ days: [weekdayOfWeek(today, weekOf(match), match[0].endsWith('주말') ? 6 : 5)] }),
  },
  {
    pattern: new RegExp(`${ALONE}주말${ENDS}`, 'g'),
    read: (_match, { today }) => ({ days: [comingWeekday(today, 6)] }),
  },
  {
    pattern: new RegExp(`(?:${WEEK})(?:\\s*(초|중반)(?![가-힣]))?`, 'g'),
    read: (match, { today }) => {
      const weeks = weekOf(match);
      const rest = match.input.slice(match.index + match[0].length);
      const within = /^\s*(?:까지|안에|안으로|내로|중에|중으로|이내)/.test(rest);
      // 'This week' alone tells of what has been; as a deadline a week ends on Friday.
      if (weeks === 0) return within ? { days: [endOfWeek(today)] } : undefined;
      return { days: [weekdayOfWeek(today, weeks, match[3] === '중반' ? 3 : within ? 5 : 1)] };
    },
  },
  {
    pattern: new RegExp(`(?:(?<![\\d.])(\\d{1,3})|${ALONE}(${SINO}))\\s*일\\s*(${AFTER}|${WITHIN}|전(?!까지|화|달))`, 'g'),
    read: ([, figures, words, direction], { today }) =>
      counted(direction, (sign) => dayAfter(today, sign * koreanNumber(figures ?? words ?? ''))),
  },
  {
    pattern: new RegExp(`${ALONE}(${DAY_WORDS})\\s*(${AFTER}|${WITHIN}|전(?!까지|화|달))`, 'g'),
    read: ([, word, direction], { today }) =>
      counted(direction, (sign) => dayAfter(today, sign * (KOREAN_DAYS[word ?? ''] ?? 0))),
  },
  {
    pattern: new RegExp(
      `(?:(?<![\\d.])(\\d{1,2})|${ALONE}([일이삼사한두세네]))\\s*주(?:일|간)?\\s*(${AFTER}|${WITHIN}|전(?!까지|화|달))`,
      'g',
    ),
    read: ([, figures, words, direction], { today }) =>
      counted(direction, (sign) => dayAfter(today, sign * 7 * koreanNumber(figures ?? words ?? ''))),
  },
  {
    pattern: new RegExp(
      `(?:(?<![\\d.])(\\d{1,2})\\s*(?:개월|달)|${ALONE}(한|두|세|네|다섯|여섯)\\s*달|${ALONE}(반)\\s*년)\\s*(${AFTER}|${WITHIN}|전(?!까지|화))`,
      'g',
    ),
    read: ([, figures, words, half, direction], { today }) =>
      counted(direction, (sign) => monthsAfter(today, sign * (half ? 6 : koreanNumber(figures ?? words ?? '')))),
  },
  {
    pattern: new RegExp(`(?:(?<![\\d.])(\\d{1,2})|${ALONE}(일|이|삼))\\s*년\\s*(${AFTER})`, 'g'),
    read: ([, figures, words], { today }) => ({ days: monthsAfter(today, 12 * koreanNumber(figures ?? words ?? '')) }),
  },
  {
    pattern: new RegExp(`(?:(?<![\\d.])(\\d{1,2})|${ALONE}(${HOURS}))\\s*시간(\\s*반)?\\s*(${AFTER}|전)`, 'g'),
    read: ([, figures, words, half, direction], { now }) =>
      fromNow(now, (koreanNumber(figures ?? words ?? '') * 60 + (half ? 30 : 0)) * (direction === '전' ? -1 : 1)),
  },
  {
    pattern: new RegExp(`(?<![\\d.])(\\d{1,3})\\s*분\\s*(${AFTER}|전)(?![가-힣]{2})`, 'g'),
    read: ([, figures, direction], { now }) => fromNow(now, Number(figures) * (direction === '전' ? -1 : 1)),
  },
  {
    pattern: new RegExp(
      `(?:(?:(?<!\\d)(\\d{4}|\\d\\d)\\s*년|(내년|올해|작년))\\s*)?(?:(?<![\\d.])(\\d{1,2})|${ALONE}(일|이|삼|사|오|유|칠|팔|구|시|십일|십이))\\s*월\\s*(?:(\\d{1,2})|(${SINO}))\\s*일(?!\\s*(?:간|동안))`,
      'g',
    ),
    read: ([, year, near, monthFigures, monthWords, dayFigures, dayWords], { today }) => {
      const month = koreanNumber(monthFigures ?? monthWords ?? '');
      const day = koreanNumber(dayFigures ?? dayWords ?? '');
      const of = near
        ? Number(today.slice(0, 4)) + ({ 내년: 1, 올해: 0, 작년: -1 }[near] ?? 0)
        : year && Number(year.length === 2 ? `20${year}` : year);
      return { days: of ? yearDate(of, month, day) : monthDay(today, month, day) };
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.])(\\d{1,2})\\s*월\\s*(초|중순|말)${ENDS}`, 'g'),
    read: ([, month, where], { today }) => ({
      days: where === '말' ? endOfNamedMonth(today, Number(month)) : monthDay(today, Number(month), where === '초' ? 1 : 15),
    }),
  },
  {
    pattern:
      /(지난|이번|다다음|다음)\s*달(?:\s*(?:(\d{1,2})\s*일|(초|중순|말)))?|(이달|담달|내달)(?:\s*(?:(\d{1,2})\s*일|(초|중순|말)))?/g,
    read: (match, { today }) => {
      const months = MONTHS[match[4] ?? `${match[1]}달`] ?? 0;
      const day = match[2] ?? match[5];
      const where = match[3] ?? match[6];
      if (!day && !where && months === 0) return undefined;
      if (where === '말') return { days: [endOfMonth(today, months)] };
      return { days: dayOfMonthAfter(today, months, day ? Number(day) : where === '중순' ? 15 : 1) };
    },
  },
  { pattern: new RegExp(`${ALONE}(?:월말|말일)`, 'g'), read: (_match, { today }) => ({ days: [endOfMonth(today, 0)] }) },
  { pattern: new RegExp(`${ALONE}월초${ENDS}`, 'g'), read: (_match, { today }) => ({ days: dayOfMonthAfter(today, 1, 1) }) },
  { pattern: new RegExp(`${ALONE}연말${ENDS}`, 'g'), read: (_match, { today }) => ({ days: [endOfYear(today)] }) },
  {
    // '12.3(목)': figures with a point are a date only with their weekday.
    pattern: new RegExp(`(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.?\\s?(?=[(（][${WEEKDAYS}](?:요일)?[)）])`, 'g'),
    read: ([, month, day], { today }) => ({ days: monthDay(today, Number(month), Number(day)) }),
  },
  {
    // A day of the month by itself needs its particle: '3일 걸림' is a duration.
    pattern:
      /(?<![\d.월년/])(?<!월\s)(\d{1,2})일(?=\s*(?:까지|전까지)|(?:에는|에|쯤|날|부터)(?![가-힣])|\s*\([월화수목금토일]\)|\s*(?:오전|오후|아침|저녁|\d{1,2}시(?!간))|\s*$)/g,
    read: ([, day], { today }) => ({ days: dayOfMonth(today, Number(day)) }),
  },
  {
    pattern: new RegExp(
      `(?:(새벽|아침|오전|점심|낮|오후|저녁|밤)에?\\s*)?(?:(?<![\\d.:])(\\d{1,2})|(?<![가-힣])(${HOURS}))\\s*시(?!간)(?:\\s*(?:(\\d{1,2})\\s*분|(반)|(삼십)\\s*분))?(?![가-힣]*시리즈)${ENDS}`,
      'g',
    ),
    read: ([, part, figures, words, minutes, half, thirty], _reference) => {
      const minute = minutes ? Number(minutes) : half || thirty ? 30 : 0;
      const clock = clockOf(koreanNumber(figures ?? words ?? ''), minute, part ? PARTS[part] : undefined);
      return clock && { days: [], clock };
    },
  },
  {
    pattern: /(새벽|아침|오전|점심|낮|오후|저녁|밤)에?\s*(\d{1,2}):(\d\d)(?!\d)/g,
    read: ([, part, hour, minute]) => {
      const clock = clockOf(Number(hour), Number(minute), PARTS[part ?? '']);
      return clock && { days: [], clock };
    },
  },
  { pattern: new RegExp(`${ALONE}정오${ENDS}`, 'g'), read: () => ({ days: [], clock: { minutes: 720, firm: true } }) },
  { pattern: new RegExp(`${ALONE}자정${ENDS}`, 'g'), read: () => ({ days: [], clock: { minutes: 1440, firm: true } }) },
  {
    // '오늘밤' and '금요일저녁' are written in one.
    pattern: new RegExp(
      `(?<=^|[^가-힣]|오늘|내일|모레|요일|욜)(새벽|아침|오전|점심|낮|오후|저녁|밤)(?:\\s*(?:시간|때))?${ENDS}`,
      'g',
    ),
    read: ([, part]) => ({ days: [], part: PARTS[part ?? ''], weak: true }),
  },
];

function fromNow(now: Date, minutes: number): Reading | undefined {
  return Number.isFinite(minutes) ? { days: [], instant: new Date(now.getTime() + minutes * 60_000) } : undefined;
}

/** Weeks begin on Monday: '다음 주 화요일' is the Tuesday of the week after this one; a weekday alone is the next one after today. */
export const korean: Grammar = {
  scan: (text, reference) => scanRules(rules, text, reference),
  head: /(?!)/,
  tail: /^(?:\s*(?:전까지|까지|이전까지|이전|전)(?:는|도|만|요|에|에는)?|\s*(?:안에|안으로|내로|중에|중으로)|\s*(?:쯤에?|경에?)|부터|날|에는|에도|에|은|는|으로|로|정도에?)(?![가-힣])/,
  deadline: /전|까지|안|내로|중/,
};
