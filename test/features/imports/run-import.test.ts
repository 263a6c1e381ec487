import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customerFields } from '../../../src/features/customers/customer.ts';
import { updateCustomer } from '../../../src/features/customers/store.ts';
import type { ImportOptions } from '../../../src/features/imports/read-file.ts';
import { nameRep } from '../../../src/features/imports/reps.ts';
import { runImport } from '../../../src/features/imports/run-import.ts';
import type { Scope } from '../../../src/store/index.ts';
import { generateSheet } from '../../fixtures/files/generate-sheet.ts';
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
  team = await rig.team(`T0RUN${count}`, { country: 'KR' });
  await team.member('U0MINA', 'admin', { name: 'Mina' });
  options = await optionsOf(rig, team, 'U0MINA');
});

const bring = (text: string, more: Partial<ImportOptions> = {}) => runImport(team.scope, sourceOf(text), { ...options, ...more });
const later = new Date('2026-11-25T03:00:00Z');
const nothing = { customers: { fresh: 0, filled: 0 }, purchases: 0, touches: 0 };

describe('runImport', () => {
  it.each([
    ['hubspot-contacts.csv', { lines: 4, customers: { fresh: 4, filled: 0 }, purchases: 2, touches: 5 }],
    ['shopify-orders.csv', { lines: 5, customers: { fresh: 3, filled: 0 }, purchases: 2, touches: 3 }],
    ['sheet-with-mistakes.csv', { lines: 3, customers: { fresh: 3, filled: 0 }, purchases: 2, touches: 6 }],
    ['sheet-korean-cp949.csv', { lines: 3, customers: { fresh: 3, filled: 0 }, purchases: 3, touches: 7 }],
    ['sheet-chinese-gbk.csv', { lines: 3, customers: { fresh: 3, filled: 0 }, purchases: 3, touches: 7 }],
    ['sheet-korean-excel-unicode.txt', { lines: 3, customers: { fresh: 3, filled: 0 }, purchases: 3, touches: 7 }],
    ['sheet-german-semicolon.csv', { lines: 2, customers: { fresh: 2, filled: 0 }, purchases: 2, touches: 4 }],
  ])('brings %s in, and a second time changes nothing', async (name, outcome) => {
    const open = sourceOf(fixtureBytes(name));
    expect(await runImport(team.scope, open, options)).toEqual(outcome);
    const before = await everything(team);
    expect(before.customers).toHaveLength(outcome.customers.fresh);
    expect(before.purchases).toHaveLength(outcome.purchases);
    expect(before.touches).toHaveLength(outcome.touches);
    expect(await runImport(team.scope, open, { ...options, now: later })).toEqual({ ...nothing, lines: outcome.lines });
    expect(await everything(team)).toEqual(before);
  });

  it.each([
    ['a phone', 'Kim Minji,,,,Washer,2026-11-20,', { name: 'Kim Minji', phone: '010-1234-5678', country: 'KR' }],
    ['another mail', 'Kim Minji,,,kim@old.example,Washer,2026-11-20,', { name: 'Kim Minji', email: 'kim@new.example' }],
    ['another name', 'Kim Minji,,,,Washer,2026-11-20,', { name: 'Kim Min-ji' }],
  ])('knows a customer whose file has %s since', async (_what, line, edited) => {
    await bring(sheet(line));
    const before = await everything(team);
    const fields = customerFields.parse(edited);
    await team.scope.transaction((tx) => updateCustomer(tx, String(before.customers[0]?.id), fields, later));
    await bring(sheet(line, line.replace('Washer', 'Dryer')));
    const { customers, purchases, touches } = await everything(team);
    expect(customers).toMatchObject([edited]);
    expect(purchases).toHaveLength(2);
    // Both things were bought on one day: one round of calls.
    expect(touches).toEqual(before.touches);
  });

  it('keeps what a line says', async () => {
    await runImport(team.scope, sourceOf(fixtureBytes('shopify-orders.csv')), options);
    const { customers, purchases, touches } = await everything(team);
    expect(customers.find(({ name }) => name === '이서연')).toMatchObject({
      identityKey: 'mail:seoyeon.lee@example.com',
      phone: '010-0000-7788',
      country: 'KR',
      note: '경비실에 맡겨 주세요.\n부재중이면 전화 주세요.',
      ownerId: options.personId,
      searchKeys: expect.arrayContaining(['이서', '#7788', '@seoyeon.lee@example.com']),
      createdAt: options.now,
    });
    expect(purchases.map(({ key, product, amount, currency }) => [key, product, amount, currency]).sort()).toEqual([
      ['shopify-orders:6866149310695#0', '공기청정기 - 화이트', '389000', 'KRW'],
      ['shopify-orders:6866149310695#1', '교체 필터', '70000', 'KRW'],
    ]);
    // One order, one round of calls. Bought on Friday the 20th: day 2 is a Saturday, so the call is on Monday; the note would
    // come too late.
    const first = purchases.find(({ key }) => key.endsWith('#0'));
    const planned = touches
      .filter(({ purchaseId }) => purchaseId === first?.id)
      .map(({ step, dueOn }) => [step, dueOn.toISOString().slice(0, 10)]);
    expect(planned.sort()).toEqual([
      ['day12', '2026-12-01'],
      ['day2', '2026-11-23'],
      ['day5', '2026-11-24'],
    ]);
  });

  it('words a purchase whose file does not say what was bought', async () => {
    await runImport(team.scope, sourceOf(fixtureBytes('hubspot-contacts.csv')), { ...options, purchaseWord: '구매' });
    const { purchases } = await everything(team);
    expect(purchases.map(({ product }) => product).sort()).toEqual(['Espresso machine, two groups', '구매']);
  });

  it('fills what is empty in a file that is here, and replaces nothing', async () => {
    await bring(sheet('Ada,,,ada@example.com,Pad,2026-11-20,'));
    const more = sheet('Ada B.,Northwind,+1 202-555-0143,ADA@example.com,Pad,2026-11-20,');
    expect(await bring(more, { now: later })).toMatchObject({ customers: { fresh: 0, filled: 1 }, purchases: 0 });
    const [ada] = (await everything(team)).customers;
    expect(ada).toMatchObject({
      name: 'Ada',
      company: 'Northwind',
      phone: '+1 202-555-0143',
      updatedAt: later,
      searchText: 'ada\nnorthwind',
    });
    expect(ada?.searchKeys).toEqual(expect.arrayContaining(['no', '#0143']));
    expect(await bring(sheet('Ada,Elsewhere,,ada@example.com,Pad,2026-11-20,'))).toMatchObject({
      customers: { fresh: 0, filled: 0 },
    });
    expect((await everything(team)).customers[0]?.company).toBe('Northwind');
  });

  it('knows a purchase again whose customer was given another address since', async () => {
    const text = sheet('Ada,,,ada@example.com,Pad,2026-11-20,');
    await bring(text);
    await team.scope.transaction((tx) =>
      tx.db.customer.updateMany({ where: {}, data: { email: 'new@example.com', identityKey: 'mail:new@example.com' } }),
    );
    expect(await bring(text)).toEqual({ ...nothing, lines: 1 });
    expect((await everything(team)).customers).toHaveLength(1);
  });

  it('plans nothing for who does not want to be contacted', async () => {
    await bring(sheet('Ada,,,ada@example.com,,,'));
    await team.scope.transaction((tx) => tx.db.customer.updateMany({ where: {}, data: { doNotContactAt: later } }));
    expect(await bring(sheet('Ada,,,ada@example.com,Pad,2026-11-24,'))).toMatchObject({ purchases: 1, touches: 0 });
  });

  it('gives lines to the rep they name, by name, mail or earlier answer, and the others to whoever imports', async () => {
    await team.member('U0JANE', 'rep', { name: 'Jane Doe', email: 'Jane@Example.com' });
    await team.member('U0PARK', 'rep', { name: 'Park' });
    await team.member('U0TWIN', 'rep', { name: 'Twin' });
    await team.member('U0OTHER', 'rep', { name: 'twin' });
    const [mina, jane, park] = [options.personId, await team.personId('U0JANE'), await team.personId('U0PARK')];
    await team.scope.transaction((tx) => nameRep(tx, ' JP ', park));
    const rows = ['jane doe', 'jane@example.COM', 'jp', 'Nobody', 'Twin', ''].map(
      (rep, at) => `C${at},,,c${at}@example.com,Pad,2026-11-24,${rep}`,
    );
    await bring(sheet(...rows));
    const { customers, purchases, touches } = await everything(team);
    const owners = new Map(customers.map(({ name, ownerId }) => [name, ownerId]));
    // The one line that names nobody: whoever imports leads others, so it waits in the pool.
    const expected = [jane, jane, park, mina, mina, null];
    expect(expected.map((_, at) => owners.get(`C${at}`))).toEqual(expected);
    const repOf = new Map(purchases.map(({ customerId, repId }) => [customerId, repId]));
    for (const { id, ownerId } of customers) expect(repOf.get(id)).toBe(ownerId ?? mina);
    expect(touches).toHaveLength(24);
    for (const { customerId, repId } of touches) expect(repId).toBe(repOf.get(customerId));
    const pooled = touches.filter(({ pooledAt }) => pooledAt !== null).map(({ customerId }) => customerId);
    expect(new Set(pooled)).toEqual(new Set(customers.filter(({ ownerId }) => ownerId === null).map(({ id }) => id)));
    expect(pooled).toHaveLength(4);
  });

  it('brings nothing in when a late batch fails', async () => {
    let statements = 0;
    const failing: Scope = {
      ...team.scope,
      transaction: (work) =>
        team.scope.transaction((tx) =>
          work({
            ...tx,
            // The last statement of the second batch, after its customers and purchases went in.
            execute: (text, ...values) => {
              if (text.join('').includes('INSERT INTO "Touch"') && ++statements === 2) throw new Error('disk full');
              return tx.execute(text, ...values);
            },
          }),
        ),
    };
    const progress: number[] = [];
    const open = () => generateSheet(2_500);
    await expect(runImport(failing, open, options, (lines) => progress.push(lines))).rejects.toThrow('disk full');
    expect(progress).toEqual([2_000]);
    expect(await everything(team)).toMatchObject({ customers: [], purchases: [], touches: [] });
    expect(await runImport(team.scope, open, options)).toMatchObject({
      lines: 2_500,
      customers: { fresh: 2_500 },
      purchases: 2_500,
    });
  });

  it('takes two alike lines as two purchases of one customer', async () => {
    const line = 'Ada,,,ada@example.com,Pad,2026-11-20,';
    expect(await bring(sheet(line, line))).toMatchObject({ customers: { fresh: 1 }, purchases: 2, touches: 3 });
  });

  it('plans one round of calls for a day, also when a later file brings more of it', async () => {
    expect(await bring(sheet('Ada,,,ada@example.com,Pad,2026-11-24,', 'Ada,,,ada@example.com,Mat,2026-11-24,'))).toMatchObject({
      purchases: 2,
      touches: 4,
    });
    expect(await bring(sheet('Ada,,,ada@example.com,Cable,2026-11-24,'))).toMatchObject({ purchases: 1, touches: 0 });
    expect(await bring(sheet('Ada,,,ada@example.com,Cable,2026-11-23,'))).toMatchObject({ purchases: 1, touches: 4 });
  });

  it('says what is missing of a table it cannot read', async () => {
    expect(await bring('a,b\n1,2\n')).toEqual({
      unreadable: { missing: [['name', 'firstName', 'lastName']], header: ['a', 'b'] },
    });
  });

  it('touches one workspace only', async () => {
    const other = await rig.team(`T0RUNOTHER${count}`);
    await other.member('U0ELSE', 'admin');
    const text = sheet('Ada,,,ada@example.com,Pad,2026-11-20,');
    await bring(text);
    expect(await everything(other)).toMatchObject({ customers: [], purchases: [], touches: [] });
    expect(await runImport(other.scope, sourceOf(text), await optionsOf(rig, other, 'U0ELSE'))).toMatchObject({
      customers: { fresh: 1 },
      purchases: 1,
    });
  });
});
