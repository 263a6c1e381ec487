import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PlatformName, Reply } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let count = 0;
let slack: Team;
/** The same workspace, as it is used from Teams. */
let teams: Team;
const id = (what: string) => `${what}${count}`;
const codeIn = (reply: Reply) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(textOf(reply))?.[0] ?? '';
const said = (platform: PlatformName, desk: Desk, key: RegExp) =>
  rig[platform].sent.flatMap(({ to, card, key: own }): Reply[] =>
    'person' in to && to.person === desk.account && key.test(own ?? '') ? [{ kind: 'say', to: 'person', card }] : [],
  );
const person = async (account: string) =>
  slack.scope.db.person.findFirstOrThrow({ where: { id: await slack.personId(account) } });
const mail = 'Hannah.Brooks@contoso.example';

beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  for (const { sent } of [rig.slack, rig.teams]) sent.length = 0;
  slack = await rig.team(id('T0LINK'));
  const tenant = await rig.team(id('tenant-'), { platform: 'teams' });
  const own = tenant.scope.workspaceId;
  await rig.system.prisma.installation.updateMany({
    where: { workspaceId: own },
    data: { workspaceId: slack.scope.workspaceId },
  });
  teams = { ...tenant, scope: slack.scope, personId: slack.personId };
  await slack.member(id('U0BOSS'), 'admin');
});
const inSlack = async (role: 'rep' | 'manager' = 'rep') => {
  const desk = await slack.member(id('U0HANNAH'), role, { name: 'Hannah', email: mail });
  await rig.runJobs();
  return desk;
};
const inTeams = () => teams.newcomer(id('hannah-'), { name: 'Hannah Brooks', email: ` ${mail.toLowerCase()} ` });

/** Both have said so. */
async function linked(): Promise<{ readonly slackDesk: Desk; readonly teamsDesk: Desk }> {
  const slackDesk = await inSlack();
  const teamsDesk = inTeams();
  const code = codeIn(await slackDesk.say('link'));
  await teamsDesk.press(buttonOf(await teamsDesk.say(`link ${code}`), 'link.confirm'));
  return { slackDesk, teamsDesk };
}

describe('two accounts with one mail', () => {
  test('are proposed on one platform, confirmed on the other, and never linked before', async () => {
    const slackDesk = await inSlack();
    const teamsDesk = inTeams();
    expect(textOf(await teamsDesk.say('followups'))).toContain('not in the after-sales team');
    await rig.runJobs();
    const [proposal, ...more] = said('teams', teamsDesk, /^link/);
    expect(more).toEqual([]);
    if (!proposal) throw new Error('Nothing was proposed');
    expect(textOf(proposal)).toContain('Are you Hannah in Slack as well?');
    expect(said('slack', slackDesk, /^link/)).toEqual([]);
    expect(await slack.personId(teamsDesk.account)).not.toBe(await slack.personId(slackDesk.account));

    expect(textOf(await teamsDesk.press(buttonOf(proposal, 'link.ask')))).toContain('I have asked Hannah there');
    // Who asks cannot answer as well.
    const forged = { ...buttonOf(proposal, 'link.ask'), command: 'link.confirm' };
    expect(textOf(await teamsDesk.press(forged))).toContain('answered already or took too long');
    await rig.runJobs();
    const [question] = said('slack', slackDesk, /^link/);
    if (!question) throw new Error('The other side was not asked');
    expect(textOf(question)).toContain('Is Hannah Brooks in Microsoft Teams you too?');
    expect(await slack.personId(teamsDesk.account)).not.toBe(await slack.personId(slackDesk.account));

    const done = await slackDesk.press(buttonOf(question, 'link.confirm'));
    expect(done).toMatchObject({ replaces: true });
    expect(await slack.personId(teamsDesk.account)).toBe(await slack.personId(slackDesk.account));
    expect(textOf(await teamsDesk.say('followups'))).toContain('Nothing is due');
    rig.pass(2);
    expect(textOf(await slackDesk.press(buttonOf(question, 'link.confirm')))).toContain('answered already');
  });

  test.each(['first', 'second'] as const)('the %s to be asked may say no, and is not asked again', async (who) => {
    const slackDesk = await inSlack();
    const teamsDesk = inTeams();
    await teamsDesk.say('help');
    await rig.runJobs();
    const [proposal] = said('teams', teamsDesk, /^link/);
    if (!proposal) throw new Error('Nothing was proposed');
    if (who === 'first') await teamsDesk.press(buttonOf(proposal, 'link.refuse'));
    else {
      await teamsDesk.press(buttonOf(proposal, 'link.ask'));
      await rig.runJobs();
      const [question] = said('slack', slackDesk, /^link/);
      if (!question) throw new Error('The other side was not asked');
      expect(textOf(await slackDesk.press(buttonOf(question, 'link.refuse')))).toContain('somebody else');
    }
    const { workspaceId } = slack.scope;
    const personId = await slack.personId(teamsDesk.account);
    await slack.scope.transaction((tx) => tx.enqueue('linking.propose', { workspaceId, personId }));
    await rig.runJobs();
    expect(said('teams', teamsDesk, /^link/)).toHaveLength(1);
    expect(await slack.personId(teamsDesk.account)).not.toBe(await slack.personId(slackDesk.account));
  });

  test('of one platform are two people, and so are those whose mail is not one alone', async () => {
    await slack.member(id('U0ONE'), 'rep', { email: mail });
    await slack.member(id('U0TWO'), 'rep', { email: mail });
    await inTeams().say('help');
    await rig.runJobs();
    expect(await slack.scope.db.handshake.count()).toBe(0);
  });

  test('without a mail nothing is proposed', async () => {
    await slack.member(id('U0ONE'), 'rep', { name: 'Hannah' });
    await teams.newcomer(id('hannah-'), { name: 'Hannah' }).say('help');
    await rig.runJobs();
    expect(await slack.scope.db.handshake.count()).toBe(0);
  });
});

describe('a code', () => {
  test('typed under the other account links both, after showing whose it is', async () => {
    const slackDesk = await inSlack('manager');
    const teamsDesk = teams.newcomer(id('other-'), { name: 'H. B.' });
    const code = codeIn(await slackDesk.say('link'));
    const question = await teamsDesk.say(`link ${code}`);
    expect(textOf(question)).toContain('Is Hannah in Slack you too?');
    expect(await slack.personId(teamsDesk.account)).not.toBe(await slack.personId(slackDesk.account));
    const done = await teamsDesk.press(buttonOf(question, 'link.confirm'));
    expect(textOf(done)).toContain('both accounts are you from now on');
    expect(await person(teamsDesk.account)).toMatchObject({ role: 'manager', name: 'Hannah' });
  });

  test('is one’s own, wrong, used or old: nothing happens', async () => {
    const slackDesk = await inSlack();
    const teamsDesk = inTeams();
    const code = codeIn(await slackDesk.say('link'));
    expect(textOf(await slackDesk.say(`link ${code}`))).toContain('This is your own code');
    expect(textOf(await teamsDesk.say('link ABCDE-FGHJK'))).toContain('I do not know this code');
    rig.pass(16);
    expect(textOf(await teamsDesk.say(`link ${code}`))).toContain('holds no more');
    const fresh = codeIn(await slackDesk.say('link'));
    await teamsDesk.say(`link ${fresh}`);
    const third = teams.newcomer(id('third-'));
    expect(textOf(await third.say(`link ${fresh}`))).toContain('used already');
    expect(await slack.scope.db.person.count()).toBe(4);
  });

  test('is not to be had where there is one platform only', async () => {
    const alone = await rig.team(id('T0ALONE'));
    const desk = await alone.member(id('U0ALONE'), 'rep');
    expect(textOf(await desk.say('link'))).toContain('used from one app only');
  });
});

describe('one person', () => {
  const touchFor = async (account: string, name: string, hour: string) => {
    const customerId = await seedCustomer(rig, slack, account, { name });
    return seedTouch(rig, slack, account, { customerId, dueOn: '2026-11-24', dueAt: new Date(`2026-11-24T${hour}:00Z`) });
  };
  const nudges = (platform: PlatformName, desk: Desk) =>
    said(platform, desk, /^[0-9a-f-]{36}$/).map((reply) => cardOf(reply).text);
  const plan = async () => {
    await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
    await rig.sweep();
    await rig.runJobs();
  };

  test('is reminded where they spoke last, or where they chose, once', async () => {
    const { slackDesk, teamsDesk } = await linked();
    await rig.system.prisma.sighting.create({
      data: {
        ...{ platform: 'teams', team: teams.team, account: teamsDesk.account, userId: 'u', place: 'a:1', conversation: 'a:1' },
        ...{ serviceUrl: 'https://a.example', bot: 'b', seenAt: rig.now() },
      },
    });
    await touchFor(slackDesk.account, 'Ava', '02:00');
    await touchFor(slackDesk.account, 'Ben', '03:00');
    await touchFor(slackDesk.account, 'Cho', '04:00');
    await plan();
    rig.pass(2);
    await teamsDesk.say('help');
    rig.setNow('2026-11-24T02:00:00Z');
    await plan();
    expect([nudges('slack', slackDesk).length, nudges('teams', teamsDesk).length]).toEqual([0, 1]);

    await slackDesk.say('help');
    rig.setNow('2026-11-24T03:00:00Z');
    await plan();
    expect([nudges('slack', slackDesk).length, nudges('teams', teamsDesk).length]).toEqual([1, 1]);

    await slackDesk.submit(formOf(await slackDesk.say('settings')), { reachOn: 'teams' });
    rig.setNow('2026-11-24T04:00:00Z');
    await plan();
    expect([nudges('slack', slackDesk).length, nudges('teams', teamsDesk).length]).toEqual([1, 2]);

    // Where the bot was removed nothing is sent; the other place is there.
    await rig.system.prisma.sighting.updateMany({
      where: { team: teams.team },
      data: { conversation: null, removedAt: rig.now() },
    });
    await touchFor(slackDesk.account, 'Dae', '05:00');
    await plan();
    rig.setNow('2026-11-24T05:00:00Z');
    await plan();
    expect([nudges('slack', slackDesk).length, nudges('teams', teamsDesk).length]).toEqual([2, 2]);
  });

  test('the settings ask where, only of who has several places', async () => {
    const alone = await slack.member(id('U0ALONE'), 'rep');
    const names = async (desk: Desk) => formOf(await desk.say('settings')).fields.map((field) => field.name);
    expect(await names(alone)).not.toContain('reachOn');
    const { teamsDesk } = await linked();
    expect(await names(teamsDesk)).toContain('reachOn');
  });

  test('an account that has ended is taken off, and the person stays', async () => {
    const { slackDesk, teamsDesk } = await linked();
    const personId = await slack.personId(teamsDesk.account);
    rig.slack.profiles.set(`${slack.team}:${slackDesk.account}`, {
      id: slackDesk.account,
      name: 'Hannah',
      admin: false,
      kind: 'gone',
    });
    rig.pass(7 * 60);
    await slackDesk.say('help');
    await rig.runJobs();
    await expect.poll(async () => (await slack.scope.db.identity.findMany({ where: { personId } })).length).toBe(1);
    expect(await person(teamsDesk.account)).toMatchObject({ leftAt: null, role: 'rep' });
  });

  test('may be two again: what is shared stays, and it is not proposed anew', async () => {
    const { slackDesk, teamsDesk } = await linked();
    await touchFor(teamsDesk.account, 'Ava', '02:00');
    const shown = await slackDesk.say('link');
    const unlink = cardOf(shown)
      .elements.flatMap((element) => (element.kind === 'item' ? element.actions : []))
      .find((action) => action.kind === 'button' && action.args?.platform === 'teams');
    if (unlink?.kind !== 'button') throw new Error('No way to unlink');
    expect(textOf(await slackDesk.press(unlink))).toContain('Your account in Microsoft Teams is taken off');
    expect(await slack.personId(teamsDesk.account)).not.toBe(await slack.personId(slackDesk.account));
    expect(await slack.scope.db.touch.count({ where: { repId: await slack.personId(slackDesk.account) } })).toBe(1);
    expect(textOf(await teamsDesk.say('followups'))).toContain('not in the after-sales team');
    await rig.runJobs();
    expect(said('teams', teamsDesk, /^link/)).toEqual([]);
    rig.pass(2);
    expect(textOf(await slackDesk.press(unlink))).toContain('answered already');
    expect((await slack.scope.db.accountChange.findMany({ orderBy: { at: 'asc' } })).map(({ kind }) => kind)).toEqual([
      'linked',
      'unlinked',
    ]);
  });
});
