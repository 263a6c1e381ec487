import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/features/imports/preview.ts';
import { previewImport } from '../../../src/features/imports/preview-import.ts';
import type { ImportOptions } from '../../../src/features/imports/read-file.ts';
import { nameRep } from '../../../src/features/imports/reps.ts';
import { runImport } from '../../../src/features/imports/run-import.ts';
import { type BotRig, openBot, type Team } from '../../support/bot.ts';
import { everything } from '../../support/seed.ts';
import { fixtureBytes, optionsOf, sheet, sourceOf } from './files.ts';

let rig: BotRig;
let team: Team;
let options: ImportOptions;
let count = 0;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());
beforeEach(async () => {
  count += 1;
  team = await rig.team(`T0PREVIEW${count}`, { country: 'KR' });
  await team.member('U0MINA', 'admin', { name: 'Mina' });
  options = await optionsOf(rig, team, 'U0MINA');
});

async function preview(bytes: Uint8Array | string): Promise<Preview> {
  const found = await previewImport(team.scope, sourceOf(bytes), options);
  if ('unreadable' in found) throw new Error(`not read: ${found.unreadable.header}`);
  return found;
}

describe('previewImport', () => {
  it.each([
    'hubspot-contacts.csv',
    'shopify-orders.csv',
    'sheet-with-mistakes.csv',
    'sheet-korean-cp949.csv',
    'sheet-us-dates.csv',
  ])('promises of %s what the import then does, and changes nothing itself', async (name) => {
    const bytes = fixtureBytes(name);
    const before = await everything(team);
    const { lines, customers, purchases, touches } = await preview(bytes);
    expect(await everything(team)).toEqual(before);
    const outcome = await runImport(team.scope, sourceOf(bytes), options);
    expect(outcome).toEqual({ lines, customers: { fresh: customers.fresh, filled: customers.filled }, purchases, touches });
    expect(await preview(bytes)).toMatchObject({
      lines,
      customers: { fresh: 0, known: customers.fresh, filled: 0 },
      purchases: 0,
      touches: 0,
    });
  });

  it('tells format, encoding, columns and what is left out', async () => {
    const found = await preview(fixtureBytes('sheet-korean-cp949.csv'));
    expect(found).toMatchObject({ format: 'sheet', encoding: 'cp949', ignored: [] });
    expect(found.columns).toContainEqual({ field: 'phone', headers: ['휴대폰'] });
    const { format, ignored } = await preview(fixtureBytes('hubspot-contacts.csv'));
    expect(format).toBe('hubspot-contacts');
    expect(ignored).toContain('Job Title');
  });

  it('names each wrong line with all that is wrong with it', async () => {
    const { wrongLines, wrong, lines } = await preview(fixtureBytes('sheet-with-mistakes.csv'));
    expect({ lines, wrongLines }).toEqual({ lines: 3, wrongLines: 7 });
    expect(wrong.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [4, ['missing']],
      [5, ['mangled-phone']],
      [6, ['bad-email']],
      [7, ['bad-date']],
      [9, ['future-date']],
      [10, ['missing']],
      [11, ['too-many-cells']],
    ]);
    const two = await preview(sheet('Ada,,12,ada(at)example.com,Pad,soon,'));
    expect(two.wrongLines).toBe(1);
    expect(two.wrong[0]?.problems.map(({ code }) => code)).toEqual(['bad-email', 'bad-phone', 'bad-date']);
  });

  it('shows the first wrong lines and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `C${at},,,,Pad,soon,`);
    const { wrong, wrongLines } = await preview(sheet(...rows));
    expect(wrongLines).toBe(30);
    expect(wrong.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each([
    ['2026-11-03', undefined],
    ['11/3/2026', 'day-first'],
    ['11/23/2026', undefined],
  ])('says that dates like %s were guessed: %s', async (boughtOn, order) => {
    const { assumedOrder } = await preview(sheet(`Ada,,,ada@example.com,Pad,${boughtOn},`));
    expect(assumedOrder).toBe(order);
  });

  it('names the reps nobody knows, the most frequent first', async () => {
    await team.member('U0JANE', 'rep', { name: 'Jane Doe' });
    await team.scope.transaction((tx) => nameRep(tx, 'JP', null));
    const rows = ['Bo', 'Ann', 'ANN ', 'Jane Doe', 'jp', '', 'ann'].map(
      (rep, at) => `C${at},,,c${at}@example.com,Pad,2026-11-20,${rep}`,
    );
    const { unknownReps } = await preview(sheet(...rows));
    expect(unknownReps).toEqual([
      { name: 'Ann', lines: 3 },
      { name: 'Bo', lines: 1 },
    ]);
  });

  it('does not count a customer twice who is on several lines', async () => {
    const line = 'Ada,,,ada@example.com,Pad,2026-11-24,';
    expect(await preview(sheet(line, line, 'Ada,,,,Mat,2026-11-24,'))).toMatchObject({
      customers: { fresh: 2, known: 0 },
      purchases: 3,
      touches: 8,
    });
  });
});
