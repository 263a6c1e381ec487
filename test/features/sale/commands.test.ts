import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0SALE${count}`, { country: 'KR' });
  rep = await team.member(`U0SALEREP${count}`, 'rep');
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
});
const planned = async () =>
  (await team.scope.db.touch.findMany({ orderBy: [{ dueOn: 'asc' }, { step: 'asc' }] })).map(
    ({ step, dueOn }) => `${step} ${dueOn.toISOString().slice(0, 10)}`,
  );

describe('a sale plans what follows', () => {
  test('from today', async () => {
    const said = await rep.slash('sale', 'Kim, air purifier');
    expect(await planned()).toEqual(['thanks 2026-11-24', 'day2 2026-11-25', 'day5 2026-11-30', 'day12 2026-12-07']);
    expect(textOf(said)).toContain('Day-12 call');
    expect(textOf(await rep.slash('customer', 'Kim'))).toContain('air purifier');
  });

  test('from a day that was named, without what is past its use', async () => {
    await rep.slash('sale', 'Kim, air purifier, 2026-11-19');
    expect(await planned()).toEqual(['day5 2026-11-23', 'day12 2026-11-30']);
  });

  test('on the open days of the customer’s own country', async () => {
    rig.setNow('2026-09-23T01:00:00Z');
    const us = await seedCustomer(rig, team, rep.account, { name: 'Anna', country: 'US' });
    await rep.slash('sale', 'Anna, filter');
    expect(await planned()).toContain('day2 2026-09-24');
    expect((await team.scope.db.touch.findMany()).every(({ customerId }) => customerId === us)).toBe(true);
  });

  test('nothing for who does not want to be contacted, and says so', async () => {
    await rep.slash('log', 'Kim do not contact');
    const said = await rep.slash('sale', 'Kim, filter');
    expect(await planned()).toEqual([]);
    expect(textOf(said)).toContain('No calls are planned');
  });

  test('twice the same words in a minute is one sale', async () => {
    await rep.slash('sale', 'Kim, filter');
    await rep.slash('sale', 'Kim, filter');
    expect(await team.scope.db.purchase.count()).toBe(1);
  });
});

describe('refused', () => {
  test.each(['Kim', 'Kim, filter, tomorrow', 'Kim, filter, 3/4'])('%s', async (typed) => {
    const before = await everything(team);
    await rep.slash('sale', typed);
    expect(await everything(team)).toEqual(before);
  });

  test('the form says its mistakes at the fields', async () => {
    const form = formOf(await rep.slash('sale'));
    expect(await rep.submit(form, { product: 'filter' })).toMatchObject({
      kind: 'errors',
      errors: { customerId: expect.any(String) },
    });
    expect(await rep.submit(form, { product: 'filter', customerId: kim, boughtOn: '2026-11-25' })).toMatchObject({
      kind: 'errors',
      errors: { boughtOn: expect.any(String) },
    });
    expect(await rep.submit(form, { product: 'filter', newName: 'KIM minji' })).toMatchObject({
      kind: 'errors',
      errors: { newName: expect.stringContaining('Kim Minji') },
    });
    expect(await team.scope.db.purchase.count()).toBe(0);
  });
});

test('the form of a customer knows whose sale it is; a new name makes the customer', async () => {
  const file = await rep.slash('customer', 'Kim');
  await rep.submit(formOf(await rep.press(buttonOf(file, 'sale.form'))), { product: 'filter' });
  await rep.submit(formOf(await rep.slash('sale')), { product: 'humidifier', newName: 'Lee Seojun' });
  const bought = await team.scope.db.purchase.findMany({ include: { customer: true } });
  expect(bought.map(({ product, customer }) => [product, customer.name]).sort()).toEqual([
    ['filter', 'Kim Minji'],
    ['humidifier', 'Lee Seojun'],
  ]);
});

describe('undo', () => {
  test('takes the sale and all that it planned', async () => {
    const before = await everything(team);
    const undo = buttonOf(await rep.slash('sale', 'Kim, filter'), 'sale.undo');
    rig.pass(9);
    await rep.press(undo);
    expect(await everything(team)).toEqual(before);
  });

  test('after ten minutes is refused', async () => {
    const undo = buttonOf(await rep.slash('sale', 'Kim, filter'), 'sale.undo');
    rig.pass(10.5);
    expect(textOf(await rep.press(undo))).toContain('ten minutes');
    expect(await team.scope.db.purchase.count()).toBe(1);
  });

  test('is refused once something was logged, and says that', async () => {
    const undo = buttonOf(await rep.slash('sale', 'Kim, filter'), 'sale.undo');
    await rep.slash('log', 'Kim sent');
    rig.pass(1);
    expect(textOf(await rep.press(undo))).toContain('Later steps');
    expect(await planned()).toHaveLength(4);
  });

  test('is its seller’s only', async () => {
    const undo = buttonOf(await rep.slash('sale', 'Kim, filter'), 'sale.undo');
    const other = await team.member(`U0SALEOTHER${count}`, 'rep');
    await other.press(undo);
    expect(await team.scope.db.purchase.count()).toBe(1);
  });
});
