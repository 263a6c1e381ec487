import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMangledNumber, isPhone, phoneKey } from '../../src/files/phone-key.ts';

describe('phoneKey', () => {
  it.each([
    [
      'KR',
      '+821000001234',
      [
        '010-0000-1234',
        '+82 10 0000 1234',
        '+82-10-0000-1234',
        '82-10-0000-1234',
        '01000001234',
        '1000001234',
        '+82 (0)10-0000-1234',
        '+82 010 0000 1234',
        '0082 10 0000 1234',
        "'010-0000-1234",
        '０１０－００００－１２３４',
        '010.0000.1234',
        '010 0000 1234 (내선 12)',
        '휴대폰: 010-0000-1234',
        '010-0000-1234 / 02-000-9999',
        '010-0000-1234 ext. 5',
      ],
    ],
    ['KR', '+8220001234', ['02-000-1234', '(02) 000-1234', '+82 2 000 1234']],
    ['CN', '+8613800000001', ['138-0000-0001', '138 0000 0001', '+86 138 0000 0001', '8613800000001', '008613800000001']],
    ['TW', '+886900000001', ['0900-000-001', '+886 900 000 001']],
    ['US', '+12025550143', ['(202) 555-0143', '202.555.0143', '+1 202-555-0143', '1-202-555-0143', '202-555-0143 x12']],
    ['GB', '+442079460958', ['020 7946 0958', '+44 (0)20 7946 0958', '+44 20 7946 0958']],
    ['IT', '+39061234567', ['06 1234567', '+39 06 1234567']],
  ])('in %s it is %s', (country, key, written) => {
    for (const value of written) expect([value, phoneKey(value, country)]).toEqual([value, key]);
  });

  it('knows Korean and Chinese mobiles without a country, and leaves other numbers open', () => {
    expect([phoneKey('010-0000-1234'), phoneKey('138 0000 0001'), phoneKey('020 7946 0958')]).toEqual([
      '+821000001234',
      '+8613800000001',
      '02079460958',
    ]);
  });

  it('is the same whatever stands between the digits', () => {
    const between = fc.constantFrom('', ' ', '-', '.', ' - ');
    fc.assert(
      fc.property(fc.stringMatching(/^010\d{8}$/), between, between, (digits, a, b) => {
        const value = digits.slice(0, 3) + a + digits.slice(3, 7) + b + digits.slice(7);
        expect(phoneKey(value, 'KR')).toBe(`+82${digits.slice(1)}`);
        expect(phoneKey(`+82 ${value.slice(1)}`)).toBe(`+82${digits.slice(1)}`);
      }),
    );
  });
});

describe('isPhone', () => {
  it.each([
    '',
    '12345',
    'none',
    'call her mother',
    'ada@example.com',
    '1234567890123456789',
    'room 12, floor 3',
    `${' '.repeat(10_000)}ext`,
  ])('refuses %j', (value) => {
    expect(isPhone(value)).toBe(false);
  });
});

describe('isMangledNumber', () => {
  it.each([
    ['1.01235E+10', true],
    ['1,01235E+10', true],
    ['8.21E+11', true],
    ['1E10', true],
    ['010-0000-1234', false],
    ['+82 10', false],
  ])('%s: %s', (value, mangled) => {
    expect(isMangledNumber(value)).toBe(mangled);
  });
});
