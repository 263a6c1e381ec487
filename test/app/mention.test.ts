import { expect, test } from 'vitest';
import { readMention } from '../../src/app/mention.ts';

const cases: readonly [text: string, account: string | undefined, rest: string][] = [
  ['@U0MARTA1', 'U0MARTA1', ''],
  ['@U0MARTA1 rep', 'U0MARTA1', 'rep'],
  ['rep @W012345678', 'W012345678', 'rep'],
  ['@U0MARTA1 manager, not @U0ANNA99', 'U0MARTA1', 'manager, not @U0ANNA99'],
  ['@U0MARTA1님', 'U0MARTA1', '님'],
  ['  kim  ', undefined, 'kim'],
  ['@here', undefined, '@here'],
  ['@unknown1', undefined, '@unknown1'],
  ['@U12', undefined, '@U12'],
  ['kim@UNITED.example', undefined, 'kim@UNITED.example'],
  ['', undefined, ''],
];
test.each(cases)('%j', (text, account, rest) => {
  expect(readMention(text)).toEqual({ account, rest });
});
