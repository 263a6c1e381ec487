import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type How, nudgeMoment, type Stage } from '../../../src/features/reminders/nudge-moment.ts';
import { momentInput } from '../../support/hearing.ts';

type Parts = Parameters<typeof momentInput>[0];

const seoul = (local: string) => DateTime.fromISO(local, { zone: 'Asia/Seoul' }).toJSDate();
const shown = (parts: Parts) => {
  const heard = nudgeMoment(momentInput(parts));
  if (!heard) return undefined;
  const at = DateTime.fromJSDate(heard.at).setZone('Asia/Seoul').toFormat('yyyy-MM-dd HH:mm');
  return [at, heard.stage, heard.how, heard.because.map(({ rule }) => rule).join(' ')];
};
type Row = readonly [title: string, parts: Parts, at: string, stage: Stage, how: How, because: string];

const at15 = { dueAt: seoul('2026-11-25T15:00') };
const nudges = { hears: 'nudges' } as const;

describe('the first time', () => {
  const table: readonly Row[] = [
    ['a day only: on that morning’s list', {}, '2026-11-25 08:30', 'due', 'list', 'list_no_hour'],
    ['an hour named', { touch: at15 }, '2026-11-25 15:00', 'due', 'nudge', 'named'],
    ['nudges only: when the working day begins', { rep: nudges }, '2026-11-25 09:00', 'due', 'nudge', 'day working_hours'],
    [
      'the list only, though an hour is named',
      { touch: at15, rep: { hears: 'list' } },
      '2026-11-25 08:30',
      'due',
      'list',
      'list_chosen',
    ],
    [
      'a digest: the last before the hour',
      { touch: at15, rep: { hears: 'digest' } },
      '2026-11-25 15:00',
      'due',
      'digest',
      'named digest',
    ],
    ['a digest: the first of the day', { rep: { hears: 'digest' } }, '2026-11-25 10:00', 'due', 'digest', 'day digest'],
    [
      'planned after the list of its day: on the next',
      { touch: { dueOn: '2026-11-24' } },
      '2026-11-25 08:30',
      'due',
      'list',
      'list_no_hour',
    ],
    [
      'its hour passed while nobody looked',
      { touch: { dueAt: seoul('2026-11-24T09:00') } },
      '2026-11-24 10:00',
      'due',
      'nudge',
      'named late',
    ],
    ['a Sunday: Monday’s list', { touch: { dueOn: '2026-11-29' } }, '2026-11-30 08:30', 'due', 'list', 'list_no_hour closed'],
    [
      'an hour named on a Sunday is kept',
      { touch: { dueAt: seoul('2026-11-29T11:00') } },
      '2026-11-29 11:00',
      'due',
      'nudge',
      'named',
    ],
    [
      'quiet hours move a named hour',
      { touch: { dueAt: seoul('2026-11-25T22:00') }, rep: { quiet: { from: '21:00', to: '07:30' } } },
      '2026-11-26 07:30',
      'due',
      'nudge',
      'named quiet',
    ],
    [
      'a day off moves it',
      { touch: at15, rep: { daysOff: ['2026-11-25'] } },
      '2026-11-26 09:00',
      'due',
      'nudge',
      'named day_off working_hours',
    ],
    [
      'away: after the return',
      { rep: { away: { from: '2026-11-20', until: '2026-12-04', standInId: undefined } } },
      '2026-12-07 08:30',
      'due',
      'list',
      'list_no_hour away',
    ],
    [
      'Chuseok, with its days around',
      { touch: { dueOn: '2026-09-24' }, now: seoul('2026-09-20T10:00') },
      '2026-09-28 08:30',
      'due',
      'list',
      'list_no_hour closed',
    ],
    [
      'a substitute holiday (3 October 2026 is a Saturday)',
      { touch: { dueOn: '2026-10-05' }, now: seoul('2026-09-20T10:00') },
      '2026-10-06 08:30',
      'due',
      'list',
      'list_no_hour closed',
    ],
    [
      'a Chinese Saturday that is a working day',
      { touch: { dueOn: '2026-02-14' }, rep: { ...nudges, country: 'CN' }, now: seoul('2026-02-10T10:00') },
      '2026-02-14 09:00',
      'due',
      'nudge',
      'day working_hours',
    ],
  ];
  test.each(table)('%s', (_title, parts, ...expected) => {
    expect(shown(parts)).toEqual(expected);
  });
});

describe('the customer’s hours', () => {
  const hours = (from: string, to: string) => ({ hours: { from, to } });
  const table: readonly Row[] = [
    [
      'only in the afternoon',
      { customer: hours('14:00', '17:00') },
      '2026-11-25 14:00',
      'due',
      'nudge',
      'day working_hours customer_hours',
    ],
    [
      'they move a named hour too',
      { touch: at15, customer: hours('16:00', '17:00') },
      '2026-11-25 16:00',
      'due',
      'nudge',
      'named customer_hours',
    ],
    [
      'a restaurant is not called at lunch',
      { customer: { trade: 'restaurant' }, rep: { ...nudges, workFrom: '11:30' } },
      '2026-11-25 14:00',
      'due',
      'nudge',
      'day working_hours best_hours',
    ],
    [
      'best hours do not move a named hour',
      { touch: at15, customer: { trade: 'law' } },
      '2026-11-25 15:00',
      'due',
      'nudge',
      'named',
    ],
    ['days of the week', { customer: { days: [5] } }, '2026-11-27 09:00', 'due', 'nudge', 'day working_hours customer_hours'],
    [
      'they never meet: the rep’s win',
      { customer: hours('19:00', '21:00') },
      '2026-11-25 09:00',
      'due',
      'nudge',
      'day working_hours never_meet',
    ],
    [
      'a Sunday customer and a weekday rep never meet',
      { customer: { days: [7] } },
      '2026-11-25 09:00',
      'due',
      'nudge',
      'day working_hours never_meet',
    ],
    [
      'New York in the evening there, morning here',
      { customer: { zone: 'America/New_York', country: 'US', ...hours('18:00', '21:00') } },
      '2026-11-25 09:00',
      'due',
      'nudge',
      'day working_hours',
    ],
    [
      'on a holiday of the customer’s country',
      { touch: { dueOn: '2026-11-27' }, customer: { zone: 'America/New_York', country: 'US', ...hours('17:00', '21:00') } },
      '2026-11-28 09:00',
      'due',
      'nudge',
      'day working_hours',
    ],
  ];
  test.each(table.slice(0, -1))('%s', (_title, parts, ...expected) => {
    expect(shown(parts)).toEqual(expected);
  });

  test('a holiday there closes it there (Thanksgiving, Friday morning in Seoul)', () => {
    const parts: Parts = {
      touch: { dueOn: '2026-11-27' },
      customer: { zone: 'America/New_York', country: 'US', ...hours('17:00', '21:00') },
    };
    // Thursday evening in New York is Friday morning in Seoul; the Friday after it is Saturday here, so it is Tuesday.
    expect(shown(parts)?.[0]).toBe('2026-12-01 09:00');
  });
});
