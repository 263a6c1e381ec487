import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstUnread, merged, withMessage, withoutMessage } from '../../../src/playground/page/messages.ts';
import type { Message } from '../../../src/playground/protocol.ts';

const message = (ts: number, more: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts: String(ts),
  user: 'U1',
  text: `at ${ts}`,
  ...more,
});
const times = (list: readonly Message[]) => list.map(({ ts }) => Number(ts));

describe('a conversation', () => {
  it('stays in order of time, each message once, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 })), (order) => {
        const list = order.reduce<Message[]>((all, ts) => withMessage(all, message(ts)), []);
        expect(times(list)).toEqual([...new Set(order)].sort((a, b) => a - b));
      }),
    );
  });

  it('shows the newer state of a message in its place', () => {
    const list = withMessage([message(1), message(2), message(3)], message(2, { text: 'changed' }));
    expect(list.map(({ text }) => text)).toEqual(['at 1', 'changed', 'at 3']);
  });

  it('keeps an ephemeral message apart from one of the same time', () => {
    const both = withMessage([message(1)], message(1, { ephemeral: true }));
    expect(both).toHaveLength(2);
    expect(withoutMessage(both, '1', true)).toEqual([message(1)]);
  });

  it('fetched anew keeps what only the page knows, and drops what was deleted meanwhile', () => {
    const known = [message(1), message(2), message(3, { ephemeral: true }), message(9)];
    expect(times(merged([message(1), message(5)], known))).toEqual([1, 3, 5, 9]);
  });
});

describe('the first unread message', () => {
  const list = [message(1), message(2, { user: 'ME' }), message(3), message(4)];
  it.each([
    [0, undefined],
    [1, '4'],
    [2, '3'],
    [9, '1'],
  ])('of %i is %s', (unread, ts) => expect(firstUnread(list, unread, 'ME')).toBe(ts));
});
