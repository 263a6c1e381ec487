import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/decode.ts';
import { detectEncoding } from '../../src/files/detect-encoding.ts';
import { bytesOf, chinese, korean, sheetIn } from './samples.ts';

const cases: readonly (readonly [text: string, written: string, found: string])[] = [
  ['customer,product\nAda,Washer\n', 'utf8', 'utf-8'],
  ['고객,제품\n김민수,세탁기\n', 'utf8', 'utf-8'],
  ['고객,제품\n김민수,세탁기\n', 'cp949', 'cp949'],
  ['김민수', 'cp949', 'cp949'],
  // Syllables that only CP949 has, not EUC-KR.
  ['고객\n똠방각하\n햏설펲\n', 'cp949', 'cp949'],
  ['客户,产品\n张伟,洗衣机\n', 'gbk', 'gb18030'],
  ['张伟', 'gbk', 'gb18030'],
  // Valid UTF-8 by the older, laxer rule.
  ['联通', 'gbk', 'gb18030'],
  ['客户\n𠮷田\n', 'gb18030', 'gb18030'],
  ['客戶,電話\n陳怡君,0900\n', 'big5', 'big5'],
  ['顧客名,商品\n山田太郎,コーヒーメーカー\n', 'shift_jis', 'shift_jis'],
  ['name,city\nJürgen Weiß,Zürich\nChloé,Orléans\n', 'win1252', 'windows-1252'],
  ['name,price\nAndré,5 €\n', 'win1252', 'windows-1252'],
  // Two bytes of each would also be one Japanese or Chinese character.
  ['Îles Canaries\nl’Est\nnorvégien\n', 'win1252', 'windows-1252'],
  ['Europäische Union\nÅland\n', 'win1252', 'windows-1252'],
  ['name\nJosé\n', 'utf8', 'utf-8'],
  // A NUL that got in somewhere.
  [`customer,product\n${'Ada,Washer\n'.repeat(9)}Kim\u0000,Dryer\n`, 'utf8', 'utf-8'],
  ['имя\nИван\n', 'utf8', 'utf-8'],
  ['name,product\nKim,Washer\n', 'utf16-le', 'utf-16le'],
  ['가,나\n', 'utf16-le', 'utf-16le'],
  ['一,二\n', 'utf16-be', 'utf-16be'],
  ['客户,产品\r\n张伟,洗衣机', 'utf16-be', 'utf-16be'],
];

describe('detectEncoding', () => {
  it.each(cases)('%j written as %s is %s', (text, written, found) => {
    const bytes = iconv.encode(text, written);
    expect(detectEncoding(bytes, true)).toBe(found);
    expect(decode(bytes).text).toBe(text);
  });

  it.each(['utf8', 'utf16-le', 'utf16-be'])('believes a byte order mark of %s and drops it', (written) => {
    expect(decode(iconv.encode('é', written, { addBOM: true })).text).toBe('é');
  });

  it('takes an empty file for UTF-8', () => {
    expect(detectEncoding(new Uint8Array(), true)).toBe('utf-8');
  });

  it('forgives a character that the end of the sample cuts, and only there', () => {
    const bytes = bytesOf('고객,제품,고객,제품,고객,제품');
    for (const cut of [1, 2]) expect(detectEncoding(bytes.subarray(0, bytes.length - cut), false)).toBe('utf-8');
    for (const encoding of ['cp949', 'gbk'] as const) {
      const old = iconv.encode(encoding === 'cp949' ? '고객명,세탁기,김민수' : '客户姓名,洗衣机,张伟', encoding);
      expect(detectEncoding(old.subarray(0, old.length - 1), false)).toBe(encoding === 'gbk' ? 'gb18030' : encoding);
    }
  });

  const written = ['utf8', 'utf16-le', 'utf16-be'];
  it.each([
    ['Korean', korean, [...written, 'cp949']],
    ['Chinese', chinese, [...written, 'gbk', 'gb18030']],
  ] as const)('reads any %s sheet back from every encoding it can be in', (_, language, encodings) => {
    const property = fc.property(sheetIn(language), fc.constantFrom(...encodings), (text, encoding) => {
      expect(decode(iconv.encode(text, encoding)).text).toBe(text);
    });
    fc.assert(property, { numRuns: 600 });
  });

  it.each([
    ['Korean', korean, 'cp949'],
    ['Chinese', chinese, 'gbk'],
  ] as const)('reads a bare list of four %s names', (_, language, encoding) => {
    const names = fc.uniqueArray(language.name, { minLength: 4, maxLength: 4 }).map((list) => `${list.join('\n')}\n`);
    fc.assert(
      fc.property(names, (text) => {
        expect(decode(iconv.encode(text, encoding)).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
