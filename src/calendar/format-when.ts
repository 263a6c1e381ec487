import { type CalendarDate, dayNumber, weekdayOf, yearMonthDay } from './calendar-date.ts';
import type { CalendarLanguage } from './holidays/holiday.ts';
import { dateIn, minutesOf, type TimeOfDay, timeIn } from './zone.ts';

/** A day, an instant (shown in the reader's zone), or a day with a wall-clock time. */
export type When = CalendarDate | Date | { on: CalendarDate; time?: TimeOfDay | undefined };

/** `short`: 'tomorrow 15:00'; `full`: 'tomorrow, Wed 25 Nov, 15:00', for showing back what was understood; `date`: 'Wed 25 Nov 15:00'. */
export type WhenStyle = 'short' | 'full' | 'date';

export type FormatWhenOptions = { zone: string; now: Date; language: CalendarLanguage; style?: WhenStyle };

type Phrasing = {
  /** Words for days near today, by their distance. */
  near: Readonly<Record<number, string>>;
  date: (on: CalendarDate, withYear: boolean) => string;
  time: (time: TimeOfDay) => string;
  both: (near: string, date: string) => string;
  join: (day: string, time: string, style: WhenStyle) => string;
};

/** Farther away than this the year is said as well. */
const YEAR_AFTER_DAYS = 183;

const EN_WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const PHRASINGS: Readonly<Record<CalendarLanguage, Phrasing>> = {
  en: {
    near: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
    date: (on, withYear) => {
      const { year, month, day } = yearMonthDay(on);
      return `${EN_WEEKDAYS[weekdayOf(on)]} ${day} ${EN_MONTHS[month]}${withYear ? ` ${year}` : ''}`;
    },
    time: (time) => time,
    both: (near, date) => `${near}, ${date}`,
    join: (day, time, style) => (style === 'full' ? `${day}, ${time}` : `${day} ${time}`),
  },
  ko: {
    near: { [-1]: '어제', 0: '오늘', 1: '내일', 2: '모레' },
    date: (on, withYear) => {
      const { year, month, day } = yearMonthDay(on);
      return `${withYear ? `${year}년 ` : ''}${month}월 ${day}일(${'월화수목금토일'[weekdayOf(on) - 1]})`;
    },
    time: koreanTime,
    both: (near, date) => `${near} ${date}`,
    join: (day, time) => `${day} ${time}`,
  },
  zh: {
    near: { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
    date: (on, withYear) => {
      const { year, month, day } = yearMonthDay(on);
      return `${withYear ? `${year}年` : ''}${month}月${day}日(周${'一二三四五六日'[weekdayOf(on) - 1]})`;
    },
    time: chineseTime,
    both: (near, date) => `${near} ${date}`,
    join: (day, time) => `${day}${time}`,
  },
};

/** How a date is said to a person: 'tomorrow 15:00', '12월 1일(화) 오후 3시', '12月1日(周二)下午3点'. */
export function formatWhen(when: When, { zone, now, language, style = 'short' }: FormatWhenOptions): string {
  const { on, time } = partsOf(when, zone);
  const phrasing = PHRASINGS[language];
  const distance = dayNumber(on) - dayNumber(dateIn(zone, now));
  const near = style === 'date' ? undefined : phrasing.near[distance];
  const day = dayPhrase(on, near, Math.abs(distance) > YEAR_AFTER_DAYS, phrasing, style);
  return time === undefined ? day : phrasing.join(day, phrasing.time(time), style);
}

/** A time of day by itself: '15:00', '오후 3시', '下午3点'. */
export function formatTime(time: TimeOfDay, language: CalendarLanguage): string {
  return PHRASINGS[language].time(time);
}

function partsOf(when: When, zone: string): { on: CalendarDate; time?: TimeOfDay | undefined } {
  if (typeof when === 'string') return { on: when };
  return when instanceof Date ? { on: dateIn(zone, when), time: timeIn(zone, when) } : when;
}

function dayPhrase(on: CalendarDate, near: string | undefined, withYear: boolean, phrasing: Phrasing, style: WhenStyle): string {
  if (near === undefined) return phrasing.date(on, withYear);
  return style === 'full' ? phrasing.both(near, phrasing.date(on, withYear)) : near;
}

function koreanTime(time: TimeOfDay): string {
  const hour = Math.floor(minutesOf(time) / 60);
  const minute = minutesOf(time) % 60;
  if (minute === 0 && hour === 12) return '낮 12시';
  if (minute === 0 && hour === 0) return '밤 12시';
  const half = hour < 12 ? '오전' : '오후';
  return `${half} ${hour > 12 ? hour - 12 : hour}시${minute === 0 ? '' : ` ${minute}분`}`;
}

function chineseTime(time: TimeOfDay): string {
  const hour = Math.floor(minutesOf(time) / 60);
  const clock = hour > 12 ? hour - 12 : hour;
  return `${chinesePart(hour)}${time.endsWith(':00') ? `${clock}点` : `${clock}${time.slice(2)}`}`;
}

function chinesePart(hour: number): string {
  if (hour < 6) return '凌晨';
  if (hour < 9) return '早上';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}
