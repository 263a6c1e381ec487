import { expect, test } from 'vitest';
import { statementNames } from '../../src/store/statement-names.ts';

const one = (sql: string, values = 1) => ({ sql, args: Array.from({ length: values }, (_, i) => i) });

test('a statement keeps its name, and another has another', () => {
  const nameOf = statementNames();
  const first = nameOf(one('SELECT $1'));
  expect(first).not.toBe('');
  expect(nameOf(one('SELECT $1'))).toBe(first);
  expect(nameOf(one('SELECT $1, 2'))).not.toBe(first);
});

test.each([
  ['without values', one('BEGIN', 0)],
  ['with a long list of values', one('SELECT … IN (…)', 41)],
])('%s it stays without one', (_name, statement) => {
  expect(statementNames()(statement)).toBe('');
});

test('there are not more names than a connection can well keep', () => {
  const nameOf = statementNames();
  const names = new Set(Array.from({ length: 1_000 }, (_, i) => nameOf(one(`SELECT $1 + ${i}`))));
  expect(names.size).toBe(201);
  expect(nameOf(one('SELECT $1 + 7'))).not.toBe('');
});
