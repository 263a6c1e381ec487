import type { Field } from './field.ts';
import type { Mapping } from './map-table.ts';
import { isMangledNumber, isPhone } from './phone-key.ts';
import { type CellFault, type CellRemark, clip, type Problem, type Remark } from './problem.ts';
import { readAmount } from './read-amount.ts';
import { type Birthday, readBirthday, saysLunar } from './read-birthday.ts';
import { type CalendarDate, type DateOrder, readDate } from './read-date.ts';
import { emailKey } from './read-email.ts';
import { readCountry, readLanguage } from './read-place.ts';

export interface LineRules {
  readonly zone: string;
  readonly today: CalendarDate;
  readonly order: DateOrder;
}

type DateFault = 'bad-date' | 'future-date' | 'absurd-date';

const isDateFault = (day: string): day is DateFault => day.endsWith('-date');

const EARLIEST_PURCHASE = '1970-01-01';
const EARLIEST_BIRTHDAY = '1900-01-01';
const LONGEST = 500;
const LONGEST_NOTE = 20_000;
/** Zero-width signs and byte order marks come in by copying from web pages. */
const INVISIBLE = /[\u200B\u200E\u200F\u2060\uFEFF]/g;
const OUTSIDE_ASCII = /[^\u0020-\u007E]/;

/** Reads the fields of the line it was last set to, and gathers what is wrong with them. */
export interface LineReader {
  readonly problems: Problem[];
  readonly remarks: Remark[];
  /** Sets it to another line; what was gathered is forgotten. */
  start(cells: readonly string[]): void;
  text(field: Field): string | undefined;
  /** Several lines are kept. */
  note(): string | undefined;
  phone(): string | undefined;
  email(): string | undefined;
  boughtOn(): CalendarDate | undefined;
  /** @param lenient the column is free text in its program, so what is no date there is no fault of the line. */
  birthday(lenient: boolean): Birthday | undefined;
  country(): string | undefined;
  language(): string | undefined;
  tier(): 'A' | 'B' | 'C' | undefined;
  amount(): number | undefined;
  quantity(): number | undefined;
}

interface Found {
  readonly raw: string;
  readonly column: number;
}

export function lineReader(mapping: Mapping, rules: LineRules): LineReader {
  const problems: Problem[] = [];
  const remarks: Remark[] = [];
  let cells: readonly string[] = [];

  function find(field: Field): Found | undefined {
    const columns = mapping.columns[field];
    if (!columns) return undefined;
    for (const column of columns) {
      const raw = cells[column];
      if (raw && raw.trim() !== '') return { raw, column };
    }
    return undefined;
  }

  function fault(code: CellFault, { column }: Found, value: string): undefined {
    problems.push({ code, column: mapping.header[column] ?? '', value: clip(value) });
  }

  function remark(code: CellRemark, { column }: Found, value: string): undefined {
    remarks.push({ code, column: mapping.header[column] ?? '', value: clip(value) });
  }

  function checked(found: Found, value: string, longest: number): string | undefined {
    if (value.includes('\uFFFD')) return fault('unreadable', found, value);
    return value.length > longest ? fault('too-long', found, value) : value || undefined;
  }

  function date(found: Found, earliest: CalendarDate): CalendarDate | DateFault {
    return within(readDate(found.raw.trim(), rules.order, rules.zone), earliest);
  }

  function within(day: CalendarDate | undefined, earliest: CalendarDate): CalendarDate | DateFault {
    if (!day) return 'bad-date';
    if (day > rules.today) return 'future-date';
    return day < earliest ? 'absurd-date' : day;
  }

  return {
    problems,
    remarks,
    start(next) {
      cells = next;
      problems.length = 0;
      remarks.length = 0;
    },
    text(field) {
      const found = find(field);
      return found && checked(found, oneLine(tidy(found.raw)), LONGEST);
    },
    note() {
      const found = find('note');
      return found && checked(found, tidy(found.raw).replace(/\r\n?/g, '\n'), LONGEST_NOTE);
    },
    phone() {
      const found = find('phone');
      if (!found) return undefined;
      // The apostrophe is Excel's and Shopify's sign for 'this is text'.
      const value = tidy(found.raw).replace(/^'/, '');
      if (isMangledNumber(value)) return fault('mangled-phone', found, value);
      return isPhone(value) ? value : fault('bad-phone', found, value);
    },
    email() {
      const found = find('email');
      if (!found) return undefined;
      const value = tidy(found.raw);
      return emailKey(value) ? value.replace(/^mailto:/i, '') : fault('bad-email', found, value);
    },
    boughtOn() {
      const found = find('boughtOn');
      if (!found) return undefined;
      const day = date(found, EARLIEST_PURCHASE);
      return isDateFault(day) ? fault(day, found, found.raw.trim()) : day;
    },
    birthday(lenient) {
      const beside = find('birthdayLunar');
      // The column beside it holds a birthday itself, or says how the other is meant.
      const marked = beside !== undefined && !/\d{2}/.test(beside.raw);
      const found = find('birthday') ?? (marked ? undefined : beside);
      if (!found) return undefined;
      const read = readBirthday(found.raw, rules.order, rules.zone);
      const day = within(read?.on, EARLIEST_BIRTHDAY);
      if (read && !isDateFault(day))
        return { on: day, lunar: read.lunar || found === beside || (marked && saysLunar(beside.raw)) };
      const value = found.raw.trim();
      return lenient || !isDateFault(day) ? remark('bad-birthday', found, value) : fault(day, found, value);
    },
    country() {
      const found = find('country');
      return found && (readCountry(tidy(found.raw)) ?? remark('unknown-country', found, tidy(found.raw)));
    },
    language() {
      const found = find('language');
      return found && (readLanguage(tidy(found.raw)) ?? remark('unknown-language', found, tidy(found.raw)));
    },
    tier() {
      const found = find('tier');
      const letter = found && tidy(found.raw).normalize('NFKC').toUpperCase().match(tierLetter)?.[1];
      return letter === 'A' || letter === 'B' || letter === 'C' ? letter : undefined;
    },
    amount() {
      const found = find('amount');
      return found && (readAmount(found.raw) ?? remark('bad-amount', found, found.raw.trim()));
    },
    quantity() {
      const found = find('quantity');
      if (!found) return undefined;
      const number = Number(found.raw.trim());
      return Number.isInteger(number) && number >= 0 ? number : remark('bad-quantity', found, found.raw.trim());
    },
  };
}

/** `A`, `A급`, `B级`, `tier C`. */
const tierLetter = /^(?:(?:TIER|GRADE|CLASS)\s*)?([ABC])(?:\s*(?:급|등급|级|級|类|類|等))?$/;

const oneLine = (text: string) => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text);

function tidy(raw: string): string {
  return OUTSIDE_ASCII.test(raw) ? raw.replace(INVISIBLE, '').normalize('NFC').trim() : raw.trim();
}
