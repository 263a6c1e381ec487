import { mayUse } from '../../app/access.ts';
import type { ReadContext } from '../../app/context.ts';
import { weekdaySetNames, weekdaySetOf } from '../../calendar/index.ts';
import type { Card, Field, Form } from '../../chat/card.ts';
import { languageCodes, languages } from '../../languages/index.ts';
import { countryChoices } from '../customers/index.ts';
import { type Hearing, hearModes } from '../people/index.ts';
import type { Settings } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person'>;

const caps = [2, 4, 6, 10, 20] as const;

/** Consecutive days become a stretch. */
export function daysText(days: readonly string[]): string {
  const parts: string[][] = [];
  for (const day of days) {
    const last = parts.at(-1);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    if (last?.at(-1) === before) last.push(day);
    else parts.push([day]);
  }
  return parts.map((part) => (part.length > 1 ? `${part[0]} ~ ${part.at(-1)}` : (part[0] ?? ''))).join(', ');
}

const hoursText = (hours: { readonly from: string; readonly to: string } | undefined) =>
  hours ? { value: `${hours.from}-${hours.to}` } : {};

function ownFields(settings: Settings, { words, person }: Look): readonly Field[] {
  const { hearing } = settings;
  const w = words.settings;
  const counts = [...new Set([...caps, hearing.mostPerHour])].sort((a, b) => a - b);
  return [
    {
      kind: 'choice',
      name: 'language',
      label: w.language,
      value: person.language,
      choices: languageCodes.map((value) => ({ value, label: languages[value].name })),
    },
    {
      kind: 'choice',
      name: 'hears',
      label: w.hears,
      value: hearing.hears,
      choices: hearModes.map((value) => ({ value, label: w.modes[value] })),
    },
    ...(settings.platforms.length > 1
      ? [
          {
            kind: 'choice' as const,
            name: 'reachOn',
            label: w.reachOn,
            value: settings.reachOn ?? 'last',
            choices: [
              { value: 'last', label: w.reachLast },
              ...settings.platforms.map((value) => ({ value, label: words.platforms[value] })),
            ],
          },
        ]
      : []),
    { kind: 'time', name: 'morningTime', label: w.morning, value: hearing.morningTime, hint: w.morningHint(person.zone) },
    { kind: 'text', name: 'digestTimes', label: w.digestTimes, value: hearing.digestTimes.join(', '), max: 100, optional: true },
    {
      kind: 'choice',
      name: 'mostPerHour',
      label: w.cap,
      hint: w.capHint,
      value: String(hearing.mostPerHour),
      choices: counts.map((count) => ({ value: String(count), label: String(count) })),
    },
    {
      kind: 'text',
      name: 'workHours',
      label: w.workHours,
      ...hoursText({ from: hearing.workFrom, to: hearing.workTo }),
      hint: w.hoursHint,
      max: 40,
    },
    {
      kind: 'choice',
      name: 'workDays',
      label: w.workDays,
      value: weekdaySetOf(hearing.workDays),
      choices: weekdaySetNames.map((value) => ({ value, label: words.weekdays[value] })),
    },
    { kind: 'text', name: 'quietHours', label: w.quiet, ...hoursText(hearing.quiet), hint: w.quietHint, max: 40, optional: true },
    {
      kind: 'text',
      name: 'daysOff',
      label: w.daysOff,
      value: daysText(hearing.daysOff),
      hint: w.daysOffHint,
      max: 500,
      optional: true,
    },
    {
      kind: 'text',
      name: 'zone',
      label: w.zone,
      ...(settings.zoneChosen ? { value: hearing.zone } : {}),
      hint: w.zoneHint,
      placeholder: 'Asia/Seoul',
      max: 60,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'ownCountry',
      label: w.ownCountry,
      value: settings.ownCountry,
      choices: countryChoices(person.language),
      optional: true,
      hint: w.ownCountryHint,
    },
  ];
}

/** What holds for the whole team. */
function teamFields(settings: Settings, country: string | undefined, { words, person }: Look): readonly Field[] {
  const w = words.settings;
  const manages = mayUse('manager', person.role);
  const number = (name: string, label: string, value: number, choices: readonly number[]): Field => ({
    kind: 'choice',
    name,
    label,
    value: String(value),
    choices: [...new Set([...choices, value])]
      .sort((a, b) => a - b)
      .map((count) => ({ value: String(count), label: String(count) })),
  });
  return [
    ...(manages
      ? [
          number('overdueDays', w.overdueDays, settings.overdueDays, [1, 2, 3, 5]),
          number('fullList', w.fullList, settings.fullList, [10, 15, 25, 40, 60]),
        ]
      : []),
    ...(mayUse('admin', person.role)
      ? [
          {
            kind: 'choice' as const,
            name: 'country',
            label: w.country,
            value: country,
            choices: countryChoices(person.language),
            optional: true,
            hint: w.countryHint,
          },
        ]
      : []),
  ];
}

/** A person's own settings; managers and admins set what holds for the team below them. */
export function settingsForm(settings: Settings, country: string | undefined, look: Look): Form {
  const { words } = look;
  return {
    title: words.settings.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'settings.save',
    fields: [...ownFields(settings, look), ...teamFields(settings, country, look)],
  };
}

/** What was saved, as a sentence of when the person hears of what is due. */
export function savedCard(hearing: Hearing, words: Look['words']): Card {
  const { settings } = words;
  const text = {
    both: settings.saved(hearing.morningTime),
    list: settings.savedList(hearing.morningTime),
    nudges: settings.savedNudges(hearing.workFrom, hearing.workTo),
    digest: settings.savedDigest(hearing.digestTimes.join(', ')),
  }[hearing.hears];
  return { text, elements: [{ kind: 'text', line: text }] };
}
