import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/files/field.ts';
import type { ImportRecord } from '../../src/files/import-record.ts';
import { customerKey, recordKey, recordKeys } from '../../src/files/record-key.ts';

const ada = { name: 'Ada Baker', email: 'ada@example.com' };
const washer = { product: 'Washer', boughtOn: '2026-11-20' };
const keys = (records: readonly Omit<ImportRecord, 'line'>[], format: Format = 'sheet') => {
  const key = recordKeys(format, 'KR');
  return records.map((record, i) => key({ line: i + 2, ...record }));
};

describe('customerKey', () => {
  it.each([
    [{ name: 'A', email: 'a@example.com', externalId: 'X1' }, 'id:sheet:x1'],
    [{ name: 'A', email: 'A@Example.com', phone: '010-0000-1234' }, 'email:a@example.com'],
    [{ name: 'A', phone: '010-0000-1234' }, 'phone:+821000001234'],
    [{ name: 'A', phone: '202-555-0143', country: 'US' }, 'phone:+12025550143'],
    [{ name: ' Ada  BAKER', company: 'ＡＢＣ' }, 'name:ada baker|abc'],
    [{ name: '김민수' }, 'name:김민수|'],
  ])('%j', (customer, key) => {
    expect(customerKey(customer, 'sheet', 'KR')).toBe(key);
  });
});

describe('recordKey', () => {
  it.each([
    [1, 'shopify-orders:6866#0'],
    [2, 'shopify-orders+2:6866#0'],
  ])('is the id of the purchase where the file has one (%i)', (nth, key) => {
    expect(recordKey({ line: 9, customer: ada, purchase: { ...washer, externalId: '6866#0' } }, 'shopify-orders', nth)).toBe(key);
  });
});

describe('recordKeys', () => {
  it('keeps its keys for good: stored keys depend on them', () => {
    expect(
      keys([
        { customer: ada, purchase: washer },
        { customer: ada, purchase: { ...washer, externalId: 'A-17' } },
        { customer: ada },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "sheet:MCFXMyalGS1RYJZPWjDlx0:1",
        "sheet:A-17",
        "sheet:MrCWj32KPXIUNsCxijb-2V:1",
      ]
    `);
  });

  it('sees one record through different writing', () => {
    const [a] = keys([{ customer: { ...ada, phone: '1234567' }, purchase: washer, rep: 'x' }]);
    const [b] = keys([
      { customer: { name: 'A. Baker', email: 'ADA@example.com' }, purchase: { ...washer, product: ' washer', amount: 3 } },
    ]);
    expect(a).toBe(b);
  });

  it('tells two equal purchases of one file apart, and other customers, products, days', () => {
    const list = keys([
      { customer: ada, purchase: washer },
      { customer: ada, purchase: washer },
      { customer: ada, purchase: { ...washer, product: 'Dryer' } },
      { customer: ada, purchase: { ...washer, boughtOn: '2026-11-21' } },
      { customer: { name: 'Noor' }, purchase: washer },
      { customer: ada },
      { customer: ada, purchase: { ...washer, externalId: '1' } },
      { customer: ada, purchase: { ...washer, externalId: '1' } },
    ]);
    expect(new Set(list).size).toBe(list.length);
  });

  it('gives one file the same keys whatever the order of its lines', () => {
    const person = fc.constantFrom({ name: 'Ada' }, { name: 'Noor', email: 'noor@example.com' });
    const record = fc.record({
      customer: person,
      purchase: fc.record({ product: fc.constantFrom('Washer', 'Pad'), boughtOn: fc.constantFrom('2026-11-20', '2026-11-21') }),
    });
    const shuffled = fc
      .array(record)
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(new Set(keys(list)).size).toBe(list.length);
        expect(keys(other).sort()).toEqual(keys(list).sort());
      }),
    );
  });
});
