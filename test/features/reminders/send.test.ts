import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '../../../src/chat/platform.ts';
import { type BotRig, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T05:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  rig.slack.sent.length = 0;
  rig.slack.lookedUp.length = 0;
  team = await rig.team(`T0SEND${count}`);
  const rep = await team.member(`U0SENDREP${count}`, 'rep');
  const customerId = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  await seedTouch(rig, team, rep.account, { customerId, dueOn: '2026-11-24', dueAt: new Date('2026-11-24T06:00:00Z') });
  rig.setNow('2026-11-24T06:00:00Z');
  await rig.sweep();
});

const nudge = () => team.scope.db.nudge.findFirstOrThrow();
const fail = (kind: PlatformErrorKind, retryAfter?: number) =>
  new PlatformError(kind, `was_${kind}`, retryAfter === undefined ? {} : { retryAfter });
/** Runs what waits; gives the seconds after which it is to be looked at again. */
const again = async () => {
  expect((await rig.runJobs()).map(({ outcome }) => outcome).filter((outcome) => outcome !== 'done')).toEqual([]);
  return (await rig.waitingJobs()).map(({ after }) => after);
};

describe('what certainly did not arrive is tried again', () => {
  test.each([
    ['limited', 7, 7],
    ['limited', undefined, 30],
    ['down', undefined, 30],
  ] as const)('%s, said %s: after %i s', async (kind, said, seconds) => {
    rig.slack.failNext(fail(kind, said));
    expect(await again()).toEqual([seconds]);
    expect(await nudge()).toMatchObject({ state: 'queued', problem: `was_${kind}` });
    rig.pass(1);
    expect(await again()).toEqual([]);
    expect(await nudge()).toMatchObject({ state: 'sent', message: '100.0' });
    expect(rig.slack.lookedUp).toEqual([]);
    expect(rig.slack.sent).toHaveLength(1);
  });
});

test.each(['gone', 'denied', 'refused'] as const)('%s is not tried again, and kept as failed', async (kind) => {
  rig.slack.failNext(fail(kind));
  expect(await again()).toEqual([]);
  expect(await nudge()).toMatchObject({ state: 'failed', problem: `was_${kind}` });
  rig.pass(60);
  await rig.sweep();
  expect(await again()).toEqual([]);
  expect(rig.slack.sent).toEqual([]);
});

test.each([
  ['who was deactivated: what they had goes to the pool, and who leads hears of it', 'gone', true],
  ['who is still there keeps everything', 'member', false],
] as const)('gone, %s', async (_title, kind, pooled) => {
  const manager = await team.member(`U0SENDLEAD${count}`, 'manager');
  const account = `U0SENDREP${count}`;
  rig.slack.profiles.set(`${team.team}:${account}`, { id: account, name: account, admin: false, kind });
  rig.slack.failNext(fail('gone'));
  await again();
  await rig.sweep();
  await again();
  const touch = await team.scope.db.touch.findFirstOrThrow();
  expect([touch.pooledAt !== null, touch.state]).toEqual([pooled, 'open']);
  const told = rig.slack.sent.filter(({ to }) => 'person' in to && to.person === manager.account).map(({ card }) => card.text);
  expect(told.some((text) => text.includes(account))).toBe(pooled);
});

describe('an unclear end', () => {
  const unclear = [
    ['the platform says so', () => fail('unclear')],
    ['anything else that is thrown', () => new Error('socket hang up')],
  ] as const;

  test.each(unclear)('%s: it arrived, so it is not sent again', async (_title, error) => {
    rig.slack.failNext(error() as PlatformError, true);
    expect(await again()).toEqual([30]);
    // Too early: what was sent may not be seen yet.
    rig.pass(1 / 6);
    expect(await again()).toEqual([20]);
    expect(rig.slack.lookedUp).toEqual([]);
    rig.pass(1);
    expect(await again()).toEqual([]);
    expect(rig.slack.lookedUp).toMatchObject([{ key: (await nudge()).id, team: team.team }]);
    expect(rig.slack.sent).toHaveLength(1);
    expect(await nudge()).toMatchObject({ state: 'sent', message: '100.0' });
  });

  test('it did not arrive, so it is sent', async () => {
    rig.slack.failNext(fail('unclear'));
    await again();
    rig.pass(1);
    expect(await again()).toEqual([]);
    expect(rig.slack.sent).toHaveLength(1);
    expect(await nudge()).toMatchObject({ state: 'sent' });
  });

  test('a look-up that is refused or limited waits, and nothing is sent blindly', async () => {
    rig.slack.failNext(fail('unclear'), true);
    await again();
    rig.pass(1);
    for (const [error, seconds] of [
      [fail('limited', 12), 12],
      [fail('denied'), 30],
    ] as const) {
      rig.slack.failNextLookup(error);
      expect(await again()).toEqual([seconds]);
      rig.pass(1);
    }
    expect(rig.slack.sent).toHaveLength(1);
    expect(await again()).toEqual([]);
    expect(rig.slack.sent).toHaveLength(1);
  });

  test('a second one waits and looks again, with patience from the second sending on', async () => {
    rig.slack.failNext(fail('unclear'));
    await again();
    rig.pass(1);
    rig.slack.failNext(fail('unclear'), true);
    expect(await again()).toEqual([60]);
    // As after a crash: the job is run again at once.
    expect(await again()).toEqual([30]);
    rig.pass(1);
    expect(await again()).toEqual([]);
    expect(rig.slack.sent).toHaveLength(1);
  });
});
