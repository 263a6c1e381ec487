import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, formOf, itemsOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';

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
  rig.slack.sent.length = 0;
  team = await rig.team(`T0PEOPLE${count}`, { installedBy: `U0INSTALL${count}`, country: 'KR' });
});
const id = (name: string) => `U0${name}${count}`;
const person = async (account: string) => team.scope.db.person.findFirstOrThrow({ where: { id: await team.personId(account) } });
const welcomes = (account: string) =>
  rig.slack.sent.filter(({ to, key }) => 'person' in to && to.person === account && key?.startsWith('welcome:'));

describe('the first admin', () => {
  test('is whoever installed it, though no administrator of the chat workspace', async () => {
    await team.newcomer(id('INSTALL')).say('help');
    expect(await person(id('INSTALL'))).toMatchObject({ role: 'admin' });
  });

  test('or the first administrator of the chat workspace to come; the second is not', async () => {
    await team.newcomer(id('BOSS'), { admin: true }).say('help');
    await team.newcomer(id('BOSSTWO'), { admin: true }).say('help');
    expect(await person(id('BOSS'))).toMatchObject({ role: 'admin' });
    expect(await person(id('BOSSTWO'))).toMatchObject({ role: null });
  });

  test('gets a morning list at half past eight of their own clock', async () => {
    await team.newcomer(id('INSTALL'), { zone: 'America/New_York' }).say('help');
    expect((await person(id('INSTALL'))).nextMorningAt).toEqual(new Date('2026-11-24T13:30:00Z'));
  });

  test('an administrator whom the bot knew before anybody led it becomes admin at the next word', async () => {
    const early = team.newcomer(id('EARLY'));
    await early.say('help');
    team.newcomer(id('EARLY'), { admin: true });
    await team.member(id('OTHER'), 'rep');
    await early.say('followups');
    expect(await person(id('EARLY'))).toMatchObject({ role: 'admin' });
  });

  test('is welcomed once', async () => {
    await team.newcomer(id('INSTALL')).say('help');
    await rig.runJobs();
    await team.newcomer(id('INSTALL')).say('people');
    await rig.runJobs();
    expect(welcomes(id('INSTALL'))).toHaveLength(1);
  });

  test('is welcomed when Slack takes it, if it did not at first', async () => {
    rig.slack.failNext(new PlatformError('limited', 'ratelimited', { retryAfter: 5 }));
    await team.newcomer(id('INSTALL')).say('help');
    await rig.runJobs();
    expect(welcomes(id('INSTALL'))).toHaveLength(0);
    await rig.runJobs();
    await rig.runJobs();
    expect(welcomes(id('INSTALL'))).toHaveLength(1);
  });
});

describe('who is not served', () => {
  const nothing = async () => expect(await team.scope.db.person.count()).toBe(0);

  test('a stranger from a shared channel is refused, and not kept', async () => {
    const stranger = team.newcomer(id('STRANGER'));
    const said = await stranger.send({ text: 'followups', person: { id: stranger.account, team: 'T0ELSE' } });
    expect(textOf(said)).toContain('Sorry');
    await nothing();
  });

  test.each(['guest', 'stranger', 'bot', 'gone'] as const)('a %s is refused, and not kept', async (kind) => {
    expect(textOf(await team.newcomer(id(kind.toUpperCase()), { kind, admin: true }).say('followups'))).toContain('Sorry');
    await nothing();
  });

  test('a team without the bot', async () => {
    const desk = team.newcomer(id('LOST'));
    expect(textOf(await desk.send({ text: 'help', team: 'T0NOWHERE' }))).toContain('not set up');
  });

  test('opening the home tab is answered there, not with a message each time', async () => {
    const guest = await team.newcomer(id('GUEST'), { kind: 'guest' }).home();
    const outsider = await team.newcomer(id('OUT')).home();
    expect([guest.kind, outsider.kind]).toEqual(['home', 'home']);
  });
});

describe('somebody from outside the team', () => {
  let admin: Desk;
  let outsider: Desk;
  beforeEach(async () => {
    admin = await team.member(id('ADMIN'), 'admin');
    outsider = team.newcomer(id('OUT'), { name: 'Olga Out', locale: 'ko-KR' });
  });

  test('sees no customer, in no way, and is told how to be let in, in their language', async () => {
    for (const text of ['followups', 'customer Kim', 'log Kim reached', 'sale Kim, filter', 'settings', 'people']) {
      expect(textOf(await outsider.say(text))).toContain('아직 이곳 사후 관리 팀에 속해 있지 않아');
    }
    expect(await outsider.suggest('customer.suggest', 'Kim')).not.toMatchObject({ kind: 'choices' });
  });

  test('asks, an admin is told once and lets them in, and they are welcomed once', async () => {
    const ask = buttonOf(await outsider.say('followups'), 'people.ask');
    await outsider.press(ask);
    rig.pass(2);
    await outsider.press(ask);
    await rig.runJobs();
    const told = rig.slack.sent.filter(({ to }) => 'person' in to && to.person === admin.account);
    expect(told).toHaveLength(1);
    const [message] = told;
    if (!message) throw new Error('The admin was not told');
    expect(message.card.text).toContain('Olga Out');
    const letIn = buttonOf({ kind: 'say', to: 'person', card: message.card }, 'Let in');
    expect(itemsOf(await admin.press(letIn))).toHaveLength(2);
    rig.pass(2);
    await admin.press(letIn);
    await rig.runJobs();
    expect(await person(outsider.account)).toMatchObject({ role: 'rep', askedAt: null });
    expect(welcomes(outsider.account)).toHaveLength(1);
    expect(textOf(await outsider.say('후속'))).toContain('오늘 연락할 건이 없습니다');
  });

  test('who was turned away may ask again', async () => {
    await outsider.press(buttonOf(await outsider.say('followups'), 'people.ask'));
    await admin.press(buttonOf(await admin.say('people'), 'Not now'));
    expect(await person(outsider.account)).toMatchObject({ role: null, askedAt: null });
    expect(buttonOf(await outsider.say('followups'), 'people.ask')).toBeDefined();
  });
});

describe('roles', () => {
  let admin: Desk;
  beforeEach(async () => {
    admin = await team.member(id('ADMIN'), 'admin');
  });

  test.each([
    ['rep', 'rep'],
    ['manager', 'manager'],
    ['매니저', 'manager'],
    ['主管', 'manager'],
    ['Admin', 'admin'],
  ] as const)('people @… %s', async (typed, role) => {
    team.newcomer(id('NEW'));
    await admin.say(`people @${id('NEW')} ${typed}`);
    expect(await person(id('NEW'))).toMatchObject({ role });
  });

  test('by form and by menu', async () => {
    team.newcomer(id('NEW'));
    const form = formOf(await admin.press(buttonOf(await admin.say('people'), 'people.form')));
    const listed = await admin.submit(form, { account: id('NEW'), role: 'rep' });
    const menu = cardOf(listed)
      .elements.flatMap((element) => (element.kind === 'item' ? element.actions : []))
      .find((action) => action.kind === 'menu' && action.choices.some(({ label }) => label === 'Make admin'));
    if (menu?.kind !== 'menu') throw new Error('No menu for the newcomer');
    await admin.choose(menu, 'manager');
    expect(await person(id('NEW'))).toMatchObject({ role: 'manager' });
  });

  test.each(['people @U0NOBODY1', 'people rep', 'people nonsense'])('%s is refused with an example', async (typed) => {
    expect(textOf(await admin.say(typed))).toContain('people @name rep');
  });

  test('the last admin stays', async () => {
    const menu = menuOf(await admin.say('people'), 'people');
    for (const role of ['none', 'rep', 'manager']) {
      expect(textOf(await admin.choose(menu, role))).toContain('nobody as admin');
      expect(await person(admin.account)).toMatchObject({ role: 'admin' });
    }
  });

  test('a named guest is taken out again', async () => {
    team.newcomer(id('GUEST'), { kind: 'guest' });
    await admin.say(`people @${id('GUEST')} rep`);
    await rig.runJobs();
    expect(await person(id('GUEST'))).toMatchObject({ role: null });
    expect(welcomes(id('GUEST'))).toHaveLength(0);
  });

  test('the morning of somebody named from afar is in their own zone, and a chosen time outlasts a new role', async () => {
    team.newcomer(id('FAR'), { zone: 'America/New_York' });
    await admin.say(`people @${id('FAR')} rep`);
    await rig.runJobs();
    expect((await person(id('FAR'))).nextMorningAt).toEqual(new Date('2026-11-24T13:30:00Z'));
    const far = team.newcomer(id('FAR'), { zone: 'America/New_York' });
    await far.submit(formOf(await far.say('settings')), { morningTime: '07:15' });
    await admin.say(`people @${id('FAR')} manager`);
    expect((await person(id('FAR'))).nextMorningAt).toEqual(new Date('2026-11-24T12:15:00Z'));
  });

  test('a rep and a manager cannot change roles', async () => {
    for (const role of ['rep', 'manager'] as const) {
      const desk = await team.member(id(role.toUpperCase()), role);
      expect(textOf(await desk.say(`people @${desk.account} admin`))).toContain('Only an admin');
      expect(await person(desk.account)).toMatchObject({ role });
    }
  });
});
