import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { en } from '../../../src/languages/en.ts';
import { buttonOf, formOf, menuOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';
import { drawnCard } from '../../support/slack-drawn.ts';

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
  // What earlier tests left due is not this one's.
  await rig.system.prisma.touch.updateMany({ data: { nextNudgeAt: null } });
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  rig.slack.sent.length = 0;
  rig.slack.updated.length = 0;
  team = await rig.team(`T0REMIND${count}`, { country: 'KR' });
  rep = await team.member(`U0REMINDREP${count}`, 'rep');
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji', company: 'Hanbit', phone: '010-1234-5678' });
});

const nudges = () => team.scope.db.nudge.findMany({ orderBy: { createdAt: 'asc' } });
const sentTexts = () => rig.slack.sent.map(({ card }) => card.text);
const look = async () => {
  await rig.sweep();
  return rig.runJobs();
};
const touchAt = (at: string) =>
  seedTouch(rig, team, rep.account, { customerId: kim, dueOn: at.slice(0, 10), dueAt: new Date(at) });

describe('the morning list', () => {
  beforeEach(async () => {
    await rep.submit(formOf(await rep.say('settings')), { morningTime: '08:30' });
    await seedTouch(rig, team, rep.account, { customerId: kim, dueOn: '2026-11-25' });
  });

  test('comes at the chosen time, and once', async () => {
    rig.setNow('2026-11-24T23:29:59Z');
    await look();
    expect(rig.slack.sent).toEqual([]);
    rig.setNow('2026-11-24T23:30:00Z');
    await Promise.all([rig.sweep(), rig.sweep()]);
    await look();
    expect(sentTexts()).toEqual(['Good morning. 1 follow-up today.']);
    rig.pass(60);
    await look();
    expect(rig.slack.sent).toHaveLength(1);
    const [message] = rig.slack.sent;
    if (message) drawnCard(message.card, en.chat);
    expect(message?.to).toEqual({ team: team.team, person: rep.account });
  });

  test.each([
    ['a Saturday', '2026-11-28T00:00:00Z'],
    ['Chuseok', '2026-09-25T00:00:00Z'],
  ])('not on %s', async (_title, at) => {
    await team.scope.db.person.updateMany({ data: { nextMorningAt: new Date(at) } });
    await seedTouch(rig, team, rep.account, { customerId: kim, dueOn: at.slice(0, 10) });
    rig.setNow(at);
    await look();
    expect(rig.slack.sent).toEqual([]);
    // The next one is planned all the same.
    const person = await team.scope.db.person.findFirstOrThrow();
    expect(person.nextMorningAt?.getTime()).toBeGreaterThan(rig.now().getTime());
  });

  test('not where nothing is due', async () => {
    await rep.slash('log', 'Kim reached');
    await team.scope.db.touch.deleteMany();
    rig.setNow('2026-11-24T23:30:00Z');
    await look();
    expect(rig.slack.sent).toEqual([]);
    expect(await nudges()).toMatchObject([{ kind: 'morning', state: 'skipped' }]);
  });

  test('a bot that was down over the morning sends it late, but one only', async () => {
    rig.setNow('2026-11-27T02:00:00Z');
    await look();
    expect(rig.slack.sent).toHaveLength(1);
  });

  test('each at their own morning', async () => {
    const far = await team.member(`U0REMINDFAR${count}`, 'rep', { zone: 'America/New_York' });
    await far.submit(formOf(await far.say('settings')), { morningTime: '08:30' });
    await seedTouch(rig, team, far.account, { customerId: kim, dueOn: '2026-11-24' });
    rig.setNow('2026-11-24T13:30:00Z');
    await look();
    expect(rig.slack.sent.map(({ to }) => to)).toEqual([{ team: team.team, person: far.account }]);
  });
});

describe('the nudge at the moment itself', () => {
  test('comes then, once, with what one wants to know', async () => {
    await rep.slash('log', 'Kim reached "loves it"');
    await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T05:59:59Z');
    await look();
    expect(rig.slack.sent).toEqual([]);
    rig.setNow('2026-11-24T06:00:00Z');
    await Promise.all([rig.sweep(), rig.sweep()]);
    await look();
    expect(rig.slack.sent).toHaveLength(1);
    const [message] = rig.slack.sent;
    if (!message) throw new Error('Nothing was sent');
    const text = plainText(message.card);
    for (const part of ['Now: Day-2 call with Kim Minji', 'Hanbit', '010-1234-5678', 'loves it', 'Have they started using it?'])
      expect(text).toContain(part);
    const reply = { kind: 'say', card: message.card, to: 'person' } as const;
    expect([
      buttonOf(reply, 'log.form').opensForm,
      menuOf(reply, 'snooze').choices.length,
      buttonOf(reply, 'customer').args,
    ]).toEqual([true, 5, { customerId: kim }]);
    drawnCard(message.card, en.chat);
  });

  test('not for what was settled between the claim and the sending', async () => {
    await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T06:00:00Z');
    await rig.sweep();
    await rep.slash('log', 'Kim reached');
    await rig.runJobs();
    expect(rig.slack.sent).toEqual([]);
    expect(await nudges()).toMatchObject([{ state: 'skipped' }]);
  });

  test('not for what was put off meanwhile; then at the new time', async () => {
    const touch = await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T06:00:00Z');
    await rig.sweep();
    await rep.press({ kind: 'button', label: '', command: 'snooze', args: { touchId: touch, until: 'hour' } });
    await rig.runJobs();
    expect(rig.slack.sent).toEqual([]);
    rig.pass(60);
    await look();
    expect(rig.slack.sent).toHaveLength(1);
  });

  test('not to who was taken out of the team', async () => {
    await touchAt('2026-11-24T06:00:00Z');
    const admin = await team.member(`U0REMINDADMIN${count}`, 'admin');
    await admin.say(`people @${rep.account} remove`);
    rig.setNow('2026-11-24T06:00:00Z');
    await look();
    expect(rig.slack.sent.filter(({ to }) => 'person' in to && to.person === rep.account)).toEqual([]);
  });

  test('an undo does not bring a second one', async () => {
    await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T06:00:00Z');
    await look();
    const said = await rep.slash('log', 'Kim reached');
    await rep.press(buttonOf(said, 'log.undo'));
    await look();
    expect(rig.slack.sent).toHaveLength(1);
  });
});

describe('once it is settled', () => {
  test('elsewhere, the nudge says so and has no buttons left', async () => {
    await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T06:00:00Z');
    await look();
    await rep.slash('log', 'Kim reached');
    await rig.runJobs();
    expect(rig.slack.updated).toMatchObject([
      { ref: rig.slack.sent[0]?.ref, card: { text: 'Day-2 call with Kim Minji is settled.' } },
    ]);
    expect(rig.slack.updated[0]?.card.elements.some(({ kind }) => kind === 'actions' || kind === 'item')).toBe(false);
  });

  test('on the nudge itself, its answer stays', async () => {
    const touch = await touchAt('2026-11-24T06:00:00Z');
    rig.setNow('2026-11-24T06:00:00Z');
    await look();
    const origin = rig.slack.sent[0]?.ref;
    if (!origin) throw new Error('Nothing was sent');
    await rep.send({ via: 'form', command: 'log', args: { touchId: touch, outcome: 'reached' }, origin });
    await rig.runJobs();
    expect(rig.slack.updated).toEqual([]);
  });
});
