import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PlatformName, Reply } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let count = 0;
const name = (what: string) => `${what}${count}`;
const codeIn = (reply: Reply) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(textOf(reply))?.[0] ?? '';
/** What the bot said there by itself, newest last. */
const said = (platform: PlatformName, desk: Desk) =>
  rig[platform].sent.flatMap(({ to, card, key }): Reply[] =>
    'person' in to && to.person === desk.account && /^join/.test(key ?? '') ? [{ kind: 'say', to: 'person', card }] : [],
  );

interface Side {
  readonly team: Team;
  readonly admin: Desk;
}
const side = async (platform: PlatformName): Promise<Side> => {
  const team = await rig.team(name(`${platform}-`), { platform });
  return { team, admin: await team.member(name(`${platform}-admin-`), 'admin', { email: `${platform}@contoso.example` }) };
};
const workspaceOf = async (platform: PlatformName) =>
  (await rig.system.prisma.installation.findFirstOrThrow({ where: { platform, team: name(`${platform}-`) } })).workspaceId;

beforeEach(() => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  for (const { sent } of [rig.slack, rig.teams]) sent.length = 0;
});

describe.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
] as const)('a workspace begun in %s, which %s joins', (here, there) => {
  let host: Side;
  let guest: Side;
  let ask: () => Promise<Reply>;
  beforeEach(async () => {
    host = await side(here);
    guest = await side(there);
    await rig.runJobs();
    const code = codeIn(await host.admin.say('join'));
    ask = async () => {
      rig.pass(2);
      return guest.admin.say(`join ${code.toLowerCase()}`);
    };
  });
  const asked = async () => {
    expect(textOf(await ask())).toContain('I have asked the admins');
    await rig.runJobs();
    const [card] = said(here, host.admin);
    if (!card) throw new Error('The admin was not asked');
    return card;
  };

  test('the admin sees who asks, confirms, and both are one from then on', async () => {
    const rep = await guest.team.member(name('rep-'), 'rep');
    const before = await workspaceOf(there);
    const card = await asked();
    expect(textOf(card)).toContain(name(`${there}-admin-`));
    expect(textOf(card)).toContain(`${there}@contoso.example`);
    expect(textOf(card)).toContain(name(`${there}-`));
    expect(await workspaceOf(there)).toBe(before);
    expect(textOf(await rep.say('followups'))).toContain('Nothing is due');

    const done = await host.admin.press(buttonOf(card, 'join.confirm'));
    expect(done).toMatchObject({ kind: 'say', replaces: true });
    expect(textOf(done)).toContain('has joined this workspace, with 2 people known there');
    expect(await workspaceOf(there)).toBe(host.team.scope.workspaceId);
    expect(await rig.system.prisma.workspace.findUnique({ where: { id: before } })).toBeNull();
    await rig.runJobs();
    expect(said(there, guest.admin).map((reply) => cardOf(reply).text)).toEqual([
      `You are now in the workspace “${host.team.team}”. Its admins let people in; I tell you when you are.`,
    ]);
    // Nobody comes in by itself, whoever they were before.
    for (const desk of [rep, guest.admin]) expect(textOf(await desk.say('followups'))).toContain('not in the after-sales team');
    const people = await host.team.scope.db.person.findMany({ where: { askedAt: { not: null } } });
    expect(people.map((person) => [person.name, person.role]).sort()).toEqual(
      [name('rep-'), name(`${there}-admin-`)].sort().map((one) => [one, null]),
    );
    rig.pass(2);
    await host.admin.press(buttonOf(await host.admin.say('people'), 'Let in'));
    expect(await host.team.scope.db.person.count({ where: { role: 'rep' } })).toBe(1);
  });

  test('who installed it there is no admin here for that', async () => {
    await rig.system.prisma.installation.updateMany({
      where: { team: name(`${there}-`) },
      data: { installedBy: name('installer-') },
    });
    await host.admin.press(buttonOf(await asked(), 'join.confirm'));
    const installer = guest.team.newcomer(name('installer-'), { admin: true });
    expect(textOf(await installer.say('people'))).toContain('not in the after-sales team');
    expect(await host.team.scope.db.person.count({ where: { role: 'admin' } })).toBe(1);
  });

  test('refused: all stays as it is, and who asked is told', async () => {
    const before = await workspaceOf(there);
    const card = await asked();
    expect(textOf(await host.admin.press(buttonOf(card, 'join.refuse')))).toContain('Refused');
    await rig.runJobs();
    expect(said(there, guest.admin).map((reply) => cardOf(reply).text)).toEqual([
      'The admins of the other workspace did not confirm. Everything here stays as it is.',
    ]);
    rig.pass(2);
    expect(textOf(await host.admin.press(buttonOf(card, 'join.confirm')))).toContain('has refused this already');
    expect(await workspaceOf(there)).toBe(before);
    expect(textOf(await guest.admin.say('people'))).toContain('The team: 1 person');
  });

  test('two admins at once: one decides, the other reads what', async () => {
    const second = await host.team.member(name('second-'), 'admin');
    const card = await asked();
    const answers = await Promise.all([
      host.admin.press(buttonOf(card, 'join.confirm')),
      second.press(buttonOf(card, 'join.confirm')),
      guest.admin.say('help'),
    ]);
    const texts = answers.slice(0, 2).map(textOf);
    expect(texts.filter((text) => text.includes('has joined this workspace'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('has confirmed this already'))).toHaveLength(1);
    await rig.runJobs();
    expect(said(there, guest.admin)).toHaveLength(1);
  });

  test('a code is good once, for one that asks, and a quarter of an hour', async () => {
    const third = await rig.team(name('third-'), { platform: there });
    const other = await third.member(name('third-admin-'), 'admin');
    const code = codeIn(await host.admin.say('join'));
    expect(textOf(await ask())).toContain('used already or holds no more');
    expect(textOf(await other.say(`join ${code}`))).toContain('I have asked the admins');
    rig.pass(2);
    expect(textOf(await guest.admin.say(`join ${code}`))).toContain('used already');
    const late = codeIn(await host.admin.say('join'));
    rig.pass(16);
    expect(textOf(await guest.admin.say(`join ${late}`))).toContain('holds no more');
    expect(await host.team.scope.db.handshake.count({ where: { state: 'asked' } })).toBe(1);
  });

  test('while it is not answered, another try says so; after three days it may be tried anew', async () => {
    const card = await asked();
    rig.pass(2);
    expect(textOf(await guest.admin.say('join'))).toContain(`I have asked the admins of “${host.team.team}”`);
    rig.pass(3 * 24 * 60);
    expect(textOf(await host.admin.press(buttonOf(card, 'join.confirm')))).toContain('not answered in time');
    const code = codeIn(await host.admin.say('join'));
    expect(textOf(await guest.admin.say(`join ${code}`))).toContain('I have asked');
  });

  test('a workspace with customers of its own does not join, nor one that got them meanwhile', async () => {
    const card = await asked();
    await seedCustomer(rig, guest.team, guest.admin.account, { name: 'Kim Minji' });
    expect(textOf(await host.admin.press(buttonOf(card, 'join.confirm')))).toContain('customers of their own');
    expect(await guest.team.scope.db.customer.count()).toBe(1);
    const third = await rig.team(name('full-'), { platform: there });
    const other = await third.member(name('full-admin-'), 'admin');
    await seedCustomer(rig, third, other.account, { name: 'Kim Minji' });
    const code = codeIn(await host.admin.say('join'));
    expect(textOf(await other.say(`join ${code}`))).toContain('has 1 customer of its own');
  });

  test('is asked by an admin of it, where it has one', async () => {
    const rep = await guest.team.member(name('rep-'), 'rep');
    const code = codeIn(await host.admin.say('join'));
    expect(textOf(await rep.say(`join ${code}`))).toContain('Only an admin can do that');
    expect(textOf(await rep.say('join'))).toContain('Only an admin can do that');
  });
});

describe('codes', () => {
  test('that are wrong are counted, and after five nothing is looked up for a while', async () => {
    const { admin } = await side('teams');
    const host = await side('slack');
    const code = codeIn(await host.admin.say('join'));
    for (const wrong of ['ABCDE-12345', 'ABCDE-12346', 'nonsense', 'ABCDE-12347', 'ABCDE-12348'])
      expect(textOf(await admin.say(`join ${wrong}`))).toContain('I do not know this code');
    expect(textOf(await admin.say(`join ${code}`))).toContain('too many wrong codes');
    rig.pass(14);
    expect(textOf(await admin.say(`join ${code}`))).toContain('too many wrong codes');
    expect(await host.team.scope.db.handshake.findFirst({ where: { state: 'asked' } })).toBeNull();
    rig.pass(2);
    expect(textOf(await admin.say(`join ${codeIn(await host.admin.say('join'))}`))).toContain('I have asked');
  });

  test('are kept as their hash alone, and a new one ends the last', async () => {
    const host = await side('slack');
    const first = codeIn(await host.admin.say('join'));
    const second = codeIn(await host.admin.say('join'));
    expect(second).not.toBe(first);
    const { scope } = host.team;
    const kept = JSON.stringify([await scope.db.handshake.findMany(), await scope.db.delivery.findMany()]);
    for (const code of [first, second]) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(code.replace('-', ''));
    }
    const guest = await side('teams');
    expect(textOf(await guest.admin.say(`join ${first}`))).toContain('used already');
    expect(textOf(await guest.admin.say(`join ${second}`))).toContain('I have asked');
  });

  test('are typed in the other app', async () => {
    const host = await side('slack');
    const code = codeIn(await host.admin.say('join'));
    expect(textOf(await host.admin.say(`join ${code}`))).toContain('from this very workspace');
  });
});
