import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JoinTouch, joinConversations } from '../../../src/features/reminders/join.ts';

const touch = (id: string, more: Partial<JoinTouch> = {}): JoinTouch => ({
  ...{ id, workspaceId: 'w', repId: 'hannah', customerId: 'kim', kind: 'call', how: 'nudge' },
  ...more,
});
const ids = (rows: readonly JoinTouch[]) =>
  joinConversations(rows).map(({ lead, mates }) => [lead.id, ...mates.map(({ id }) => id)].join('+'));

test('what one rep has with one customer is one message, led by what matters most', () => {
  expect(
    ids([
      touch('note', { kind: 'note' }),
      touch('other', { customerId: 'lee' }),
      touch('promise', { kind: 'promise' }),
      touch('call'),
    ]),
  ).toEqual(['other', 'promise+call+note']);
});
test.each([
  ['another rep', { repId: 'otto' }],
  ['another workspace', { workspaceId: 'v' }],
  ['what is only listed', { how: 'list' as const }],
])('not with %s', (_title, more) => {
  expect(ids([touch('a'), touch('b', more)])).toEqual(['a', 'b']);
});
test('nothing is lost or told twice', () => {
  const rows = fc.array(
    fc.record({
      customerId: fc.constantFrom('kim', 'lee'),
      repId: fc.constantFrom('hannah', 'otto'),
      kind: fc.constantFrom('promise', 'complaint', 'call', 'followup', 'note'),
      how: fc.constantFrom('nudge', 'list', 'digest', 'manager'),
    }),
  );
  fc.assert(
    fc.property(rows, (some) => {
      const touches = some.map((row, at) => touch(`t${at}`, row));
      const told = joinConversations(touches).flatMap(({ lead, mates }) => [lead, ...mates]);
      expect(told.map(({ id }) => id).sort()).toEqual(touches.map(({ id }) => id).sort());
    }),
  );
});
