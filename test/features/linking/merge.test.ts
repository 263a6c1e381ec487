import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mergePeople } from '../../../src/features/linking/merge-store.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';
import { readProjectFile } from '../../support/sources.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let count = 0;
let team: Team;
let one: Desk;
let two: Desk;
let ids: readonly [string, string];
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0MERGE${count}`);
  one = await team.member(`U0ONE${count}`, 'rep');
  rig.pass(1);
  two = await team.member(`U0TWO${count}`, 'manager');
  ids = [await team.personId(one.account), await team.personId(two.account)];
});
const merge = () => team.scope.transaction((tx) => mergePeople(tx, ids, rig.newId, rig.now()));

test('what both have and did is the one person’s, with an entry in the log; the higher role holds', async () => {
  const [keptId, goneId] = [ids[1], ids[0]];
  const customers = [];
  for (const [desk, name] of [
    [one, 'Ava'],
    [two, 'Ben'],
  ] as const) {
    const customerId = await seedCustomer(rig, team, desk.account, { name });
    customers.push(customerId);
    await seedTouch(rig, team, desk.account, { customerId, dueOn: '2026-11-24' });
    await desk.say(`sale ${name}, filter`);
    await desk.say(`log ${name} reached fine`);
    await desk.say(`review I do not know.`);
    await desk.say(`snooze`);
  }
  await team.scope.db.reviewed.createMany({
    data: ids.map((personId) => ({ workspaceId: team.scope.workspaceId, personId, hash: 'same', at: rig.now() })),
  });
  const touches = await team.scope.db.touch.count({ where: { repId: goneId } });
  expect(touches).toBeGreaterThan(1);
  const before = {
    touches: await team.scope.db.touch.count(),
    entries: await team.scope.db.entry.count(),
    purchases: await team.scope.db.purchase.count(),
    nudges: await team.scope.db.nudge.count(),
  };
  expect(await merge()).toEqual({ keptId, touches, customers: 1 });
  expect({
    touches: await team.scope.db.touch.count({ where: { repId: keptId } }),
    entries: await team.scope.db.entry.count({ where: { personId: keptId } }),
    purchases: await team.scope.db.purchase.count({ where: { repId: keptId } }),
    nudges: await team.scope.db.nudge.count({ where: { personId: keptId } }),
  }).toEqual(before);
  expect(await team.scope.db.customer.count({ where: { ownerId: keptId } })).toBe(2);
  expect(await team.scope.db.reviewed.count({ where: { hash: 'same' } })).toBe(1);
  expect(await team.scope.db.person.findMany()).toMatchObject([{ id: keptId, role: 'manager' }]);
  expect(await team.scope.db.accountChange.findMany()).toMatchObject([
    { personId: keptId, kind: 'linked', account: one.account, name: one.account, role: 'rep', touches, customers: 1 },
  ]);
  expect(await team.personId(one.account)).toBe(keptId);
});

test('the list of a morning that both have comes once', async () => {
  rig.setNow('2026-11-25T00:00:00Z');
  const customerId = await seedCustomer(rig, team, one.account, { name: 'Ava' });
  await seedTouch(rig, team, one.account, { customerId, dueOn: '2026-11-25' });
  await seedTouch(rig, team, two.account, { customerId, dueOn: '2026-11-25', step: 'day5' });
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: rig.now() } });
  await rig.sweep();
  rig.slack.sent.length = 0;
  await merge();
  await rig.runJobs();
  expect(rig.slack.sent.filter(({ to, card }) => to.team === team.team && card.text.startsWith('Good morning'))).toHaveLength(1);
});

test('nobody stands in for themselves', async () => {
  const customerId = await seedCustomer(rig, team, one.account, { name: 'Ava' });
  const touchId = await seedTouch(rig, team, two.account, { customerId, dueOn: '2026-11-24' });
  await team.scope.db.touch.updateMany({ where: { id: touchId }, data: { lentById: ids[0] } });
  await team.scope.db.person.updateMany({ where: { id: ids[1] }, data: { standInId: ids[0] } });
  await merge();
  expect(await team.scope.db.touch.findFirst({ where: { id: touchId } })).toMatchObject({ lentById: null });
  expect(await team.scope.db.person.findFirst()).toMatchObject({ standInId: null });
});

test('two linkings at once: one finds that it is done', async () => {
  const done = await Promise.all([merge(), merge()]);
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await team.scope.db.person.count()).toBe(1);
});

test('nothing happens where something fails in the middle', async () => {
  const before = await team.scope.db.person.findMany({ orderBy: { id: 'asc' } });
  await expect(
    team.scope.transaction(async (tx) => {
      await mergePeople(tx, ids, rig.newId, rig.now());
      throw new Error('the copy was killed');
    }),
  ).rejects.toThrow('the copy was killed');
  expect(await team.scope.db.person.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  expect(await team.scope.db.accountChange.count()).toBe(0);
});

test('every table that names a person is thought of', async () => {
  const references = await rig.system.prisma.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass AND a.attname <> 'workspaceId'`;
  expect(references.length).toBeGreaterThan(15);
  const source = readProjectFile('src/features/linking/merge-store.ts');
  // Questions and wrong codes of who is no more are no more.
  const dropped = ['"Handshake"', '"CodeTry"'];
  const forgotten = references
    .filter(({ table }) => !dropped.includes(table))
    .filter(({ table, column }) => !new RegExp(`UPDATE ${table}[^;]*"${column}"`).test(source));
  expect(forgotten).toEqual([]);
});
