import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAmbiguous, provenOrder, readDate } from '../../src/files/read-date.ts';

const read = (value: string) => readDate(value, 'day-first', 'Asia/Seoul');

describe('readDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20 14:03', '2026-11-20'],
    ['2026-11-20T14:03:11', '2026-11-20'],
    // The shop's own clock: its day stays.
    ['2026-11-20 23:59:11 +0900', '2026-11-20'],
    ['2026-11-20 23:59:11 -0500', '2026-11-20'],
    ['2026-11-20T23:59:11-05:00', '2026-11-20'],
    // A machine's time: already the 21st in Seoul.
    ['2026-11-20T15:00:00Z', '2026-11-21'],
    ['2026-11-20T14:59:59.999Z', '2026-11-20'],
    ['2026-11-20 15:00:00Z', '2026-11-21'],
    ['2026-11-20T15:00:00+00:00', '2026-11-21'],
    ['2026. 11. 20.', '2026-11-20'],
    ['2026.11.20', '2026-11-20'],
    ['2026. 1. 2', '2026-01-02'],
    ['26. 11. 20.', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026/1/2 9:05', '2026-01-02'],
    ['2026년 11월 20일', '2026-11-20'],
    ['2026년11월20일(금)', '2026-11-20'],
    ['2026-11-20 Friday', '2026-11-20'],
    ['2026년 11월 20일 금요일', '2026-11-20'],
    ['26년 1월 2일', '2026-01-02'],
    ['2026-11-20 오후 2:03:11', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026年1月2日 星期五', '2026-01-02'],
    ['2026/11/20 下午 2:03', '2026-11-20'],
    ['２０２６年１１月２０日', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['3.4.2026', '2026-04-03'],
    ['20.11.26', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['11/20/26', '2026-11-20'],
    ['3/15/2024 2:30 PM', '2024-03-15'],
    ['20-11-2026', '2026-11-20'],
    ['01/02/85', '1985-02-01'],
    ['20 Nov 2026', '2026-11-20'],
    ['20-Nov-26', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20'],
    ['November 20th, 2026', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['46346', '2026-11-20'],
    ['46346.5854', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '2026',
    '2026-13-01',
    '2026-02-29',
    '2026-11-31',
    '31/31/2026',
    '0/1/2026',
    '20/11',
    '20261399',
    '1.01235E+10',
    '12345678901',
    '99999',
    '2026-11-20 soon',
    '11-20',
    'Foo 20, 2026',
    '20/11/20266',
    `2026-11-20${' '.repeat(200)}x`,
  ])('%j is no date', (value) => {
    expect(read(value)).toBe(undefined);
  });

  it('asks the order only where the value leaves it open', () => {
    expect([readDate('3/4/2026', 'day-first', 'UTC'), readDate('3/4/2026', 'month-first', 'UTC')]).toEqual([
      '2026-04-03',
      '2026-03-04',
    ]);
    expect([provenOrder('13/4/2026'), provenOrder('4/13/2026'), provenOrder('3/4/2026'), provenOrder('13.4.2026')]).toEqual([
      'day-first',
      'month-first',
      undefined,
      undefined,
    ]);
    expect([
      isAmbiguous('3/4/2026'),
      isAmbiguous('4/4/2026'),
      isAmbiguous('13/4/2026'),
      isAmbiguous('2026-03-04'),
      isAmbiguous('3.4.2026'),
    ]).toEqual([true, false, false, false, false]);
  });

  it('reads back any day in every notation', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        const [month, day] = [Number(m), Number(d)];
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        const forms = [
          `${y}. ${month}. ${day}.`,
          `${y}/${m}/${d}`,
          `${y}년 ${month}월 ${day}일`,
          `${y}年${month}月${day}日`,
          `${d}.${m}.${y}`,
          `${day}/${month}/${y}`,
          `${y}${m}${d}`,
          String(serial),
        ];
        for (const form of forms) expect([form, read(form)]).toEqual([form, iso]);
        expect(readDate(`${month}/${day}/${y}`, 'month-first', 'UTC')).toBe(iso);
      }),
    );
  });

  it('takes whatever comes without falling over', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(read(value) ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
  });
});
