import { describe, expect, it } from 'vitest';
import { KNOWN_HEADERS } from '../../src/files/known-headers.ts';
import { mapTable } from '../../src/files/map-table.ts';
import { openTable } from '../../src/files/open-table.ts';
import { fixture } from './samples.ts';

/** Field to header names, which reads better than column numbers. */
function named(header: readonly string[]) {
  const mapping = mapTable(header);
  const columns = 'unknown' in mapping ? mapping.unknown.columns : mapping.columns;
  return Object.fromEntries(Object.entries(columns).map(([field, found]) => [field, found.map((i) => header[i])]));
}

describe('mapTable', () => {
  it.each([
    ['hubspot-contacts.csv', 'hubspot-contacts'],
    ['shopify-orders.csv', 'shopify-orders'],
    ['sheet-korean-cp949.csv', 'sheet'],
    ['sheet-chinese-gbk.csv', 'sheet'],
    ['sheet-taiwan-big5.csv', 'sheet'],
    ['sheet-german-semicolon.csv', 'sheet'],
  ])('knows %s', async (name, format) => {
    expect(mapTable((await openTable(fixture(name))).header)).toMatchObject({ format });
  });

  it('reads our own header', () => {
    expect(mapTable(['customer', 'company', 'phone', 'email', 'product', 'bought on', 'rep'])).toEqual({
      format: 'sheet',
      header: ['customer', 'company', 'phone', 'email', 'product', 'bought on', 'rep'],
      columns: { name: [0], company: [1], phone: [2], email: [3], product: [4], boughtOn: [5], rep: [6] },
      ignored: [],
    });
  });

  it.each([
    [['고객', '회사', '전화', '이메일', '제품', '구매일', '담당자']],
    [['客户', '公司', '电话', '邮箱', '产品', '购买日期', '负责人']],
    [['客戶', '公司', '電話', '電子郵件', '產品', '購買日期', '負責人']],
    [['Customer Name', 'COMPANY', 'Phone_Number', 'E-Mail', 'Product Name', 'Purchase Date', 'Sales-Rep']],
    [['담당자', '구매일', '제품명', '메일', '휴대폰 번호', '회사명', '고객 명']],
    [[' ＣＵＳＴＯＭＥＲ ', 'Company*', 'Tel.', 'email:', 'Item', 'Date', 'Owner']],
  ])('knows %j', (header) => {
    expect(Object.keys(named(header)).sort()).toEqual(['boughtOn', 'company', 'email', 'name', 'phone', 'product', 'rep']);
  });

  it('keeps several columns of one field in order of trust, and names the ignored ones', () => {
    const header = ['전화', '휴대폰', '고객', '부서'];
    expect(named(header)).toEqual({ phone: ['휴대폰', '전화'], name: ['고객'] });
    expect(mapTable(header)).toMatchObject({ ignored: [3] });
  });

  it('knows a HubSpot export by its own columns, also in small letters', () => {
    expect(mapTable(['record id', 'email', 'lifecycle stage'])).toMatchObject({ format: 'hubspot-contacts' });
    expect(mapTable(['Record ID', 'Name', 'Product', 'Bought on'])).toMatchObject({ format: 'sheet' });
  });

  it.each([
    [['customer', 'product'], 'sheet', [['boughtOn']]],
    [['고객', '구매일'], 'sheet', [['product']]],
    [['product', 'bought on', 'phone'], 'sheet', [['name', 'firstName', 'lastName']]],
    [['Name', 'Financial Status', 'Lineitem quantity'], 'shopify-orders', [['product'], ['boughtOn'], ['name', 'email']]],
    [['Record ID', 'Contact owner', 'City'], 'hubspot-contacts', [['email', 'firstName', 'lastName']]],
  ] as const)('says what %j lacks', (header, nearest, missing) => {
    expect(mapTable(header)).toMatchObject({ unknown: { nearest, missing, header } });
  });

  it.each([[[]], [['a', 'b']], [['Name', 'Colour']]])('comes near nothing in %j', (header) => {
    const found = mapTable(header);
    expect('unknown' in found && found.unknown.nearest).toBe(undefined);
  });

  it('gives each header of the sheet one meaning', () => {
    const all = Object.entries(KNOWN_HEADERS.sheet).flatMap(([field, headers]) =>
      headers.map((header) => [header, field] as const),
    );
    for (const [header, field] of all) expect([header, Object.keys(named([header]))]).toEqual([header, [field]]);
  });
});
