import { festivals } from '../../calendar/index.ts';
import type { Cadence, CadenceTouch, Plan } from './cadence.ts';

const everybody: Plan['audience'] = { tiers: [], countries: [] };
const touch = (step: string, kind: CadenceTouch['kind'], more: Partial<CadenceTouch> = {}): CadenceTouch => ({
  step,
  kind,
  days: 0,
  months: 0,
  onClosedDay: 'next',
  usefulFor: 7,
  ...more,
});

interface BuiltIn extends Plan {
  readonly on: boolean;
}

/** What comes with the bot. Names and talking points stand in the languages. */
const plans = {
  /** playbook: P1, and the note at the signing, P3. The purchase day counts as day 1. */
  '2-5-12': {
    start: { by: 'purchase' },
    touches: [
      touch('thanks', 'note', { onClosedDay: 'keep', usefulFor: 1 }),
      touch('day2', 'call', { days: 1, usefulFor: 2 }),
      touch('day5', 'call', { days: 4, usefulFor: 5 }),
      touch('day12', 'call', { days: 11, usefulFor: 14 }),
    ],
    audience: everybody,
    pauses: true,
    on: true,
  },
  /** playbook: P3, the other moments. A rep says when they have come. */
  'thanks-visit': {
    start: { by: 'hand' },
    touches: [touch('thanks-visit', 'note', { onClosedDay: 'keep', usefulFor: 2 })],
    audience: everybody,
    pauses: true,
    on: true,
  },
  'thanks-favour': {
    start: { by: 'hand' },
    touches: [touch('thanks-favour', 'note', { onClosedDay: 'keep', usefulFor: 2 })],
    audience: everybody,
    pauses: false,
    on: true,
  },
  regulars: {
    start: { by: 'rule', rule: 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1', from: '2026-01-01' },
    touches: [touch('regular-gift', 'note', { usefulFor: 14 })],
    audience: { tiers: ['A'], countries: [] },
    pauses: true,
    on: false,
  },
  /** playbook: P21, step 4: asked once or twice after it is solved. */
  satisfaction: {
    start: { by: 'complaint' },
    touches: [touch('satisfied', 'complaint', { days: 2 }), touch('satisfied-again', 'complaint', { days: 14 })],
    audience: everybody,
    pauses: false,
    on: true,
  },
  /** playbook: P5: neither early nor late. */
  care: {
    start: { by: 'rule', rule: 'FREQ=MONTHLY;BYMONTHDAY=10', from: '2026-01-10' },
    touches: [touch('care', 'followup', { onClosedDay: 'keep' })],
    audience: everybody,
    pauses: false,
    on: false,
  },
  /** playbook: P4. */
  birthday: {
    start: { by: 'birthday' },
    touches: [touch('birthday', 'note', { onClosedDay: 'before', usefulFor: 3 })],
    audience: everybody,
    pauses: false,
    on: true,
  },
  holidays: {
    start: { by: 'holiday' },
    touches: festivals.map((festival) => touch(festival, 'note', { festival, onClosedDay: 'before', usefulFor: 3 })),
    audience: everybody,
    pauses: false,
    on: false,
  },
  themes: {
    start: { by: 'rule', rule: 'FREQ=MONTHLY;BYMONTHDAY=1', from: '2026-01-01' },
    touches: Array.from({ length: 12 }, (_, at) => touch(`theme-${at + 1}`, 'note', { month: at + 1, usefulFor: 14 })),
    audience: everybody,
    pauses: true,
    on: false,
  },
  /** playbook: P5, P7, counted from the purchase. */
  warranty: {
    start: { by: 'purchase' },
    touches: [
      touch('service-6', 'call', { months: 6, usefulFor: 30 }),
      touch('warranty-ends', 'call', { months: 11, usefulFor: 30 }),
      touch('service-12', 'call', { months: 12, usefulFor: 30 }),
    ],
    audience: everybody,
    pauses: false,
    on: false,
  },
  /** playbook: P11. */
  neglect: {
    start: { by: 'silence', days: { A: 30, B: 60, C: 90, none: 90 } },
    touches: [touch('silence', 'call', { usefulFor: 30 })],
    audience: everybody,
    pauses: false,
    on: false,
  },
} satisfies Readonly<Record<string, BuiltIn>>;

export type BuiltInKey = keyof typeof plans;

export const builtInCadences: readonly Cadence[] = Object.entries<BuiltIn>(plans).map(([key, { on, ...plan }]) => ({
  key,
  ...plan,
  on,
  builtIn: true,
  words: {},
}));

export const isBuiltIn = (key: string): key is BuiltInKey => key in plans;
