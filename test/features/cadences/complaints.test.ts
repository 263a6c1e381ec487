import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createBot } from '../../../src/app/dispatch.ts';
import { changeCommand, type Feature } from '../../../src/app/feature.ts';
import { features } from '../../../src/app/features.ts';
import { createIdentify } from '../../../src/features/people/index.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { inbound } from '../../support/fake-feature.ts';
import { seedCustomer } from '../../support/seed.ts';

/** Says what the room of complaints will say. */
const complaints: Feature = {
  name: 'complaints',
  commands: [
    changeCommand({
      name: 'fake.complaint',
      who: 'rep',
      input: z.object({ customerId: z.uuid(), complaintId: z.uuid(), state: z.enum(['opened', 'solved']) }),
      async run(context, { customerId, complaintId, state }) {
        await context.raise({ kind: `complaint.${state}`, complaintId, customerId });
        return { kind: 'nothing' };
      },
    }),
  ],
};

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let boss: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0CMP${count}`, { country: 'KR', zone: 'Asia/Seoul' });
  boss = await team.member(`U0CMP${count}`, 'manager');
  kim = await seedCustomer(rig, team, boss.account, { name: 'Kim' });
});

let tap = 0;
/** A complaint of Kim's is opened or solved. */
async function complaint(state: 'opened' | 'solved', complaintId: string): Promise<void> {
  tap += 1;
  const bot = createBot([...features, complaints], rig.services, createIdentify(rig.services));
  const { reply } = await bot.handle(
    inbound({
      team: team.team,
      person: { id: boss.account },
      command: 'fake.complaint',
      args: { customerId: kim, complaintId, state },
      delivery: `complaint-${tap}`,
    }),
  );
  expect(reply).toEqual({ kind: 'nothing' });
}

const planned = async (state: 'open' | 'dropped' = 'open') =>
  (await team.scope.db.touch.findMany({ where: { state }, orderBy: { dueOn: 'asc' } })).map(
    ({ step, kind, dueOn }) => `${step} ${kind} ${dueOn.toISOString().slice(0, 10)}`,
  );

test('what was solved is asked about twice, where the cadence is on', async () => {
  await boss.slash('aftercare', 'cadences off satisfaction');
  const first = rig.newId();
  await complaint('opened', first);
  await complaint('solved', first);
  expect(await planned()).toEqual([]);
  await boss.slash('aftercare', 'cadences on satisfaction');
  const second = rig.newId();
  await complaint('opened', second);
  await complaint('solved', second);
  expect(await planned()).toEqual(['satisfied complaint 2026-11-26', 'satisfied-again complaint 2026-12-08']);
});

test('what was still to be asked falls away when the customer complains again', async () => {
  await boss.slash('aftercare', 'cadences on satisfaction');
  await complaint('solved', rig.newId());
  rig.setNow('2026-11-25T01:00:00Z');
  const again = rig.newId();
  await complaint('opened', again);
  expect(await planned()).toEqual([]);
  expect(await planned('dropped')).toHaveLength(2);
  await complaint('solved', again);
  expect(await planned()).toEqual(['satisfied complaint 2026-11-27', 'satisfied-again complaint 2026-12-09']);
});

test('a customer who is not to be contacted is not asked', async () => {
  await boss.slash('aftercare', 'cadences on satisfaction');
  await boss.slash('log', 'Kim do not contact');
  await complaint('solved', rig.newId());
  expect(await planned()).toEqual([]);
});
