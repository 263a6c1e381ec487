import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey } from '../../src/files/read-email.ts';

describe('emailKey', () => {
  it.each([
    ['Ada.Baker@Example.COM', 'ada.baker@example.com'],
    ['a+b_c-d@sub.example.co.kr', 'a+b_c-d@sub.example.co.kr'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['김민수@example.com', '김민수@example.com'],
    ['ada@예시.한국', 'ada@예시.한국'],
  ])('%s', (value, key) => {
    expect(emailKey(value)).toBe(key);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a b@example.com',
    'ada@exa mple.com',
    'ada@@example.com',
    'ada@example..com',
    '.ada@example.com',
    'ada.@example.com',
    'a..b@example.com',
    'ada@-example.com',
    'a@example.com, b@example.com',
    'Ada <ada@example.com>',
    `${'a'.repeat(250)}@example.com`,
  ])('refuses %j', (value) => {
    expect(emailKey(value)).toBe(undefined);
  });

  it('takes every usual address and gives the same for its own key', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (value) => {
        const key = emailKey(value);
        expect(key).toBe(value.toLowerCase());
        expect(emailKey(key ?? '')).toBe(key);
      }),
    );
  });
});
