import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '../../src/files/import-record.ts';
import { mapTable } from '../../src/files/map-table.ts';
import { openTable } from '../../src/files/open-table.ts';
import type { Problem } from '../../src/files/problem.ts';
import { type ReadOptions, readRecords } from '../../src/files/read-records.ts';
import { generateSheet } from '../fixtures/files/generate-sheet.ts';
import { all, bytesOf, fixture, pieces } from './samples.ts';

const options: ReadOptions = { zone: 'Asia/Seoul', today: '2026-11-24', countryDefault: 'KR' };

async function read(source: AsyncIterable<Uint8Array>, more: Partial<ReadOptions> = {}) {
  const table = await openTable(source);
  const mapping = mapTable(table.header);
  if ('unknown' in mapping) throw new Error(`not understood: ${table.header}`);
  const lines = await all(readRecords(table, mapping, { ...options, ...more }));
  const records: ImportRecord[] = lines.flatMap((item) => ('record' in item ? [item.record] : []));
  const problems: (readonly [number, Problem])[] = lines.flatMap((item) =>
    'problem' in item ? [[item.line, item.problem] as const] : [],
  );
  return { records, problems };
}

const sheet = (...rows: readonly string[]) =>
  pieces(bytesOf(`customer,phone,email,product,bought on,country,language,birthday,amount,quantity\n${rows.join('\n')}`));

describe('readRecords', () => {
  it('reads a HubSpot export: customers, and purchases of those who bought', async () => {
    const { records, problems } = await read(fixture('hubspot-contacts.csv'));
    expect(records).toEqual([
      {
        line: 2,
        customer: {
          name: 'Ada Baker',
          company: 'Northwind Sample, Inc.',
          phone: '+1 202-555-0143',
          email: 'Ada.Baker@example.com',
          country: 'US',
          language: 'en',
          birthday: '1984-05-02',
          externalId: '70101',
        },
        purchase: { product: 'Espresso machine, two groups', boughtOn: '2026-11-18', amount: 5400 },
        rep: 'Jane Doe',
      },
      // Family name first, the mobile before the desk, and no product in the file.
      {
        line: 3,
        customer: {
          name: '김민수',
          company: '한빛상사',
          phone: '010-0000-4321',
          email: 'minsu.kim@example.com',
          country: 'KR',
          language: 'ko',
          externalId: '70102',
        },
        purchase: { product: '', boughtOn: '2026-11-20' },
        rep: '박지현',
      },
      // A lead's close date lies ahead and is no purchase.
      { line: 4, customer: { name: 'no.name@example.org', email: 'no.name@example.org', externalId: '70103' } },
      {
        line: 5,
        customer: {
          name: '张伟',
          company: '东方机械',
          email: 'wei.zhang@example.com',
          country: 'CN',
          language: 'zh-cn',
          externalId: '70104',
        },
        rep: 'jane.doe@example.com',
        remarks: [{ code: 'bad-birthday', column: 'Date of birth', value: 'every spring' }],
      },
    ]);
    expect(problems).toEqual([[6, { code: 'missing', field: 'name' }]]);
  });

  it('reads a Shopify export: one record a line item, the order said once', async () => {
    const { records, problems } = await read(fixture('shopify-orders.csv'));
    const customer = {
      name: '이서연',
      phone: '010-0000-7788',
      email: 'seoyeon.lee@example.com',
      country: 'KR',
      note: '경비실에 맡겨 주세요.\n부재중이면 전화 주세요.',
    };
    const frame = { boughtOn: '2026-11-20', currency: 'KRW' };
    expect(records).toEqual([
      {
        line: 2,
        customer,
        purchase: { ...frame, product: '공기청정기 - 화이트', externalId: '6866149310695#0', amount: 389_000, quantity: 1 },
      },
      {
        line: 4,
        customer,
        purchase: { ...frame, product: '교체 필터', externalId: '6866149310695#1', amount: 70_000, quantity: 2 },
      },
      {
        line: 5,
        customer: { name: 'Ada Baker', phone: '+1 202-555-0143', email: 'ada.baker@example.com', country: 'US' },
        remarks: [{ code: 'cancelled' }],
      },
      { line: 6, customer: { name: 'Noor Okafor', email: 'noor@example.net', country: 'NG' }, remarks: [{ code: 'cancelled' }] },
      { line: 7, customer: { name: 'Noor Okafor', email: 'noor@example.net', country: 'NG' }, remarks: [{ code: 'cancelled' }] },
    ]);
    // Sold over the counter to nobody in particular.
    expect(problems).toEqual([[8, { code: 'missing', field: 'name' }]]);
  });

  it('takes no Shopify line without its order', async () => {
    const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name';
    const rows = [
      '#1,,paid,2026-11-01 10:00:00 +0900,1,Washer,5,Ada',
      '#2,,,,1,Filter,1,',
      '#3,,paid,soon,1,Pad,5,Noor',
      '#3,,,,1,Mat,5,',
      '#4,,paid,2026-11-02,1,Lamp,5,Erik',
      '#4,,,,3,Bulb,2.5,',
      '#4,,,,,,,',
    ];
    const { records, problems } = await read(pieces(bytesOf([header, ...rows].join('\n'))));
    expect(records.map(({ line, purchase }) => [line, purchase?.externalId, purchase?.amount])).toEqual([
      [2, '#1#0', 5],
      [6, '#4#0', 5],
      [7, '#4#1', 7.5],
    ]);
    expect(problems).toEqual([
      [3, { code: 'orphan-line', value: '#2' }],
      [4, { code: 'bad-date', column: 'Created at', value: 'soon' }],
    ]);
  });

  it('reads the same Korean sheet from CP949 and from UTF-16 with tabs', async () => {
    const cp949 = await read(fixture('sheet-korean-cp949.csv'));
    expect(cp949).toEqual(await read(fixture('sheet-korean-excel-unicode.txt')));
    expect(cp949.problems).toEqual([]);
    expect(cp949.records[0]).toEqual({
      line: 2,
      customer: {
        name: '김민수',
        company: '한빛상사',
        phone: '010-0000-4321',
        email: 'minsu.kim@example.com',
        birthday: '1985-03-07',
      },
      purchase: { product: '드럼 세탁기', boughtOn: '2026-11-20' },
      rep: '박지현',
    });
    expect(cp949.records.map(({ line, customer }) => [line, customer.name, customer.note])).toEqual([
      [2, '김민수', undefined],
      [3, '이서연', '아침 전화 선호\n점심은 피할 것'],
      [5, '똠방각하', undefined],
    ]);
  });

  it.each([
    [
      'sheet-chinese-gbk.csv',
      [
        ['张伟', '2026-11-20'],
        ['欧阳静怡', '2026-11-19'],
        ['刘洋', '2026-11-18'],
      ],
    ],
    [
      'sheet-taiwan-big5.csv',
      [
        ['陳怡君', '2026-11-20'],
        ['黃建國', '2026-11-21'],
      ],
    ],
    [
      'sheet-german-semicolon.csv',
      [
        ['Jürgen Weiß', '2026-11-20'],
        ['Chloé Lefèvre', '2026-11-05'],
      ],
    ],
  ])('reads %s', async (name, expected) => {
    const { records, problems } = await read(fixture(name));
    expect(records.map(({ customer, purchase }) => [customer.name, purchase?.boughtOn])).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('names each mistake by its line', async () => {
    const { records, problems } = await read(fixture('sheet-with-mistakes.csv'));
    expect(problems).toEqual([
      [4, { code: 'missing', field: 'name' }],
      [5, { code: 'mangled-phone', column: 'phone', value: '1.01235E+10' }],
      [6, { code: 'bad-email', column: 'email', value: 'seoyeon(at)example.com' }],
      [7, { code: 'bad-date', column: 'bought on', value: 'soon' }],
      [9, { code: 'future-date', column: 'bought on', value: '2027-01-05' }],
      [10, { code: 'missing', field: 'product' }],
      [11, { code: 'too-many-cells', cells: 8, expected: 7 }],
    ]);
    expect(records.map(({ line, customer, remarks }) => [line, customer.name, remarks])).toEqual([
      [2, 'Ada Baker', undefined],
      [12, 'Short Row', [{ code: 'too-few-cells', cells: 4, expected: 7 }]],
      [13, '=HYPERLINK("x")', undefined],
    ]);
  });

  it.each([
    ['several faults of one line', 'Ada,12,ada,Washer,2026-11-20', ['bad-email', 'bad-phone']],
    ['a purchase before all computers', 'Ada,,,Washer,1899-11-20', ['absurd-date']],
    ['a birthday to come', 'Ada,,,,,,,2027-01-01', ['future-date']],
    ['lost characters', 'Ad\uFFFDa,,,Washer,2026-11-20', ['unreadable']],
    ['a name that swallowed a page', `${'x'.repeat(600)},,,Washer,2026-11-20`, ['too-long']],
    ['a product without its day', 'Ada,,,Washer,', ['missing']],
    ['an open quote', '"Ada,,,Washer,2026-11-20', ['unclosed-quote']],
  ])('refuses %s', async (_, row, codes) => {
    const { records, problems } = await read(sheet(row));
    expect([records, problems.map(([line, { code }]) => [line, code])]).toEqual([[], codes.map((code) => [2, code])]);
    for (const [, problem] of problems) if ('value' in problem) expect(problem.value.length).toBeLessThanOrEqual(60);
  });

  it('takes a line with odd details and remarks on them', async () => {
    const { records } = await read(
      sheet(
        '  Ada \n',
        'Noor,,,Washer,2026-11-20,Atlantis,Klingon,,much,some,,',
        ' Erik\u200B   Lind\u00A0 ,,,Washer,2026-11-20,한국,영어,,"₩1,000",2',
      ),
    );
    expect(records.map(({ customer, purchase, remarks }) => [customer, purchase, remarks?.map(({ code }) => code)])).toEqual([
      [{ name: 'Ada' }, undefined, ['too-few-cells']],
      [
        { name: 'Noor' },
        { product: 'Washer', boughtOn: '2026-11-20' },
        ['unknown-country', 'unknown-language', 'bad-amount', 'bad-quantity'],
      ],
      [
        { name: 'Erik Lind', country: 'KR', language: 'en' },
        { product: 'Washer', boughtOn: '2026-11-20', amount: 1000, quantity: 2 },
        undefined,
      ],
    ]);
  });

  it('composes letters that a Mac writes apart', async () => {
    const { records } = await read(sheet(`${'김민수 é'.normalize('NFD')},,,${'세탁기'.normalize('NFD')},2026-11-20`));
    expect([records[0]?.customer.name, records[0]?.purchase?.product]).toEqual(['김민수 é', '세탁기']);
  });

  it('reads ambiguous dates as told, and unambiguous ones as they are', async () => {
    const dates = (more: Partial<ReadOptions>) =>
      read(sheet('Ada,,,Washer,3/4/2026', 'Ada,,,Washer,3/20/2026'), more).then(({ records }) =>
        records.map(({ purchase }) => purchase?.boughtOn),
      );
    expect(await dates({})).toEqual(['2026-04-03', '2026-03-20']);
    expect(await dates({ dateOrder: 'month-first' })).toEqual(['2026-03-04', '2026-03-20']);
    expect(await dates({ countryDefault: 'US' })).toEqual(['2026-03-04', '2026-03-20']);
  });

  it('reads every row of a generated sheet, at its line', async () => {
    const { records, problems } = await read(generateSheet(5000));
    expect([records.length, problems]).toEqual([5000, []]);
    // Each fiftieth row has a note of two lines.
    expect(records.map(({ line }) => line)).toEqual(Array.from({ length: 5000 }, (_, i) => 2 + i + Math.ceil(i / 50)));
  });
});
