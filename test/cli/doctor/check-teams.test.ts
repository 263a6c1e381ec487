import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersAt, checkTeams } from '../../../src/cli/doctor/check-teams.ts';
import { readSettings } from '../../../src/config.ts';
import { createTeams } from '../../../src/platforms/teams/transport.ts';
import { APP, TENANT } from '../../support/teams-cloud.ts';

const teams = { TEAMS_APP_ID: APP, TEAMS_TENANT_ID: TENANT, TEAMS_APP_PASSWORD: 'secret' };
const given = async () => {};
const refused = async () => {
  throw new Error('AADSTS7000215: Invalid client secret provided.\nTrace ID: 1');
};

/** The bot's own listener, and beside it a proxy that leads elsewhere. */
const bot = createTeams({ app: undefined, memory: {} as never, log: { warn() {}, error() {} }, installed: async () => {} });
const server = createServer((request, response) => {
  if (request.url === '/teams/messages') bot.listener(request, response);
  else response.writeHead(404).end();
});
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
beforeAll(() => new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('not set up, there is nothing to say; played by anybody, that is said', async () => {
  expect(await checkTeams(readSettings({}), refused)).toEqual([]);
  const [finding] = await checkTeams(readSettings({ TEAMS_ALLOW_ANONYMOUS: '1' }), refused);
  expect(finding).toMatchObject({ ok: true, text: expect.stringContaining('3978') });
});

test('a token that is given, and one that is refused, in Microsoft’s words with the next step', async () => {
  expect((await checkTeams(readSettings(teams), given))[0]).toEqual({
    ok: true,
    text: 'Teams: Microsoft gives the bot a token.',
  });
  const [finding] = await checkTeams(readSettings(teams), refused);
  expect(finding).toMatchObject({ ok: false, text: expect.stringMatching(/AADSTS7000215[^\n]*TEAMS_APP_PASSWORD is the value/) });
  const identity = { ...teams, TEAMS_APP_PASSWORD: '', TEAMS_APP_TYPE: 'UserAssignedMSI' };
  const [other] = await checkTeams(readSettings(identity), refused);
  expect(other?.text).toContain('managed identity');
});

test('an address is needed, and one that Microsoft calls', async () => {
  expect((await checkTeams(readSettings(teams), given))[1]?.text).toContain('PUBLIC_URL is missing');
  const plain = await checkTeams(readSettings({ ...teams, PUBLIC_URL: 'http://a.example.com' }), given);
  expect(plain[1]).toMatchObject({ ok: false, text: expect.stringContaining('https://') });
});

test('the bot answers there, another program does not, and nobody is told apart from both', async () => {
  expect(await answersAt(at('/teams/messages'), 'Next.')).toMatchObject({ ok: true });
  expect(await answersAt(at('/elsewhere'), 'Next.')).toMatchObject({ ok: false, text: expect.stringMatching(/404.*Next\./) });
  expect(await answersAt('http://127.0.0.1:9/teams/messages', 'Next.')).toMatchObject({
    ok: false,
    text: expect.stringContaining('not reached'),
  });
});
