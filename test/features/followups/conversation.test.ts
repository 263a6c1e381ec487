import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationsOf, conversationWith, touchesIn } from '../../../src/features/followups/conversation.ts';
import type { Touch, TouchKind } from '../../../src/features/followups/touch.ts';

const today = '2026-11-24';
const touch = (id: string, more: Partial<Touch> & { readonly who?: string } = {}): Touch => {
  const { who = 'kim', ...rest } = more;
  return {
    ...{ id, kind: 'call', cadence: undefined, step: 'day2', said: undefined, about: undefined, dueOn: today, dueAt: undefined },
    ...{ snoozes: 0, attempts: 0, state: 'open', closedAt: undefined, pooledAt: undefined, pausedAt: undefined },
    ...{ repId: 'hannah', repName: 'Hannah', purchaseId: undefined, product: undefined },
    customer: { id: who, name: who, company: undefined, phone: undefined, country: undefined },
    ...rest,
  };
};
const ids = (touches: readonly Touch[]) => conversationsOf(touches, today).map((one) => touchesIn(one).map(({ id }) => id));

describe('one conversation', () => {
  test('is what one rep has with one customer on one day, what matters most first', () => {
    expect(ids([touch('note', { kind: 'note' }), touch('call'), touch('promise', { kind: 'promise' })])).toEqual([
      ['promise', 'call', 'note'],
    ]);
  });
  test('what is overdue is said today', () => {
    expect(ids([touch('old', { dueOn: '2026-11-20' }), touch('new'), touch('next', { dueOn: '2026-11-25' })])).toEqual([
      ['old', 'new'],
      ['next'],
    ]);
  });
  test.each([
    ['another customer', { who: 'lee' }],
    ['another rep', { repId: 'otto' }],
    ['another day', { dueOn: '2026-11-25' }],
    ['what nobody has', { pooledAt: new Date() }],
    ['what waits for a complaint', { pausedAt: new Date() }],
  ])('not with %s', (_title, more) => {
    expect(ids([touch('a'), touch('b', more)])).toEqual([['a'], ['b']]);
    expect(conversationWith(touch('a'), [touch('a'), touch('b', more)], today).also).toEqual([]);
  });
});

const kinds: readonly TouchKind[] = ['promise', 'complaint', 'call', 'followup', 'note'];
const some = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.constantFrom('kim', 'lee', 'park'),
    repId: fc.constantFrom('hannah', 'otto'),
    dueOn: fc.constantFrom('2026-11-20', '2026-11-23', today, '2026-11-25', '2026-12-01'),
  }),
  { maxLength: 30 },
);
test('whatever is open: nothing is lost or said twice, and each touch finds its own conversation', () => {
  fc.assert(
    fc.property(some, (rows) => {
      const touches = rows.map((row, at) => touch(`t${at}`, row));
      const conversations = conversationsOf(touches, today);
      expect(conversations.flatMap((one) => touchesIn(one).map(({ id }) => id)).sort()).toEqual(
        touches.map(({ id }) => id).sort(),
      );
      for (const one of conversations) {
        for (const each of touchesIn(one)) expect(conversationWith(each, touches, today)).toEqual(one);
        for (const each of one.also) expect(kinds.indexOf(each.kind)).toBeGreaterThanOrEqual(kinds.indexOf(one.lead.kind));
      }
    }),
  );
});
