import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ListQuery,
  lastDay,
  listArgs,
  listQuery,
  packList,
  unpackList,
} from '../../../src/features/followups/list-query.ts';

const today = '2026-11-24';

describe('the last day of a span', () => {
  const cases: readonly [Partial<ListQuery>, string][] = [
    [{ span: 'today' }, '2026-11-24'],
    [{ span: 'overdue' }, '2026-11-23'],
    [{ span: 'week' }, '2026-12-01'],
    [{ span: 'today', customerId: '019e0000-0000-7000-8000-000000000000' }, '9999-12-31'],
  ];
  test.each(cases)('%j', (query, day) => {
    expect(lastDay({ span: 'today', ...query }, today)).toBe(day);
  });
});

describe('what a list may be asked for', () => {
  test('nothing said is today, the first page, one’s own', () => {
    expect(listQuery.parse({})).toEqual({ span: 'today', team: false, page: 0 });
  });
  const refused = [
    { span: 'month' },
    { page: '-1' },
    { page: '1.5' },
    { page: 'x' },
    { repId: 'me' },
    { customerId: '1' },
    { team: 'perhaps' },
  ];
  test.each(refused)('refused: %j', (args) => {
    expect(listQuery.safeParse(args).success).toBe(false);
  });
});

const query = fc.record(
  {
    span: fc.constantFrom('today' as const, 'overdue' as const, 'week' as const),
    team: fc.boolean(),
    page: fc.nat(10_000),
    repId: fc.uuid({ version: 7 }),
    customerId: fc.uuid({ version: 7 }),
  },
  { requiredKeys: ['span', 'team', 'page'] },
);

test('a list’s address leads back to it, as arguments and packed', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(listQuery.parse(listArgs(asked))).toEqual(asked);
      expect(unpackList(packList(asked))).toEqual(asked);
      // It travels in the id of a menu, which holds 255 characters with the touch and the command.
      expect(packList(asked).length).toBeLessThan(150);
    }),
  );
});

test('an address that is none is no list, whatever it is', () => {
  for (const text of [undefined, '', 'span=month', 'page=-1', 'repId=x']) expect(unpackList(text)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => void unpackList(text)));
});
