import { describe, expect, test } from 'vitest';
import { isStoreDown, UserError } from '../../src/app/errors.ts';
import { languages } from '../../src/languages/index.ts';

test.each(Object.entries(languages))('a mistake is said in %s, with what it is about', (_code, words) => {
  const said = new UserError('customerThere', ['Kim Minji', '010-1234'], 'name').say(words);
  expect(said).toContain('Kim Minji');
  expect(said).toContain('010-1234');
});

describe('whether the store is the cause', () => {
  const withCode = (code: string) => Object.assign(new Error('failed'), { code });
  const down: readonly Error[] = [
    withCode('P1001'),
    withCode('P2024'),
    withCode('P2028'),
    withCode('ECONNREFUSED'),
    withCode('57P01'),
    withCode('08006'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('The embedded database has ended.'),
    new Error('outer', { cause: new Error('middle', { cause: withCode('ECONNRESET') }) }),
  ];
  test.each(down.map((error) => [String(error.cause ?? ('code' in error ? error.code : error.message)), error]))(
    'yes: %s',
    (_name, error) => {
      expect(isStoreDown(error)).toBe(true);
    },
  );

  const others: readonly unknown[] = [
    withCode('P2002'),
    withCode('23505'),
    new TypeError('x is undefined'),
    'P1001',
    undefined,
    new Error('order 081234 is late'),
  ];
  test.each(others.map((error) => [String(error), error]))('no: %s', (_name, error) => {
    expect(isStoreDown(error)).toBe(false);
  });
});
