import { type CalendarDate, type DateOrder, readDate } from './read-date.ts';

/** A birthday, and whether its month and day are those of the lunar calendar. */
export interface Birthday {
  readonly on: CalendarDate;
  readonly lunar: boolean;
}

const lunarWords = '음력|陰曆|阴历|農曆|农历|旧历|舊曆|lunar';
const solarWords = '양력|陽曆|阳历|公历|西历|國曆|国历|新历|solar|gregorian';
const bracketed = (word: string) => new RegExp(`[(（［\\[]?\\s*(?:${word})\\s*[:：]?\\s*[)）］\\]]?`, 'iu');
const LUNAR = bracketed(lunarWords);
const SOLAR = bracketed(solarWords);
/** Koreans also write 음 and 양 in brackets. */
const SHORT = /[(（［[]\s*([음양])\s*[)）］\]]/u;

/** Reads a birthday as people write it, `1980-05-03 (음력)` or `农历1980年5月3日`; undefined where it is none. */
export function readBirthday(value: string, order: DateOrder, zone: string): Birthday | undefined {
  const text = value.normalize('NFKC');
  const short = SHORT.exec(text)?.[1];
  const lunar = short === '음' || LUNAR.test(text);
  const day = text.replace(SHORT, ' ').replace(LUNAR, ' ').replace(SOLAR, ' ').trim();
  const on = readDate(day, order, zone);
  return on === undefined ? undefined : { on, lunar };
}

const MARKED = new RegExp(`^(?:${lunarWords}|음|lunar birthday|l|o|y|yes|true|1|예|是)$`, 'iu');

/** What a column beside the birthday says: which calendar it follows, or a mark where that is the lunar one. */
export const saysLunar = (value: string): boolean => MARKED.test(value.normalize('NFKC').trim());
