import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isBusinessDay } from '../../../src/calendar/index.ts';
import { builtInCadences } from '../../../src/features/cadences/built-in.ts';
import type { Cadence, Proposal } from '../../../src/features/cadences/cadence.ts';
import { countEffects, effectsOf, type OpenTouch } from '../../../src/features/cadences/change-effects.ts';
import { occurrencesOf, purchaseDaysOf, touchesAfter } from '../../../src/features/cadences/plan-touches.ts';

const today = '2026-11-24';
const built = (key: string): Cadence => {
  const cadence = builtInCadences.find((one) => one.key === key);
  if (!cadence) throw new Error(key);
  return { ...cadence, on: true };
};
const proposal = (key: string, more: Partial<Proposal> = {}): Proposal => ({ ...built(key), removed: false, ...more });
const touch = (more: Partial<OpenTouch> = {}): OpenTouch => ({
  id: 'one',
  step: 'day5',
  said: undefined,
  dueOn: '2026-11-30',
  anchor: '2026-11-24',
  product: 'boiler',
  country: 'KR',
  tier: undefined,
  customer: 'Kim',
  taken: false,
  ...more,
});
const withDays = (step: string, days: number) =>
  built('2-5-12').touches.map((one) => (one.step === step ? { ...one, days } : one));
const fate = (one: OpenTouch, changed: Proposal) => effectsOf([one], changed, today)[0]?.fate;

describe('what becomes of a touch that is planned', () => {
  const cases: readonly [title: string, one: OpenTouch, changed: Proposal, fate: object][] = [
    ['nothing changes for it', touch(), proposal('2-5-12', { touches: withDays('day12', 20) }), { kind: 'keep' }],
    ['its day changes', touch(), proposal('2-5-12', { touches: withDays('day5', 7) }), { kind: 'move', to: '2026-12-01' }],
    [
      'its day changes to a closed one',
      touch(),
      proposal('2-5-12', { touches: withDays('day5', 11) }),
      { kind: 'move', to: '2026-12-07' },
    ],
    ['a rep put it off', touch({ taken: true }), proposal('2-5-12', { touches: withDays('day5', 7) }), { kind: 'keep' }],
    ['its step is gone', touch(), proposal('2-5-12', { touches: built('2-5-12').touches.slice(0, 1) }), { kind: 'drop' }],
    ['it is switched off, put off or not', touch({ taken: true }), proposal('2-5-12', { on: false }), { kind: 'drop' }],
    [
      'it is for other products',
      touch(),
      proposal('2-5-12', { audience: { product: 'pump', tiers: [], countries: [] } }),
      { kind: 'drop' },
    ],
    [
      'it is for its product',
      touch(),
      proposal('2-5-12', { audience: { product: 'BOIL', tiers: [], countries: [] } }),
      { kind: 'keep' },
    ],
    [
      'it is for another tier',
      touch({ tier: 'B' }),
      proposal('2-5-12', { audience: { tiers: ['A'], countries: [] } }),
      { kind: 'drop' },
    ],
    [
      'its day would be past, and useful still',
      touch({ anchor: '2026-11-20', dueOn: '2026-11-24' }),
      proposal('2-5-12', { touches: withDays('day5', 2) }),
      { kind: 'move', to: '2026-11-24' },
    ],
    [
      'overdue already',
      touch({ anchor: '2026-11-10', dueOn: '2026-11-14' }),
      proposal('2-5-12', { touches: withDays('day5', 2) }),
      { kind: 'keep' },
    ],
    [
      'the rule has its day',
      touch({ step: 'care', anchor: '2026-12-10', dueOn: '2026-12-10', product: undefined }),
      proposal('care'),
      { kind: 'keep' },
    ],
    [
      'the rule has other days',
      touch({ step: 'care', anchor: '2026-12-10', dueOn: '2026-12-10', product: undefined }),
      proposal('care', { start: { by: 'rule', rule: 'FREQ=MONTHLY;BYMONTHDAY=15', from: '2026-01-15' } }),
      { kind: 'drop' },
    ],
  ];
  test.each(cases)('%s', (_title, one, changed, expected) => expect(fate(one, changed)).toEqual(expected));

  test('an unchanged cadence changes nothing, and every touch has one fate', () => {
    const anchor = fc.integer({ min: -20, max: 0 }).map((at) => addDays(today, at));
    fc.assert(
      fc.property(
        fc.array(anchor, { maxLength: 10 }),
        fc.constantFrom('KR', 'CN', 'US', undefined),
        fc.integer({ min: 0, max: 20 }),
        (anchors, country, days) => {
          const touches = anchors.flatMap((on, at) =>
            touchesAfter(
              [built('2-5-12')],
              { boughtOn: on, product: 'boiler', first: true },
              { country, tier: undefined },
              on,
            ).map((planned) =>
              touch({ id: `${at} ${planned.step}`, step: planned.step, dueOn: planned.dueOn, anchor: on, country }),
            ),
          );
          expect(effectsOf(touches, proposal('2-5-12'), today).every(({ fate: { kind } }) => kind === 'keep')).toBe(true);
          const effects = effectsOf(touches, proposal('2-5-12', { touches: withDays('day12', days) }), today);
          const { kept, moved, dropped } = countEffects(effects);
          expect(kept + moved + dropped).toBe(touches.length);
          for (const { fate: one } of effects)
            if (one.kind === 'move') expect(one.to >= today && isBusinessDay(one.to, country)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('planning ahead', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((at) => addDays('2026-01-01', at));
  const country = fc.constantFrom('KR', 'CN', 'US', 'DE', undefined);

  test('a rule kept to the day is on its day, whatever is closed; nothing is past or beyond the horizon', () => {
    fc.assert(
      fc.property(day, country, (on, of) => {
        const planned = occurrencesOf(built('care'), of, on);
        expect(planned.length).toBeGreaterThan(0);
        for (const { dueOn, occursOn } of planned) {
          expect(dueOn).toBe(occursOn);
          expect(dueOn.slice(8)).toBe('10');
          expect(dueOn >= on && dueOn <= addDays(on, 45)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('looking each day plans the same birthdays as looking once, before closed days', () => {
    fc.assert(
      fc.property(day, country, (on, of) => {
        const key = (one: { readonly occursOn: string; readonly dueOn: string }) => `${one.occursOn} ${one.dueOn}`;
        const once = occurrencesOf(built('birthday'), of, on).filter(({ dueOn }) => dueOn > addDays(on, 1));
        const next = new Set(occurrencesOf(built('birthday'), of, addDays(on, 1)).map(key));
        expect(once.filter((one) => !next.has(key(one)))).toEqual([]);
        for (const { dueOn, occursOn } of once) expect(dueOn <= occursOn && isBusinessDay(dueOn, of)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('months after a purchase are planned by the sweep on the day that the purchase would lead to', () => {
    fc.assert(
      fc.property(day, country, (on, of) => {
        for (const one of purchaseDaysOf(built('warranty'), of, on, false)) {
          const led = touchesAfter(
            [built('warranty')],
            { boughtOn: one.boughtOn, product: 'x', first: true },
            { country: of, tier: undefined },
            on,
          );
          expect(led.find(({ step }) => step === one.step)?.dueOn).toBe(one.dueOn);
        }
      }),
      { numRuns: 10 },
    );
  });
});
