import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, cardOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
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
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0HOME${count}`, { country: 'KR' });
});
const id = (name: string) => `U0${name}${count}`;

describe('help', () => {
  test.each([
    ['rep', false],
    ['manager', false],
    ['admin', true],
  ] as const)('of a %s names what they may do', async (role, people) => {
    const desk = await team.member(id('HELP'), role);
    const said = textOf(await desk.say('help'));
    expect(said).toContain('followups [today');
    expect(said.includes('people [@person')).toBe(people);
  });

  test.each([
    ['ko-KR', '후속'],
    ['zh-CN', '跟进'],
  ] as const)('speaks the language of the profile: %s', async (locale, word) => {
    const desk = await team.member(id('HELP'), 'rep', { locale });
    expect(textOf(await desk.say('help'))).toContain(word);
  });

  test('words that mean nothing are answered with what there is', async () => {
    const desk = await team.member(id('HELP'), 'rep');
    expect(textOf(await desk.say('make me a sandwich'))).toContain('I did not understand that');
  });

  test('names what is due first', async () => {
    const desk = await team.member(id('HELP'), 'rep');
    const kim = await seedCustomer(rig, team, desk.account, { name: 'Kim' });
    await seedTouch(rig, team, desk.account, { customerId: kim, dueOn: '2026-11-24' });
    expect(textOf(await desk.say('help'))).toContain('1 follow-up due');
  });
});

describe('the home tab', () => {
  test('has what matters on top, as much as fits, and the rest one tap away', async () => {
    const desk = await team.member(id('REP'), 'rep');
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const customerId = await seedCustomer(rig, team, desk.account, { name: `Customer ${name}` });
      await seedTouch(rig, team, desk.account, { customerId, dueOn: '2026-11-24' });
    }
    const home = await desk.home();
    expect(home.kind).toBe('home');
    expect(itemsOf(home)).toHaveLength(4);
    expect(textOf(home)).toContain('and 2 more');
  });

  test('an empty one teaches, each role its own next step', async () => {
    const commands = async (role: 'rep' | 'admin') => {
      const home = await (await team.member(id(role.toUpperCase()), role)).home();
      expect(textOf(home)).toContain('Nothing is due');
      return actionsOf(home).map((action) => ('command' in action ? action.command : ''));
    };
    expect(await commands('rep')).not.toContain('people.list');
    expect(await commands('admin')).toContain('people.list');
  });
});

describe('settings', () => {
  const person = async (account: string) =>
    team.scope.db.person.findFirstOrThrow({ where: { id: await team.personId(account) } });

  test('the language holds from the next word on, whatever the chat profile says later', async () => {
    const desk = await team.member(id('REP'), 'rep');
    const said = await desk.submit(formOf(await desk.say('settings')), { language: 'ko', morningTime: '09:00' });
    expect(cardOf(said).text).toContain('09:00');
    expect(cardOf(said).text).toMatch(/[가-힣]/);
    rig.pass(7 * 60);
    await desk.say('help');
    expect(textOf(await desk.say('followups'))).toMatch(/[가-힣]/);
    expect(await person(desk.account)).toMatchObject({ language: 'ko', languageChosen: true });
  });

  test.each([
    ['Asia/Seoul', '2026-11-24T22:15:00Z'],
    ['America/New_York', '2026-11-24T12:15:00Z'],
    ['Asia/Kolkata', '2026-11-24T01:45:00Z'],
  ])('the morning list comes at that time in %s', async (zone, at) => {
    const desk = await team.member(id('REP'), 'rep', { zone });
    await desk.submit(formOf(await desk.say('settings')), { morningTime: '07:15' });
    expect((await person(desk.account)).nextMorningAt).toEqual(new Date(at));
  });
});
