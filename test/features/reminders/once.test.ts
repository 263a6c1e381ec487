import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { claimTouches } from '../../../src/features/reminders/claim-store.ts';
import { en } from '../../../src/languages/en.ts';
import type { System } from '../../../src/store/index.ts';
import { type BotRig, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

/** Each point at which a copy can end, or two can meet. */
let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let count = 0;
const reps = 60;
const due = '2026-11-24T06:00:00Z';
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T05:00:00Z');
  await rig.system.prisma.nudge.updateMany({ data: { state: 'skipped' } });
  await rig.system.prisma.$executeRawUnsafe('DELETE FROM test_job');
  rig.slack.sent.length = 0;
  rig.slack.lookedUp.length = 0;
  team = await rig.team(`T0ONCE${count}`);
});

/** So many people with something due at six. */
async function dueFor(many: number): Promise<void> {
  await team.member('U0ONCE0', 'rep');
  const { workspaceId } = team.scope;
  await rig.system.prisma.$executeRaw`
    INSERT INTO "Person" ("workspaceId", "id", "name", "role", "zone", "language", "welcomedAt", "createdAt")
    SELECT ${workspaceId}::uuid, gen_random_uuid(), 'Rep ' || n, 'rep', 'UTC', 'en', now(), now() FROM generate_series(1, ${many} - 1) AS n`;
  await rig.system.prisma.$executeRaw`
    INSERT INTO "Identity" ("platform", "team", "account", "workspaceId", "personId")
    SELECT 'slack', ${team.team}, 'U0ONCE' || split_part("name", ' ', 2), "workspaceId", "id" FROM "Person" WHERE "workspaceId" = ${workspaceId}::uuid AND "name" LIKE 'Rep %'`;
  const customerId = await seedCustomer(rig, team, 'U0ONCE0', { name: 'Kim Minji' });
  for (let i = 0; i < many; i++)
    await seedTouch(rig, team, `U0ONCE${i}`, { customerId, dueOn: '2026-11-24', dueAt: new Date(due) });
  await team.scope.db.person.updateMany({ data: { nextMorningAt: null } });
  rig.setNow(due);
}
const states = async () => (await team.scope.db.nudge.findMany()).map(({ state }) => state);
const keys = () => rig.slack.sent.map(({ key }) => key);
/** Looks and works until nothing is left to do, a minute at a time. */
async function settle(): Promise<void> {
  for (let minute = 0; minute < 8; minute++) {
    await rig.sweep();
    await rig.runJobs();
    rig.pass(1);
  }
}
async function expectOnceEach(many: number): Promise<void> {
  expect(await states()).toEqual(Array.from({ length: many }, () => 'sent'));
  expect(new Set(keys()).size).toBe(many);
  expect(keys()).toHaveLength(many);
}

test('many are claimed and put into the queue together, and each is sent once', async () => {
  await dueFor(reps);
  await rig.sweep();
  const jobs = await rig.waitingJobs();
  // Fifty may go at once, twenty-five in a job; the other ten wait for their turn.
  expect(jobs.map(({ after }) => after)).toEqual([0, 0, 1, 2]);
  await settle();
  await expectOnceEach(reps);
  expect(rig.slack.lookedUp).toEqual([]);
});

describe('a copy that ends', () => {
  test('between the claim of the sweep and the job: nothing is lost', async () => {
    await dueFor(3);
    await rig.sweep();
    await rig.system.prisma.$executeRawUnsafe('DELETE FROM test_job');
    rig.pass(0.6);
    await rig.sweep();
    expect(await rig.waitingJobs()).toEqual([]);
    await settle();
    await expectOnceEach(3);
  });

  test('in the middle of the sweep’s transaction: it is as if it had never looked', async () => {
    await dueFor(3);
    const transaction: System['transaction'] = (work) =>
      rig.system.transaction(async (tx) => {
        await work(tx);
        throw new Error('the server went away');
      });
    await expect(claimTouches({ ...rig.system, transaction }, rig.now())).rejects.toThrow('went away');
    expect([await states(), await rig.waitingJobs()]).toEqual([[], []]);
    await settle();
    await expectOnceEach(3);
  });

  test.each([
    ['before the message left', false],
    ['after it arrived, before that was written down', true],
  ])('%s: the conversation is asked first', async (_title, arrived) => {
    await dueFor(3);
    await rig.sweep();
    const taken = await takeJobs();
    const claim = { state: 'sending', claimedAt: rig.now(), attempts: 1 } as const;
    await rig.system.prisma.nudge.updateMany({ where: { id: { in: [...taken] } }, data: claim });
    const to = { team: team.team, person: 'U0ONCE0' };
    if (arrived) for (const key of taken) await rig.slack.send(to, { text: '', elements: [] }, { words: en.chat, key });
    await settle();
    await expectOnceEach(3);
    expect(rig.slack.lookedUp.map(({ key }) => key).sort()).toEqual([...taken].sort());
  });
});

describe('two copies with the same work', () => {
  test('at the same instant: one sends', async () => {
    await dueFor(reps);
    await Promise.all([rig.sweep(), rig.sweep()]);
    await rig.system.prisma.$executeRawUnsafe('INSERT INTO test_job (name, data, after) SELECT name, data, 0 FROM test_job');
    await Promise.all([rig.runJobs(), rig.runJobs()]);
    await settle();
    await expectOnceEach(reps);
  });

  test('one that comes back late does not undo what the other wrote', async () => {
    await dueFor(1);
    await rig.sweep();
    const { send } = rig.slack;
    rig.slack.send = async (...args) => {
      rig.slack.send = send;
      // While this one hangs, another has waited, looked, sent and written it down.
      await rig.system.prisma.nudge.updateMany({ data: { state: 'sent', message: '1.1' } });
      await send(...args);
      throw new PlatformError('limited', 'ratelimited', { retryAfter: 1 });
    };
    await rig.runJobs();
    expect(await states()).toEqual(['sent']);
    await settle();
    expect(keys()).toHaveLength(1);
  });
});

describe('among many that are sent together', () => {
  test('one that is limited goes on alone, and its team is left alone so long', async () => {
    await dueFor(reps);
    await rig.sweep();
    rig.slack.failNext(new PlatformError('limited', 'ratelimited', { retryAfter: 90 }));
    await rig.runJobs();
    const sent = keys().length;
    expect(sent).toBeGreaterThan(0);
    // A minute is too early for the ten whose turn came later.
    rig.pass(1);
    await rig.runJobs();
    expect(keys()).toHaveLength(sent);
    await settle();
    await expectOnceEach(reps);
  });

  test('one that no sending can help is given up, the others are sent', async () => {
    await dueFor(3);
    const { send } = rig.slack;
    rig.slack.send = (to, ...rest) => {
      if ('person' in to && to.person === 'U0ONCE1') throw new TypeError('a mistake of ours');
      return send(to, ...rest);
    };
    for (let round = 0; round < 4; round++) await settle();
    rig.slack.send = send;
    expect((await states()).sort()).toEqual(['failed', 'sent', 'sent']);
    expect(await team.scope.db.nudge.findFirst({ where: { state: 'failed' } })).toMatchObject({ problem: 'error', attempts: 8 });
    expect(await rig.waitingJobs()).toEqual([]);
  });
});

/** Takes what the sweep put into the queue, as a copy does that is then killed. */
async function takeJobs(): Promise<readonly string[]> {
  const jobs = await rig.system.prisma.$queryRawUnsafe<{ data: { nudges: { nudgeId: string }[] } }[]>(
    'DELETE FROM test_job RETURNING data',
  );
  return jobs.flatMap(({ data }) => data.nudges.map(({ nudgeId }) => nudgeId));
}
