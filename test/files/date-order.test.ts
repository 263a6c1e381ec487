import { describe, expect, it } from 'vitest';
import { assumedOrder, surveyDateOrder } from '../../src/files/date-order.ts';
import { mapTable } from '../../src/files/map-table.ts';
import { openTable } from '../../src/files/open-table.ts';
import type { DateOrder } from '../../src/files/read-date.ts';
import { bytesOf, pieces } from './samples.ts';

async function survey(dates: readonly string[], hints: { countryDefault?: string; dateOrder?: DateOrder } = {}) {
  const table = await openTable(
    pieces(bytesOf(`customer,product,bought on\n${dates.map((date) => `Ada,Washer,${date}\n`).join('')}`)),
  );
  const mapping = mapTable(table.header);
  if ('unknown' in mapping) throw new Error('the test sheet was not understood');
  return (await surveyDateOrder(table, mapping, { zone: 'Asia/Seoul', ...hints })).dateOrder;
}

describe('surveyDateOrder', () => {
  it.each([
    [['3/4/2026', '20/4/2026'], {}, { order: 'day-first', basis: 'proven' }],
    [['3/4/2026', '4/20/2026'], {}, { order: 'month-first', basis: 'proven' }],
    [['3/4/2026', '4/20/2026'], { dateOrder: 'day-first' }, { order: 'month-first', basis: 'proven' }],
    [['3/4/2026'], {}, { order: 'day-first', basis: 'assumed' }],
    [['3/4/2026'], { countryDefault: 'US' }, { order: 'month-first', basis: 'assumed' }],
    [['3/4/2026'], { countryDefault: 'US', dateOrder: 'day-first' }, { order: 'day-first', basis: 'assumed' }],
    [['20/4/2026', '4/20/2026', '3/4/2026'], {}, { order: 'day-first', basis: 'contradicted' }],
    [['20/4/2026', '4/20/2026'], {}, { order: 'day-first', basis: 'unneeded' }],
    [['2026-04-03', '3.4.2026', '4/4/2026'], {}, { order: 'day-first', basis: 'unneeded' }],
    [[], {}, { order: 'day-first', basis: 'unneeded' }],
  ] as const)('%j with %j', async (dates, hints, expected) => {
    expect(await survey(dates, hints)).toEqual(expected);
  });
});

describe('assumedOrder', () => {
  it.each([
    [{ zone: 'America/Chicago' }, 'month-first'],
    [{ zone: 'America/Chicago', countryDefault: 'GB' }, 'day-first'],
    [{ zone: 'America/Sao_Paulo' }, 'day-first'],
    [{ zone: 'Europe/London' }, 'day-first'],
  ] as const)('%j', (hints, order) => {
    expect(assumedOrder(hints)).toBe(order);
  });
});
