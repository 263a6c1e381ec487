import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { buttonOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let admin: Desk;
let rep: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T05:00:00Z');
  await rig.system.prisma.nudge.deleteMany();
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.$executeRawUnsafe('DELETE FROM test_job');
  team = await rig.team(`T0UNDEL${count}`);
  rep = await team.member(`U0UNDELREP${count}`, 'rep');
  admin = await team.member(`U0UNDELADM${count}`, 'admin');
  await team.member(`U0UNDELMAN${count}`, 'manager');
  const customerId = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  await seedTouch(rig, team, rep.account, { customerId, dueOn: '2026-11-24', dueAt: new Date('2026-11-24T06:00:00Z') });
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.sweep();
  await rig.runJobs();
  rig.slack.sent.length = 0;
  rig.setNow('2026-11-24T06:00:00Z');
});

/** What the rep was to hear is refused for good. */
async function refused(code: string): Promise<void> {
  rig.slack.failNext(new PlatformError('denied', code));
  await rig.sweep();
  await rig.runJobs();
  expect(await team.scope.db.nudge.findFirst({ where: { kind: 'touch' } })).toMatchObject({ state: 'failed', problem: code });
}
const toldTo = () =>
  rig.slack.sent.filter(({ key }) => key?.startsWith('undelivered:')).map(({ to }) => ('person' in to ? to.person : ''));
const minuteLater = async () => {
  rig.pass(2);
  await rig.sweep();
  await rig.runJobs();
};

describe('the admins are told', () => {
  test('once a day at most, with why; nobody else is', async () => {
    await refused('missing_scope');
    await minuteLater();
    await Promise.all([rig.sweep(), rig.sweep()]);
    await rig.runJobs();
    expect(toldTo()).toEqual([admin.account]);
    const card = rig.slack.sent.find(({ key }) => key?.startsWith('undelivered:'))?.card;
    expect(card && plainText(card)).toContain(
      '1 × the bot is not allowed to: install the app again with all its scopes missing_scope',
    );
    rig.pass(60);
    await minuteLater();
    expect(toldTo()).toHaveLength(1);
  });

  test('the next day again, only where there is something new', async () => {
    await refused('missing_scope');
    await minuteLater();
    rig.pass(24 * 60 + 5);
    await minuteLater();
    expect(toldTo()).toHaveLength(1);
    await team.scope.db.nudge.updateMany({ where: { state: 'failed' }, data: { createdAt: rig.now() } });
    await minuteLater();
    expect(toldTo()).toHaveLength(2);
  });

  test('not where everything arrived, nor for who has left', async () => {
    await rig.sweep();
    await rig.runJobs();
    await team.scope.db.nudge.updateMany({ data: { state: 'failed', problem: 'nobody_to_reach' } });
    await minuteLater();
    expect(toldTo()).toEqual([]);
  });
});

describe('try again', () => {
  test('sends what is still to be said, once', async () => {
    await refused('missing_scope');
    const said = await admin.say('undelivered');
    const after = await admin.press(buttonOf(said, 'undelivered.again'));
    expect(after).toMatchObject({
      kind: 'say',
      replaces: true,
      card: { text: 'One is tried again now. What was settled meanwhile is left out.' },
    });
    await minuteLater();
    await minuteLater();
    expect(rig.slack.sent.filter(({ key }) => !key?.startsWith('undelivered:'))).toHaveLength(1);
    expect(await admin.say('undelivered')).toMatchObject({ card: { text: 'Everything reached its person this week.' } });
  });

  test('what was logged meanwhile is not sent', async () => {
    await refused('missing_scope');
    const said = await admin.say('undelivered');
    await rep.slash('log', 'Kim reached');
    await admin.press(buttonOf(said, 'undelivered.again'));
    await minuteLater();
    expect(await team.scope.db.nudge.findFirst({ where: { kind: 'touch' } })).toMatchObject({ state: 'skipped' });
  });

  test('what may have arrived is looked up before it is sent', async () => {
    await rig.sweep();
    await rig.runJobs();
    const nudge = await team.scope.db.nudge.findFirstOrThrow({ where: { kind: 'touch' } });
    await team.scope.db.nudge.updateMany({
      where: { id: nudge.id },
      data: { state: 'failed', problem: 'unclear_missing_scope' },
    });
    rig.slack.lookedUp.length = 0;
    await admin.press(buttonOf(await admin.say('undelivered'), 'undelivered.again'));
    await minuteLater();
    await minuteLater();
    expect(rig.slack.lookedUp.map(({ key }) => key)).toEqual([nudge.id]);
    expect(rig.slack.sent.filter(({ key }) => key === nudge.id)).toHaveLength(1);
  });

  test('other work that failed for good goes back to its queue', async () => {
    const { workspaceId } = team.scope;
    const data = JSON.stringify({ workspaceId, touchId: rig.newId() });
    await rig.system.prisma.$executeRaw`
      INSERT INTO pgboss.job ("name", "data", "source_name") VALUES ('dead', ${data}::jsonb, 'promises.broken'), ('dead', '{"workspaceId":"another"}', 'promises.broken')`;
    const said = await admin.say('undelivered');
    expect(said.kind === 'say' && plainText(said.card)).toContain('1 × other work that failed for good');
    await admin.press(buttonOf(said, 'undelivered.again'));
    expect((await rig.waitingJobs()).map(({ name }) => name)).toContain('promises.broken');
    expect(await rig.system.prisma.$queryRaw`SELECT "data"->>'workspaceId' AS id FROM pgboss.job WHERE "name" = 'dead'`).toEqual([
      { id: 'another' },
    ]);
  });

  test('is for admins', async () => {
    expect(await rep.say('undelivered')).toMatchObject({ kind: 'say' });
    expect(JSON.stringify(await rep.say('undelivered'))).not.toContain('reached its person');
  });
});
