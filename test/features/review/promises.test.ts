import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buttonOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

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
  team = await rig.team(`T0REVPROM${count}`, { country: 'KR' });
  rep = await team.member(`U0REVPROM${count}`, 'rep');
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
});

test('a promise in a reply can be kept: the form shows what, and by when', async () => {
  const said = await rep.say('review I will call you on Friday at 5 pm.');
  expect(textOf(said)).toContain('You promise something in it: Fri 27 Nov 17:00');
  const form = formOf(await rep.press(buttonOf(said, 'promise.form')));
  await rep.submit(form, { customerId: kim });
  expect(await team.scope.db.touch.findMany()).toMatchObject([
    { kind: 'promise', about: 'I will call you on Friday at 5 pm.', dueAt: new Date('2026-11-27T08:00:00Z') },
  ]);
});

test('for the customer of the reply, who is not asked for again; a later time than promised is noted', async () => {
  await rep.say('promise Kim: an answer, by Thursday');
  const form = formOf(await rep.slash('review'));
  const said = await rep.submit(form, { draft: 'I will call you on Friday at 5 pm.', customerId: kim });
  expect(textOf(said)).toContain('was promised an earlier time');
  expect(formOf(await rep.press(buttonOf(said, 'promise.form'))).args).toEqual({ customerId: kim });
});

test('a time that has passed is a problem, and is not offered', async () => {
  const said = await rep.say('review I will call you today at 9 am.');
  expect(textOf(said)).toContain('has passed already');
  expect(() => buttonOf(said, 'promise.form')).toThrow();
});
