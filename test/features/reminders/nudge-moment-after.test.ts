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

describe('a promise is warned of before it breaks', () => {
  const promise = (dueAt: string) => ({ kind: 'promise' as const, dueOn: dueAt.slice(0, 10), dueAt: seoul(dueAt) });
  const table: readonly Row[] = [
    ['an hour before', { touch: promise('2026-11-25T15:00') }, '2026-11-25 14:00', 'warn', 'nudge', 'promise'],
    ['at once where less is left', { touch: promise('2026-11-24T10:20') }, '2026-11-24 10:00', 'warn', 'nudge', 'promise'],
    [
      'also for who wants the list only',
      { touch: promise('2026-11-25T15:00'), rep: { hears: 'list' } },
      '2026-11-25 14:00',
      'warn',
      'nudge',
      'promise',
    ],
    [
      'the evening before, where that hour is quiet',
      { touch: promise('2026-11-26T08:00'), rep: { quiet: { from: '20:00', to: '08:00' } } },
      '2026-11-25 17:00',
      'warn',
      'nudge',
      'promise quiet',
    ],
    [
      'the working day before, where the rep is off',
      { touch: promise('2026-11-30T15:00'), rep: { daysOff: ['2026-11-30'] } },
      '2026-11-27 17:00',
      'warn',
      'nudge',
      'promise day_off',
    ],
    [
      'then at its hour',
      { touch: { ...promise('2026-11-25T15:00'), heard: 'warn' } },
      '2026-11-25 15:00',
      'due',
      'nudge',
      'named',
    ],
    [
      'without an hour, for a Sunday: Friday’s list',
      { touch: { kind: 'promise', dueOn: '2026-11-29' } },
      '2026-11-27 08:30',
      'due',
      'list',
      'list_no_hour before_closed',
    ],
  ];
  test.each(table)('%s', (_title, parts, ...expected) => {
    expect(shown(parts)).toEqual(expected);
  });
});

describe('still open', () => {
  const heard = (stage: Stage, heardAt: string) => ({ heard: stage, heardAt: seoul(heardAt) });
  const table: readonly Row[] = [
    [
      'the next business day once more',
      { touch: { ...at15, ...heard('due', '2026-11-25T15:00') }, now: seoul('2026-11-25T15:00') },
      '2026-11-26 09:00',
      'again',
      'nudge',
      'again working_hours',
    ],
    [
      'from Friday to Monday',
      { touch: { dueOn: '2026-11-27', ...heard('due', '2026-11-27T08:30') }, now: seoul('2026-11-27T09:00') },
      '2026-11-30 08:30',
      'again',
      'list',
      'again list_no_hour',
    ],
    [
      'then the manager, after two business days',
      { touch: heard('again', '2026-11-25T08:30'), now: seoul('2026-11-26T09:00') },
      '2026-11-27 00:00',
      'manager',
      'manager',
      'overdue',
    ],
    [
      'counted from when it was heard of, if that was late',
      { touch: { dueOn: '2026-11-10', ...heard('again', '2026-11-25T08:30') }, now: seoul('2026-11-26T09:00') },
      '2026-11-27 00:00',
      'manager',
      'manager',
      'overdue',
    ],
    [
      'not over a holiday',
      { touch: { dueOn: '2026-09-23', ...heard('again', '2026-09-23T08:30') }, now: seoul('2026-09-23T09:00') },
      '2026-09-29 00:00',
      'manager',
      'manager',
      'overdue',
    ],
    [
      'at once where nobody can be reached any more',
      { touch: { dueOn: '2026-11-20' }, rep: { gone: true } },
      '2026-11-24 10:00',
      'manager',
      'manager',
      'gone',
    ],
  ];
  test.each(table)('%s', (_title, parts, ...expected) => {
    expect(shown(parts)).toEqual(expected);
  });

  test('after the manager nothing more, and of a broken promise the manager knows already', () => {
    expect(shown({ touch: heard('manager', '2026-11-25T08:30') })).toBeUndefined();
    expect(shown({ touch: { kind: 'promise', ...heard('again', '2026-11-25T08:30') } })).toBeUndefined();
  });
});

test('a moment is never before now, whatever was heard', () => {
  const now = new Date('2026-11-24T01:00:00Z');
  for (const heard of [undefined, 'warn', 'due', 'again'] as const) {
    for (const hears of ['both', 'list', 'nudges', 'digest'] as const) {
      for (const kind of ['promise', 'call'] as const) {
        for (const dueAt of [undefined, new Date('2026-11-19T01:00:00Z')]) {
          const input = momentInput({ touch: { kind, dueOn: '2026-11-19', dueAt, heard }, rep: { hears }, now });
          const said = nudgeMoment(input);
          expect(said?.at.getTime() ?? now.getTime()).toBeGreaterThanOrEqual(now.getTime());
        }
      }
    }
  }
});
