import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { readAwayText } from '../../../src/features/absence/read-away-text.ts';
import { cardOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let ann: Desk;
let ben: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  // A Tuesday, ten in the morning in Seoul.
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  team = await rig.team(`T0AWAY${count}`, { country: 'KR' });
  ann = await team.member(`U0AWAYANN${count}`, 'rep');
  ben = await team.member(`U0AWAYBEN${count}`, 'rep');
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const look = async () => {
  // What is lent is planned anew for whoever has it now.
  await rig.sweep();
  await rig.sweep();
  await rig.runJobs();
};
const told = (desk: Desk) =>
  rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account).map(({ card }) => plainText(card));
const plan = async (name: string, dueOn: string) =>
  seedTouch(rig, team, ann.account, { customerId: await seedCustomer(rig, team, ann.account, { name }), dueOn });
const due = async (desk: Desk) => itemsOf(await desk.slash('followups', 'week')).length;

test('the stand-in has what falls due, is told, and gives it back; who returns hears what was done', async () => {
  await plan('Kim', '2026-11-25');
  await plan('Lee', '2026-11-26');
  await plan('Park', '2026-12-01');
  const said = await ann.slash('followups', `away until Friday @${ben.account}`);
  expect(textOf(said)).toContain(`${ben.account} stands in.`);
  await look();
  expect([await due(ann), await due(ben)]).toEqual([1, 2]);
  expect(told(ben).join('\n')).toContain(`You stand in for ${ann.account} until Fri 27 Nov`);
  rig.setNow('2026-11-25T02:00:00Z');
  await ben.slash('log', 'Kim reached');
  // Saturday.
  rig.setNow('2026-11-27T15:01:00Z');
  await look();
  await look();
  expect(told(ann).join('\n')).toMatch(/Welcome back\. 1 follow-up came back[\s\S]*Kim · Day-2 call · reached/);
  expect(told(ben).at(-1)).toContain('1 follow-up went back');
  const touches = await team.scope.db.touch.findMany({ where: { state: 'open' } });
  expect(new Set(touches.map(({ repId }) => repId))).toEqual(new Set([await team.personId(ann.account)]));
  expect(await team.scope.db.person.findFirst({ where: { id: await team.personId(ann.account) } })).toMatchObject({
    awayFrom: null,
    standInId: null,
  });
});

test('what is planned during the absence goes to the stand-in too, who is nudged', async () => {
  await ann.slash('followups', `away until Friday @${ben.account}`);
  await look();
  const id = await seedTouch(rig, team, ann.account, {
    customerId: await seedCustomer(rig, team, ann.account, { name: 'Kim' }),
    dueOn: '2026-11-25',
    dueAt: new Date('2026-11-25T06:00:00Z'),
  });
  await look();
  rig.setNow('2026-11-25T06:00:00Z');
  await look();
  expect(told(ann)).toEqual([]);
  expect(told(ben).join('\n')).toContain('Now: Day-2 call with Kim');
  const why = textOf(await ben.press({ kind: 'button', label: '', command: 'why', args: { touchId: id } }));
  expect(why).toContain(`It is with ${ben.account}, who stands in for ${ann.account}.`);
});

test('without a stand-in it waits, and the manager sees it', async () => {
  const lead = await team.member(`U0AWAYLEAD${count}`, 'manager');
  await lead.submit(formOf(await lead.say('settings')));
  await plan('Kim', '2026-11-25');
  expect(textOf(await ann.slash('followups', 'away until 2026-12-02'))).toContain('Nobody stands in: 1 follow-up');
  await look();
  rig.setNow('2026-11-24T23:30:00Z');
  await look();
  expect(told(ann)).toEqual([]);
  expect(told(lead).join('\n')).toContain(`${ann.account}: 1 follow-up wait`);
  rig.setNow('2026-12-02T23:30:00Z');
  await look();
  expect(told(ann).join('\n')).toContain('1 follow-up today');
});

test('back before the day', async () => {
  await plan('Kim', '2026-11-25');
  await ann.slash('followups', `away until Friday @${ben.account}`);
  await look();
  expect(cardOf(await ann.slash('followups', 'back')).text).toContain('Welcome back');
  await look();
  expect([await due(ann), await due(ben)]).toEqual([1, 0]);
  expect(cardOf(await ann.say('back')).text).toContain('You were not away');
});

test.each([
  ['nobody in the team', 'away until Friday @U0NOBODYHERE', 'I do not know that person'],
  ['oneself', 'away until Friday @SELF', 'cannot stand in for yourself'],
  ['a day that has passed', 'away until 2026-11-01', 'That moment has passed'],
  ['no day', 'away until the cows come home', 'Like this: away until Friday'],
])('refused: %s', async (_title, text, problem) => {
  expect(textOf(await ann.slash('followups', text.replace('SELF', ann.account)))).toContain(problem);
});

describe('in three languages', () => {
  const options = { now: new Date('2026-11-24T01:00:00Z'), zone: 'Asia/Seoul' } as const;
  test.each([
    ['away until Friday @U0STANDIN', 'en', undefined, '2026-11-27'],
    ['away from 1 December to 5 December @U0STANDIN', 'en', '2026-12-01', '2026-12-05'],
    ['휴가 금요일까지 @U0STANDIN', 'ko', undefined, '2026-11-27'],
    ['휴가 12월 1일부터 12월 5일까지 @U0STANDIN', 'ko', '2026-12-01', '2026-12-05'],
    ['请假到周五 @U0STANDIN', 'zh', undefined, '2026-11-27'],
    ['请假 12月1日到12月5日 @U0STANDIN', 'zh', '2026-12-01', '2026-12-05'],
  ] as const)('%s', (text, language, from, until) => {
    expect(readAwayText(text, { ...options, language })).toEqual({ account: 'U0STANDIN', from, until });
  });
});
