import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { buttonOf, cardOf, formOf, textOf } from '../../support/answers.ts';
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
let lin: Desk;
let kim: string;
let count = 0;
const today = '2026-11-24';
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  team = await rig.team(`T0HAND${count}`, { country: 'KR' });
  hannah = await team.member(`U0HANNAH${count}`, 'rep', { name: 'Hannah' });
  otto = await team.member(`U0OTTO${count}`, 'rep', { name: 'Otto' });
  lin = await team.member(`U0LIN${count}`, 'manager', { name: 'Lin' });
  kim = await seedCustomer(rig, team, hannah.account, { name: 'Kim Minji', company: 'Hanbit', phone: '010-1234-5678' });
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const touch = (id: string) => team.scope.db.touch.findFirstOrThrow({ where: { id } });
const changes = () => team.scope.db.touchChange.findMany({ orderBy: { at: 'asc' } });
const plan = (more: Partial<Parameters<typeof seedTouch>[3]> = {}, account = hannah.account) =>
  seedTouch(rig, team, account, { customerId: kim, dueOn: today, ...more });
const told = async (desk: Desk) => {
  await rig.runJobs();
  return rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account).map(({ card }) => plainText(card));
};
const id = (desk: Desk) => team.personId(desk.account);

describe('one touch', () => {
  test('by its button: the new rep is told the story, the old one that it is gone, and who had it is kept', async () => {
    await hannah.slash('log', 'Kim reached "loves the colour"');
    const day5 = await plan({ step: 'day5' });
    const form = formOf(await lin.press(buttonOf(await lin.slash('followups', 'Kim'), 'reassign.form')));
    expect(textOf(await lin.submit(form, { account: otto.account }))).toContain('Otto has it now: Day-5 call with Kim Minji');
    expect(await touch(day5)).toMatchObject({ repId: await id(otto), state: 'open' });
    const [story] = await told(otto);
    for (const part of ['Lin gave you a follow-up: Day-5 call with Kim Minji', 'Hanbit', '010-1234-5678', 'loves the colour'])
      expect(story).toContain(part);
    expect(await told(hannah)).toEqual([expect.stringContaining('Lin gave Day-5 call with Kim Minji to Otto')]);
    expect(await changes()).toMatchObject([
      { kind: 'given', touchId: day5, personId: await id(lin), fromRepId: await id(hannah), toRepId: await id(otto) },
    ]);
    // The customer stays where it was: one follow-up was given.
    expect(await team.scope.db.customer.findFirst({ where: { id: kim } })).toMatchObject({ ownerId: await id(hannah) });
  });

  test('in one line', async () => {
    const day5 = await plan({ step: 'day5' });
    for (const say of [
      () => hannah.slash('aftercare', `reassign Kim @${otto.account}`),
      () => otto.say(`담당 변경 Kim @${hannah.account}`),
    ]) {
      const before = (await touch(day5)).repId;
      await say();
      expect((await touch(day5)).repId).not.toBe(before);
    }
    expect(await told(otto)).toHaveLength(1);
    expect(await told(hannah)).toHaveLength(1);
  });

  test('of several is asked which; all of them take the customer along', async () => {
    const ids = [await plan({ step: 'day5' }), await plan({ kind: 'promise', step: 'promise', about: 'new filter' })];
    const asked = await hannah.slash('aftercare', `reassign Kim @${otto.account}`);
    expect(textOf(asked)).toContain('What of Kim Minji goes to Otto?');
    expect(await changes()).toEqual([]);
    await hannah.press(buttonOf(asked, 'All 2, and the customer'));
    for (const each of ids) expect((await touch(each)).repId).toBe(await id(otto));
    expect(await team.scope.db.customer.findFirst({ where: { id: kim } })).toMatchObject({ ownerId: await id(otto) });
    expect(await told(otto)).toEqual([expect.stringContaining('Hannah gave you Kim Minji, with 2 follow-ups')]);
  });

  test('a rep gives away only what is theirs, whatever button they have', async () => {
    const day5 = await plan({ step: 'day5' });
    const before = await everything(team);
    for (const said of [
      await otto.send({ via: 'form', command: 'reassign', args: { touchId: day5, account: otto.account } }),
      await otto.send({ via: 'form', command: 'reassign', args: { customerId: kim, account: otto.account, scope: 'all' } }),
      await otto.send({ via: 'form', command: 'reassign', args: { touchId: day5, scope: 'all', account: otto.account } }),
    ])
      expect(said).toMatchObject({ kind: 'errors' });
    expect(await everything(team)).toEqual(before);
  });

  test.each([
    ['nobody', () => '@U0NOBODY99'],
    ['somebody who was taken out', () => `@${otto.account}`],
    ['themselves', () => `@${hannah.account}`],
  ])('not to %s', async (who, mention) => {
    await plan({ step: 'day5' });
    if (who.startsWith('somebody'))
      await team.scope.db.person.updateMany({ where: { id: await id(otto) }, data: { role: null } });
    const before = await everything(team);
    await hannah.slash('aftercare', `reassign Kim ${mention()}`);
    expect(await everything(team)).toEqual(before);
    expect(await changes()).toEqual([]);
  });

  test('not what was closed meanwhile', async () => {
    const day5 = await plan({ step: 'day5' });
    const form = formOf(await hannah.press(buttonOf(await hannah.slash('followups'), 'reassign.form')));
    await hannah.slash('log', 'Kim reached');
    await hannah.submit(form, { account: otto.account });
    expect(await touch(day5)).toMatchObject({ repId: await id(hannah), state: 'done' });
  });
});

describe('a whole list', () => {
  test('is shown first, then goes over with the customers, once, and both are told', async () => {
    const ids = [await plan({ step: 'day5' }), await plan({ kind: 'promise', step: 'promise', about: 'new filter' })];
    const lee = await seedCustomer(rig, team, hannah.account, { name: 'Lee' });
    ids.push(await seedTouch(rig, team, hannah.account, { customerId: lee, dueOn: '2027-01-10' }));
    const own = await plan({ step: 'day12' }, otto.account);
    const preview = await lin.slash('aftercare', `handover @${hannah.account} @${otto.account}`);
    expect(textOf(preview)).toContain('3 follow-ups with 2 customers would go from Hannah to Otto');
    expect(textOf(preview)).toContain('1 promise');
    expect(await changes()).toEqual([]);
    expect(textOf(await lin.press(buttonOf(preview, 'handover.do')))).toContain('Handed over from Hannah to Otto: 3 follow-ups');
    for (const each of ids) expect((await touch(each)).repId).toBe(await id(otto));
    expect((await changes()).map(({ touchId }) => touchId).sort()).toEqual([...ids].sort());
    expect((await changes()).some(({ touchId }) => touchId === own)).toBe(false);
    expect(await team.scope.db.customer.count({ where: { ownerId: await id(otto) } })).toBe(2);
    expect(await told(otto)).toEqual([expect.stringContaining('Lin gave you the list of Hannah: 3 follow-ups with 2 customers')]);
    expect(await told(hannah)).toEqual([expect.stringContaining('Lin gave your list to Otto')]);
    rig.pass(5);
    await lin.press(buttonOf(preview, 'handover.do'));
    expect(await changes()).toHaveLength(3);
  });

  test('only managers do it, and only to a member', async () => {
    await plan({ step: 'day5' });
    const before = await everything(team);
    await hannah.slash('aftercare', `handover @${hannah.account} @${otto.account}`);
    await hannah.send({ via: 'button', command: 'handover.do', args: { fromId: await id(hannah), toId: await id(otto) } });
    await lin.slash('aftercare', `handover @${hannah.account} @U0NOBODY99`);
    await lin.slash('aftercare', `handover @${hannah.account} @${hannah.account}`);
    expect(await everything(team)).toEqual(before);
  });
});

test('a nudge on its way to who has it no more is not sent', async () => {
  await plan({ step: 'day5', dueAt: new Date('2026-11-24T02:00:00Z') });
  rig.setNow('2026-11-24T02:00:00Z');
  await rig.sweep();
  await lin.slash('aftercare', `reassign Kim @${otto.account}`);
  expect(await told(hannah)).toEqual([expect.stringContaining('Lin gave Day-5 call')]);
});

test('the customer’s file says who had it', async () => {
  await plan({ step: 'day5' });
  await lin.slash('aftercare', `reassign Kim @${otto.account}`);
  expect(plainText(cardOf(await otto.slash('customer', 'Kim')))).toMatch(/Day-5 call: Hannah → Otto \(by Lin\)/);
});
