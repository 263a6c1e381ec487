import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { buttonOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let hannah: Desk;
let otto: Desk;
let uma: Desk;
let lin: Desk;
let admin: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  team = await rig.team(`T0POOL${count}`, { country: 'KR' });
  hannah = await team.member(`U0HANNAH${count}`, 'rep', { name: 'Hannah' });
  otto = await team.member(`U0OTTO${count}`, 'rep', { name: 'Otto' });
  uma = await team.member(`U0UMA${count}`, 'rep', { name: 'Uma' });
  lin = await team.member(`U0LIN${count}`, 'manager', { name: 'Lin' });
  admin = await team.member(`U0ADMIN${count}`, 'admin');
  kim = await seedCustomer(rig, team, hannah.account, { name: 'Kim Minji' });
  await seedTouch(rig, team, hannah.account, {
    customerId: kim,
    step: 'day5',
    dueOn: '2026-11-24',
    dueAt: new Date('2026-11-24T06:00:00Z'),
  });
  await seedTouch(rig, team, hannah.account, { customerId: kim, step: 'day12', dueOn: '2026-12-01' });
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const touches = () => team.scope.db.touch.findMany({ orderBy: { dueOn: 'asc' } });
const look = async () => {
  await rig.sweep();
  await rig.runJobs();
};
const sentTo = (desk: Desk) =>
  rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account).map(({ card }) => plainText(card));
const leave = async () => {
  await admin.say(`people @${hannah.account} remove`);
  await look();
};

describe('somebody leaves', () => {
  test('what they had goes to the pool, nothing of it is nudged, and managers are told once', async () => {
    await leave();
    for (const touch of await touches()) expect(touch).toMatchObject({ state: 'open', pooledAt: rig.now(), nextNudgeAt: null });
    expect(await team.scope.db.customer.findFirst()).toMatchObject({ ownerId: null });
    await look();
    expect(sentTo(lin)).toEqual([
      expect.stringContaining('Hannah is not in the team any more. 2 follow-ups with 1 customer wait'),
    ]);
    expect(sentTo(otto)).toEqual([]);
    rig.setNow('2026-11-24T06:00:00Z');
    await look();
    expect(rig.slack.sent).toHaveLength(1);
    expect(await team.scope.db.touchChange.findMany()).toMatchObject([
      { kind: 'pooled', reason: 'rep_left', personId: null },
      { kind: 'pooled', reason: 'rep_left', personId: null },
    ]);
  });

  test('the chat workspace too: their account is gone', async () => {
    rig.slack.profiles.set(`${team.team}:${hannah.account}`, { id: hannah.account, name: 'Hannah', admin: false, kind: 'gone' });
    rig.pass(60 * 48);
    await hannah.say('help');
    await expect
      .poll(async () => (await team.scope.db.person.findFirst({ where: { name: 'Hannah' } }))?.releaseAt)
      .not.toBeNull();
    await look();
    expect((await touches()).every(({ pooledAt }) => pooledAt !== null)).toBe(true);
  });

  test('without a manager the admins hear of it', async () => {
    await team.scope.db.person.updateMany({ where: { name: 'Lin' }, data: { role: 'rep' } });
    await leave();
    expect(sentTo(admin)).toEqual([expect.stringContaining('Hannah is not in the team any more')]);
  });

  test('who is back before anybody looked keeps everything', async () => {
    await admin.say(`people @${hannah.account} remove`);
    await admin.say(`people @${hannah.account} rep`);
    await look();
    expect((await touches()).every(({ pooledAt }) => pooledAt === null)).toBe(true);
  });

  test('the whole list can be handed on from the message', async () => {
    await leave();
    const message = rig.slack.sent.find(({ to }) => 'person' in to && to.person === lin.account);
    if (!message) throw new Error('Nobody was told');
    const form = formOf(await lin.press(buttonOf({ kind: 'say', card: message.card, to: 'person' }, 'handover.form')));
    await lin.press(buttonOf(await lin.submit(form, { to: otto.account }), 'handover.do'));
    const repId = await team.personId(otto.account);
    for (const touch of await touches()) expect(touch).toMatchObject({ repId, pooledAt: null });
    expect((await touches())[0]).toMatchObject({ nextNudgeAt: new Date('2026-11-24T06:00:00Z') });
    await rig.runJobs();
    expect(sentTo(otto)).toEqual([expect.stringContaining('Lin gave you the list of Hannah')]);
  });
});

describe('the pool', () => {
  test.each(['followups pool', 'pool', '미배정', '公海', '跟进 公海'])('is listed by %j, a customer once', async (text) => {
    await leave();
    const list = await otto.say(text);
    expect(itemsOf(list)).toEqual(['Kim Minji · Day-5 call']);
    expect(textOf(list)).toContain('was with Hannah');
    expect(textOf(list)).toContain('and 1 more');
  });

  test('is on nobody’s list', async () => {
    await leave();
    expect(textOf(await otto.slash('followups', 'week'))).toContain('Nothing is due');
    expect(textOf(await lin.slash('followups', 'team'))).toContain('Nothing is due');
  });

  test('whoever takes the customer has everything of theirs, with the story, and is nudged', async () => {
    await hannah.slash('log', 'Kim no answer "try in the evening"');
    await leave();
    const list = await otto.say('pool');
    const said = await otto.press(buttonOf(list, 'pool.take'));
    expect(textOf(said)).toContain('Kim Minji is yours now');
    expect(textOf(said)).toContain('try in the evening');
    const repId = await team.personId(otto.account);
    for (const touch of await touches()) expect(touch).toMatchObject({ repId, pooledAt: null });
    expect(await team.scope.db.customer.findFirst()).toMatchObject({ ownerId: repId });
    expect(await team.scope.db.touchChange.count({ where: { kind: 'taken', toRepId: repId } })).toBe(2);
    expect(textOf(await uma.press(buttonOf(list, 'pool.take')))).toContain('Otto was faster: Kim Minji is with Otto now');
  });

  test('two at the same instant: one has it, the other is told who', async () => {
    await leave();
    const take = buttonOf(await otto.say('pool'), 'pool.take');
    const said = (await Promise.all([otto.press(take), uma.press(take)])).map(textOf);
    const won = said.filter((text) => text.includes('is yours now'));
    expect(won).toHaveLength(1);
    const [first] = await touches();
    const name = first?.repId === (await team.personId(otto.account)) ? 'Otto' : 'Uma';
    expect(said.filter((text) => text.includes(`${name} was faster`))).toHaveLength(1);
    expect(new Set((await touches()).map(({ repId }) => repId)).size).toBe(1);
    expect(await team.scope.db.touchChange.count({ where: { kind: 'taken' } })).toBe(2);
  });

  test('a manager gives it to somebody', async () => {
    await leave();
    const form = formOf(await lin.press(buttonOf(await lin.say('pool'), 'reassign.form')));
    await lin.submit(form, { account: uma.account });
    const repId = await team.personId(uma.account);
    for (const touch of await touches()) expect(touch).toMatchObject({ repId, pooledAt: null });
  });

  test('nothing left to take says so', async () => {
    await leave();
    const take = buttonOf(await otto.say('pool'), 'pool.take');
    await lin.slash('log', 'Kim do not contact');
    const before = await everything(team);
    expect(textOf(await otto.press(take))).toContain('Nothing is open with Kim Minji any more');
    expect(await everything(team)).toEqual(before);
    expect(textOf(await otto.say('pool'))).toContain('The pool is empty');
  });
});
