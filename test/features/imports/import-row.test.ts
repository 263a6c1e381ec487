import { describe, expect, it } from 'vitest';
import { distinctCustomers, gain, importRow } from '../../../src/features/imports/import-row.ts';
import type { ImportRecord } from '../../../src/files/import-record.ts';

const record = (customer: Partial<ImportRecord['customer']>, more: Partial<ImportRecord> = {}): ImportRecord => ({
  line: 2,
  customer: { name: 'Ada', ...customer },
  ...more,
});
const row = (customer: Partial<ImportRecord['customer']>, more: Partial<ImportRecord> = {}) =>
  importRow(record(customer, more), 'key', 'sheet');

describe('importRow', () => {
  it.each([
    [{ email: 'Ada@Example.com', phone: '010-1234-5678', externalId: '7' }, 'mail:ada@example.com'],
    [{ phone: '010-1234-5678', externalId: '7' }, 'phone:+821012345678'],
    [{ externalId: '7' }, 'id:sheet:7'],
    [{ company: 'North Wind' }, 'name:ada|northwind'],
  ])('knows %j as %s', (customer, key) => {
    expect(row(customer).customer.identityKey).toBe(key);
  });

  it('leaves out what a database or a chat client refuses', () => {
    const { customer, purchase } = row(
      { name: 'A\u0000da\u202e', note: 'one\ntwo\u0007' },
      { purchase: { product: 'P\u0000ad', boughtOn: '2026-11-20', currency: 'K\u0000RW' } },
    );
    expect(customer.fields).toMatchObject({ name: 'Ada', note: 'one\ntwo' });
    expect(purchase).toMatchObject({ product: 'Pad', currency: 'KRW' });
  });

  it.each([
    ['name', 120],
    ['company', 120],
    ['phone', 40],
    ['note', 2_000],
  ] as const)('cuts %s at %i, as long as the form takes it, and never half a character', (field, max) => {
    const long = row({ [field]: `${'1'.repeat(max - 1)}😀😀` }).customer.fields[field];
    expect(long).toBe('1'.repeat(max - 1));
  });

  it('calls a customer whose name is nothing to see by what else is known', () => {
    expect(row({ name: '\u202e', email: 'a@example.com' }).customer.fields.name).toBe('a@example.com');
    expect(row({ name: '\u202e' }).customer.fields.name).toBe('–');
  });

  it.each([
    ['ko', 'ko'],
    ['zh-cn', 'zh'],
    ['de', undefined],
    [undefined, undefined],
  ])('reads language %s as %s', (tag, language) => {
    expect(row(tag === undefined ? {} : { language: tag }).customer.language).toBe(language);
  });
});

describe('gain', () => {
  const known = { fields: { name: 'Ada', company: 'Northwind' }, language: undefined };

  it.each([
    ['nothing where all is there', { name: 'Ada B.', company: 'Else' }, undefined, undefined],
    [
      'what is empty',
      { name: 'Ada', company: 'Else', country: 'KR' },
      undefined,
      { fields: { country: 'KR' }, language: undefined },
    ],
    ['the language', { name: 'Ada' }, 'ko', { fields: {}, language: 'ko' }],
  ] as const)('gives %s', (_, fields, language, expected) => {
    expect(gain(known, { fields, language })).toEqual(expected);
  });
});

describe('distinctCustomers', () => {
  it('joins the lines of one customer, the first word counting', () => {
    const rows = [
      row({ email: 'a@example.com' }),
      row({ name: 'Ada B.', email: 'a@example.com', company: 'Northwind' }, { rep: 'Jane' }),
      row({ email: 'b@example.com' }),
    ];
    const distinct = distinctCustomers(rows);
    expect([...distinct.keys()]).toEqual(['mail:a@example.com', 'mail:b@example.com']);
    expect(distinct.get('mail:a@example.com')).toMatchObject({
      rep: 'Jane',
      customer: { fields: { name: 'Ada', company: 'Northwind' } },
    });
  });
});
