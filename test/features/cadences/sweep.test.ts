import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtInCadences } from '../../../src/features/cadences/built-in.ts';
import type { Proposal } from '../../../src/features/cadences/cadence.ts';
import { saveCadence } from '../../../src/features/cadences/store.ts';
import { planSweep } from '../../../src/features/cadences/sweep.ts';
import type { CustomerFields } from '../../../src/features/customers/index.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0CAD${count}`, { country: 'KR', zone: 'Asia/Seoul' });
  rep = await team.member(`U0CADREP${count}`, 'rep');
});

const customer = (fields: CustomerFields) => seedCustomer(rig, team, rep.account, fields);
const sweep = () => planSweep(rig.services)(rig.now());
const planned = async (of: Team = team) =>
  (await of.scope.db.touch.findMany({ include: { customer: true }, orderBy: [{ dueOn: 'asc' }, { step: 'asc' }] })).map(
    ({ customer: { name }, step, dueOn }) => `${name} ${step} ${dueOn.toISOString().slice(0, 10)}`,
  );

/** Sets a built-in cadence as a manager would, without asking. */
async function set(key: string, more: Partial<Proposal>, of: Team = team): Promise<void> {
  const built = builtInCadences.find((cadence) => cadence.key === key);
  if (!built) throw new Error(`No cadence is called ${key}`);
  const { builtIn: _, ...cadence } = built;
  await of.scope.transaction((tx) => saveCadence(tx, { ...cadence, removed: false, ...more }, true, rig.now()));
}

describe('birthdays', () => {
  test('are planned a month and a half ahead, before a closed day, and nobody’s twice', async () => {
    await customer({ name: 'Kim', birthday: '1990-12-25' });
    await customer({ name: 'Lee', birthday: '1985-11-28' });
    await customer({ name: 'Park', birthday: '1985-03-01' });
    expect(await sweep()).toBe(2);
    expect(await planned()).toEqual(['Lee birthday 2026-11-27', 'Kim birthday 2026-12-24']);
    rig.setNow('2026-11-25T01:00:00Z');
    expect(await sweep()).toBe(0);
    expect(await planned()).toHaveLength(2);
  });

  test('of the lunar calendar follow the moon over the customer’s country', async () => {
    rig.setNow('2027-01-20T01:00:00Z');
    await customer({ name: 'Seoul', birthday: '1960-01-01', birthdayBy: 'lunar' });
    await customer({ name: 'Beijing', country: 'CN', birthday: '1960-01-01', birthdayBy: 'lunar' });
    await customer({ name: 'Solar', birthday: '1960-01-01' });
    await set('birthday', {
      touches: [{ step: 'birthday', kind: 'note', days: 0, months: 0, onClosedDay: 'keep', usefulFor: 3 }],
    });
    await sweep();
    // New moon fell at 00:56 in Seoul and at 23:56 the day before in Beijing.
    expect(await planned()).toEqual(['Beijing birthday 2027-02-06', 'Seoul birthday 2027-02-07']);
  });

  test('that are mended in the file move, and one made today is planned at once', async () => {
    const form = { name: 'Choi', birthday: '1990-12-01' };
    await rep.send({ via: 'form', command: 'customer.save', args: form });
    expect(await planned()).toEqual(['Choi birthday 2026-12-01']);
    const [{ id } = { id: '' }] = await team.scope.db.customer.findMany();
    await rep.send({ via: 'form', command: 'customer.save', args: { ...form, customerId: id, birthday: '1990-12-02' } });
    const open = await team.scope.db.touch.findMany({ where: { state: 'open' } });
    expect(open.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual(['2026-12-02']);
  });
});

describe('a rule', () => {
  test('is kept to the day, closed or not, for whom it is for', async () => {
    await customer({ name: 'Key', tier: 'A' });
    await customer({ name: 'Other', tier: 'B' });
    await customer({ name: 'Silent', tier: 'A' });
    await rep.slash('log', 'Silent do not contact');
    await set('care', {
      on: true,
      audience: { tiers: ['A'], countries: [] },
      start: { by: 'rule', rule: 'FREQ=MONTHLY;BYMONTHDAY=12', from: '2026-01-12' },
    });
    await sweep();
    // 12 December 2026 is a Saturday.
    expect(await planned()).toEqual(['Key care 2026-12-12']);
  });

  test('of themes has each month’s own card', async () => {
    await customer({ name: 'Kim' });
    await set('themes', { on: true });
    await sweep();
    expect(await planned()).toEqual(['Kim theme-12 2026-12-01', 'Kim theme-1 2027-01-04']);
  });

  test('for buyers of a product takes those who kept it', async () => {
    await customer({ name: 'Kim' });
    await customer({ name: 'Lee' });
    await rep.slash('sale', 'Kim, Air Purifier X');
    await rep.slash('sale', 'Lee, filter');
    await set('care', { on: true, audience: { product: 'air purifier', tiers: [], countries: [] } });
    await sweep();
    expect((await planned()).filter((line) => line.includes('care'))).toEqual(['Kim care 2026-12-10']);
  });
});

test('holidays are those of the customer’s country', async () => {
  await customer({ name: 'Kim' });
  await customer({ name: 'Anna', country: 'US' });
  await customer({ name: 'Li', country: 'CN' });
  await set('holidays', { on: true });
  await sweep();
  expect((await planned()).sort()).toEqual([
    'Anna christmas 2026-12-24',
    'Anna new-year 2026-12-31',
    'Anna thanksgiving 2026-11-25',
    'Kim christmas 2026-12-24',
    'Kim new-year 2026-12-31',
    'Li new-year 2026-12-31',
  ]);
});

describe('long after a purchase', () => {
  test('service and warranty are planned when their time is near, each product’s own', async () => {
    await customer({ name: 'Kim' });
    await rep.slash('sale', 'Kim, boiler, 2026-06-20');
    await rep.slash('sale', 'Kim, pump, 2026-06-20');
    await rep.slash('sale', 'Kim, old one, 2024-06-20');
    expect(await planned()).toEqual([]);
    await set('warranty', { on: true });
    await sweep();
    expect(await planned()).toEqual(['Kim service-6 2026-12-21', 'Kim service-6 2026-12-21']);
  });

  test('nothing of what was given back', async () => {
    await customer({ name: 'Kim' });
    await rep.slash('sale', 'Kim, boiler, 2026-06-20');
    await team.scope.db.purchase.updateMany({ data: { returnedAt: rig.now() } });
    await set('warranty', { on: true });
    await sweep();
    expect(await planned()).toEqual([]);
  });

  test('a cadence that was switched on reaches purchases that are here already, one round a day', async () => {
    await set('2-5-12', { on: false });
    await customer({ name: 'Kim' });
    await rep.slash('sale', 'Kim, boiler');
    await rep.slash('sale', 'Kim, pump');
    expect(await planned()).toEqual([]);
    await set('2-5-12', { on: true });
    await sweep();
    expect(await planned()).toEqual([
      'Kim thanks 2026-11-24',
      'Kim day2 2026-11-25',
      'Kim day5 2026-11-30',
      'Kim day12 2026-12-07',
    ]);
  });
});

describe('silence', () => {
  test('is found by tier, longest first, a few at a time, and once', async () => {
    const old = (days: number) => new Date(rig.now().getTime() - days * 86_400_000);
    for (let at = 0; at < 7; at += 1) {
      const id = await customer({ name: `C${at}`, tier: at === 0 ? 'A' : undefined });
      await team.scope.db.customer.updateMany({ where: { id }, data: { lastContactAt: old(at === 0 ? 30 : 90 + at) } });
    }
    const fresh = await customer({ name: 'Fresh' });
    await team.scope.db.customer.updateMany({ where: { id: fresh }, data: { lastContactAt: old(80) } });
    await set('neglect', { on: true });
    await sweep();
    expect((await planned()).sort()).toEqual(['C0', 'C3', 'C4', 'C5', 'C6'].map((name) => `${name} silence 2026-11-24`));
    await team.scope.db.touch.updateMany({
      where: { customer: { name: 'C6' } },
      data: { state: 'dropped', closedAt: rig.now() },
    });
    rig.setNow('2026-11-25T01:00:00Z');
    await sweep();
    expect((await planned()).filter((line) => line.endsWith('2026-11-25'))).toEqual(['C2 silence 2026-11-25']);
  });

  test('of a customer whose rep has left comes to whoever leads; nothing else is planned for that rep', async () => {
    const manager = await team.member(`U0CADMAN${count}`, 'manager');
    const id = await customer({ name: 'Kim', birthday: '1990-12-01' });
    await team.scope.db.customer.updateMany({ where: { id }, data: { lastContactAt: new Date('2026-01-01T00:00:00Z') } });
    const repId = await team.personId(rep.account);
    await team.scope.db.person.updateMany({ where: { id: repId }, data: { leftAt: rig.now() } });
    await set('neglect', { on: true });
    await sweep();
    const touches = await team.scope.db.touch.findMany();
    expect(touches.map(({ step, repId: who }) => [step, who])).toEqual([['silence', await team.personId(manager.account)]]);
  });
});

test('two copies that look at once plan one set', async () => {
  for (let at = 0; at < 20; at += 1) await customer({ name: `C${at}`, birthday: '1990-12-01' });
  await set('care', { on: true });
  const [one, two] = await Promise.all([sweep(), sweep()]);
  expect(one + two).toBe(20 + 20);
  expect(new Set(await planned()).size).toBe((await planned()).length);
});

test('a workspace in trouble does not hold up the others', async () => {
  const other = await rig.team(`T0CADX${count}`, { country: 'KR', zone: 'Asia/Seoul' });
  const theirs = await other.member(`U0CADX${count}`, 'rep');
  await seedCustomer(rig, other, theirs.account, { name: 'Theirs', birthday: '1990-12-01' });
  await customer({ name: 'Ours', birthday: '1990-12-01' });
  await team.scope.transaction((tx) =>
    tx.db.cadence.create({
      data: { workspaceId: tx.workspaceId, key: 'broken', on: true, plan: {}, words: {}, updatedAt: rig.now() },
    }),
  );
  await sweep();
  expect(await planned()).toEqual([]);
  expect(await planned(other)).toEqual(['Theirs birthday 2026-12-01']);
  await team.scope.db.cadence.deleteMany({ where: { key: 'broken' } });
  rig.pass(11);
  await sweep();
  expect(await planned()).toEqual(['Ours birthday 2026-12-01']);
});
