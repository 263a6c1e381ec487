import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEAM } from '../../src/playground/cast.ts';
import { type BothPlatforms, openBothPlatforms, type TeamsPerson } from '../support/both-platforms.ts';
import { eventually } from '../support/program.ts';
import { ADMIN, HANNAH, MANAGER } from '../support/slack-rig.ts';
import { TENANT } from '../support/teams-cloud.ts';

// One story, in order: each test goes on where the last one ended.

let both: BothPlatforms;
const hannah: TeamsPerson = { id: '29:hannah', name: 'Hannah Brooks', aadObjectId: '8d3b4f0a-1234-4c56-9abc-0123456789ab' };
beforeAll(async () => {
  both = await openBothPlatforms();
  both.teams.members.set(hannah.id, {
    ...{ id: hannah.id, name: hannah.name, tenantId: TENANT, userRole: 'user', aadObjectId: hannah.aadObjectId },
    // As Teams has it: in other letters than Slack, and with a name to sign in that is no mail of hers.
    ...{ email: 'Hannah.Brooks@Example.com', userPrincipalName: 'lin.yue@example.com' },
  });
}, 120_000);
afterAll(() => both.close(), 60_000);

const inSlack = (as: string) =>
  both.slack.messages(as, both.slack.direct(as)).map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks ?? [])}`);
const slackSays = (as: string, what: string | RegExp) =>
  eventually(() => inSlack(as).find((text) => (typeof what === 'string' ? text.includes(what) : what.test(text))), 40_000);
const teamsSays = (what: string | RegExp) =>
  eventually(() => both.heard(hannah).find((text) => (typeof what === 'string' ? text.includes(what) : what.test(text))), 40_000);
const command = (as: string, text: string) => both.slack.command({ as, channel: both.slack.direct(as), text });
const press = async (as: string, action: string) => {
  const channel = both.slack.direct(as);
  const message = both.slack
    .messages(as, channel)
    .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes(`"text":"${action}"`));
  await both.slack.press({ as, on: { channel, ...(message ? { ts: message.ts } : {}) }, action });
};
const people = () => both.services.system.prisma.person.findMany({ include: { identities: true } });

test('a Teams tenant joins the Slack workspace by a code that its admin confirms', async () => {
  await command(ADMIN, '/aftercare help');
  await slackSays(ADMIN, 'What I can do');
  for (const [who, name, role] of [
    [MANAGER, 'lin.yue', 'manager'],
    [HANNAH, 'hannah.brooks', 'rep'],
  ])
    await command(ADMIN, `/aftercare people <@${who}|${name}> ${role}`);
  await slackSays(HANNAH, 'Welcome');

  await both.post(hannah, { type: 'installationUpdate', action: 'add' });
  await teamsSays('Hello Hannah');
  await command(ADMIN, '/aftercare join');
  const code = /join ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await slackSays(ADMIN, 'In the other app'))?.[1];
  await both.post(hannah, { text: `join ${code}` });
  await teamsSays(`I have asked the admins of “${TEAM.name}”`);

  const asked = await slackSays(ADMIN, 'Microsoft Teams joins this workspace');
  for (const shown of ['Hannah Brooks', 'Hannah.Brooks@Example.com', TENANT]) expect(asked).toContain(shown);
  await press(ADMIN, 'Confirm');
  await teamsSays(`You are now in the workspace “${TEAM.name}”`);
  expect(await both.services.system.prisma.workspace.count()).toBe(1);
}, 120_000);

test('with one mail they are asked on one platform, then on the other, and are one', async () => {
  // She is an outsider there, whoever she is in Slack.
  await both.post(hannah, { text: 'followups' });
  await teamsSays('not in the after-sales team');
  await teamsSays('Are you Hannah Brooks in Slack as well?');
  expect((await people()).filter(({ name }) => name === hannah.name)).toHaveLength(2);
  expect(await both.press(hannah, 'link.ask')).toContain('I have asked Hannah Brooks there');
  await slackSays(HANNAH, 'Is Hannah Brooks in Microsoft Teams you too?');
  expect((await people()).filter(({ name }) => name === hannah.name)).toHaveLength(2);
  await press(HANNAH, 'Yes, that is me');
  await eventually(async () => (await people()).filter(({ name }) => name === hannah.name).length === 1);
  const [one] = (await people()).filter(({ name }) => name === hannah.name);
  expect(one).toMatchObject({ role: 'rep' });
  expect(one?.identities.map(({ platform }) => platform).sort()).toEqual(['slack', 'teams']);
}, 120_000);

test('what the rep does in Teams the manager sees in Slack', async () => {
  both.pass(1);
  await both.post(hannah, { text: 'sale Ava Thompson, autoclave' });
  await teamsSays('I know nobody called “Ava Thompson”');
  expect(await both.press(hannah, 'sale')).toContain('Ava Thompson');
  await both.post(hannah, { text: 'log Ava reached, delighted with it' });
  await teamsSays('Logged: Ava Thompson');
  await command(MANAGER, '/aftercare customer Ava');
  expect(await slackSays(MANAGER, 'delighted with it')).toContain('Ava Thompson');
}, 120_000);

test('a reminder comes once: where she spoke last', async () => {
  const { prisma } = both.services.system;
  const { id: customerId, workspaceId } = await prisma.customer.findFirstOrThrow();
  const [one] = (await people()).filter(({ name }) => name === hannah.name);
  await prisma.person.updateMany({ data: { nextMorningAt: null } });
  await prisma.touch.deleteMany();
  const at = new Date(both.services.clock.now().getTime() + 60_000);
  const dueOn = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  await prisma.touch.create({
    data: {
      ...{ workspaceId, id: both.services.newId(), customerId, repId: one?.id ?? '', kind: 'followup', step: 'followup' },
      ...{ dueOn, dueAt: at, about: 'the seal', createdAt: both.services.clock.now() },
    },
  });
  await both.sweep();
  both.pass(2);
  await both.sweep();
  await eventually(async () => (await prisma.nudge.count({ where: { state: 'sent' } })) > 0, 40_000);
  await both.slack.idle();
  const told = [...both.heard(hannah), ...inSlack(HANNAH)].filter((text) => text.includes('the seal'));
  expect(told).toHaveLength(1);
  expect(await prisma.nudge.findMany({ where: { state: 'sent' } })).toMatchObject([{ platform: 'teams', team: TENANT }]);
}, 120_000);

test('she removes it in Teams: the next one comes in Slack, and nothing is tried in Teams', async () => {
  const { prisma } = both.services.system;
  await both.post(hannah, { type: 'installationUpdate', action: 'remove' });
  // What stands there already may still be taken down.
  const sent = () => both.teams.posted.filter(({ method }) => method === 'POST').length;
  const before = sent();
  await prisma.touch.updateMany({ data: { dueAt: new Date(both.services.clock.now().getTime() + 60_000) } });
  await both.sweep();
  both.pass(2);
  await both.sweep();
  await slackSays(HANNAH, 'the seal');
  expect(sent()).toBe(before);
}, 120_000);
