import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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
let count = 0;
const unclear = () => new PlatformError('unclear', 'http_504');
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T05:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.system.prisma.nudge.deleteMany();
  team = await rig.team(`tenant-${count}`, { platform: 'teams' });
  const rep = await team.member(`rep-${count}`, 'rep');
  admin = await team.member(`admin-${count}`, 'admin');
  const customerId = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  await seedTouch(rig, team, rep.account, { customerId, dueOn: '2026-11-24', dueAt: new Date('2026-11-24T06:00:00Z') });
  await rig.runJobs();
  rig.teams.sent.length = 0;
  rig.teams.lookedUp.length = 0;
  rig.setNow('2026-11-24T06:00:00Z');
  await rig.sweep();
});

const nudge = () => team.scope.db.nudge.findFirstOrThrow();
const mark = 'This may be a repeat';
const said = () => rig.teams.sent.map(({ card }) => plainText(card).includes(mark));

test('a platform that cannot be asked gets an unclear message once more, marked and counted', async () => {
  rig.teams.failNext(unclear(), true);
  await rig.runJobs();
  expect(await nudge()).toMatchObject({ state: 'sending', platform: 'teams', team: team.team, repeatedAt: null });
  // Too early: the answer may only be late.
  rig.pass(1 / 6);
  await rig.runJobs();
  expect(rig.teams.sent).toHaveLength(1);
  rig.pass(1);
  await rig.runJobs();
  expect(said()).toEqual([false, true]);
  expect(await nudge()).toMatchObject({ state: 'sent', repeatedAt: expect.any(Date) });
  const seen = await admin.say('undelivered');
  expect(seen.kind === 'say' && plainText(seen.card)).toContain('1 reminder in Teams may have come twice this week');
});

test('an unclear second end is the last: the admin sees it, and decides', async () => {
  for (const wait of [0, 1]) {
    rig.pass(wait);
    rig.teams.failNext(unclear());
    await rig.runJobs();
  }
  rig.pass(2);
  await rig.runJobs();
  expect(rig.teams.sent).toEqual([]);
  expect(await nudge()).toMatchObject({ state: 'failed', problem: 'unclear_cannot_look' });
  rig.pass(60);
  await rig.sweep();
  await rig.runJobs();
  expect(rig.teams.sent.filter(({ key }) => !key?.startsWith('undelivered'))).toEqual([]);

  await admin.press(buttonOf(await admin.say('undelivered'), 'undelivered.again'));
  rig.pass(2);
  await rig.sweep();
  await rig.runJobs();
  expect(said().filter(Boolean)).toHaveLength(1);
  expect(await nudge()).toMatchObject({ state: 'sent' });
});

test('a limit met by the second one keeps its mark', async () => {
  rig.teams.failNext(unclear(), true);
  await rig.runJobs();
  rig.pass(1);
  rig.teams.failNext(new PlatformError('limited', 'http_429', { retryAfter: 5 }));
  await rig.runJobs();
  rig.pass(1);
  await rig.runJobs();
  expect(said()).toEqual([false, true]);
});

test('who has no account left to be reached at is named to the admin until they are heard of', async () => {
  const text = async () => {
    rig.pass(2);
    const seen = await admin.say('undelivered');
    return seen.kind === 'say' ? plainText(seen.card) : '';
  };
  const facts = { userId: 'u', place: 'a:1', serviceUrl: 'https://a.example', bot: 'b', seenAt: rig.now() };
  const seen = (account: string) => ({ platform: 'teams' as const, team: team.team, account });
  await rig.system.prisma.sighting.create({ data: { ...seen(admin.account), ...facts, conversation: 'a:1' } });
  expect(await text()).toContain(`Not reached in Teams until they write to me or add me: rep-${count}`);
  await rig.system.prisma.sighting.create({ data: { ...seen(`rep-${count}`), ...facts, conversation: 'a:2' } });
  expect(await text()).not.toContain('Not reached in Teams');
});
