import { UserError } from '../../app/errors.ts';
import { isZone, readHours, type Weekday, weekdaySetNames, weekdaySetOf, weekdaySets } from '../../calendar/index.ts';
import type { Field } from '../../chat/card.ts';
import { type LanguageCode, languageCodes, languages, type Words } from '../../languages/index.ts';
import { bestHoursOf, type Trade, trades } from './best-hours.ts';

/** When a customer may be called, and in what language (playbook: P6). */
export interface Contact {
  readonly language: LanguageCode | undefined;
  /** IANA name; absent: the country's, where it has one only. */
  readonly zone: string | undefined;
  readonly hours: { readonly from: string; readonly to: string } | undefined;
  /** None: the country's own days. */
  readonly days: readonly Weekday[];
  readonly trade: Trade | undefined;
}

export const noContact: Contact = { language: undefined, zone: undefined, hours: undefined, days: [], trade: undefined };

/** A trade that we know something of, else none. */
export const tradeOf = (kept: string | null): Trade | undefined => trades.find((trade) => trade === kept);

const typed = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** What the form says; a field that cannot be right is named. Throws UserError. */
export function readContact(args: Readonly<Record<string, unknown>>): Contact {
  const wrong = (field: string) => new UserError('badField', [field], field);
  const zone = typed(args.zone);
  if (zone !== undefined && !isZone(zone)) throw wrong('zone');
  const said = typed(args.contactHours);
  const hours = said === undefined ? undefined : readHours(said);
  if (said !== undefined && !hours) throw wrong('contactHours');
  const set = weekdaySetNames.find((name) => name === args.contactDays);
  return {
    language: languageCodes.find((code) => code === args.language),
    zone,
    hours,
    days: set ? weekdaySets[set] : [],
    trade: trades.find((trade) => trade === args.trade),
  };
}

/** The fields of the customer's form that say when to call. */
export function contactFields(contact: Contact, words: Words): readonly Field[] {
  const w = words.contact;
  const choice = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    {
      kind: 'text',
      name: 'contactHours',
      label: w.hours,
      ...(contact.hours ? { value: `${contact.hours.from}-${contact.hours.to}` } : {}),
      hint: w.hoursHint,
      max: 40,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'contactDays',
      label: w.days,
      value: weekdaySetOf(contact.days),
      choices: choice(weekdaySetNames, (name) => words.weekdays[name]),
      optional: true,
    },
    {
      kind: 'choice',
      name: 'trade',
      label: w.trade,
      value: contact.trade,
      choices: choice(trades, (trade) => w.trades[trade]),
      hint: w.tradeHint,
      optional: true,
    },
    {
      kind: 'text',
      name: 'zone',
      label: w.zone,
      value: contact.zone,
      hint: w.zoneHint,
      placeholder: 'America/New_York',
      max: 60,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'language',
      label: w.language,
      value: contact.language,
      choices: choice(languageCodes, (code) => languages[code].name),
      optional: true,
    },
  ];
}

/** When to call, as one line of the customer's file; undefined where nothing is known. */
export function contactLine({ hours, days, trade }: Contact, words: Words): string | undefined {
  const best = hours ? undefined : bestHoursOf(trade);
  const shown = hours ? [hours] : (best?.hours ?? []);
  const parts = [
    shown.map(({ from, to }) => `${from}–${to}`).join(', '),
    days.length > 0 ? words.weekdays[weekdaySetOf(days)] : '',
    best && trade ? words.contact.trades[trade] : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
