import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, type Home, makeHome, type Program, startProgram } from '../../support/program.ts';
import { HANNAH, startTeamsCloud, TENANT, type TeamsCloud } from '../../support/teams-cloud.ts';

let home: Home;
let program: Program;
let cloud: TeamsCloud;
beforeAll(async () => {
  home = await makeHome();
  cloud = await startTeamsCloud();
  program = await startProgram({ ...home.env, TEAMS_ALLOW_ANONYMOUS: '1', TEAMS_ANONYMOUS_PORT: '0' });
}, 120_000);
afterAll(async () => {
  await program.stop();
  await cloud.stop();
  home.remove();
}, 30_000);

const say = (to: string, serviceUrl: string) =>
  fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl, from: HANNAH, text: 'help' },
      recipient: { id: '28:aftercare', name: 'Aftercare' },
      conversation: { id: 'a:hannah', conversationType: 'personal', tenantId: TENANT },
    }),
  });

test('whoever does not sign is heard on a port of its own, answered on this machine, and nowhere else', async () => {
  const own = /http:\/\/127\.0\.0\.1:\d+\/teams\/messages/.exec(program.output())?.[0] ?? '';
  expect(new URL(own).port).not.toBe(new URL(program.origin).port);
  expect((await say(`${program.origin}/teams/messages`, cloud.url)).status).toBe(404);
  expect((await say(own, 'https://smba.example/emea/')).status).toBe(403);
  expect((await say(own, cloud.url)).status).toBe(200);
  await eventually(() => cloud.posted.some(({ path }) => decodeURIComponent(path) === '/v3/conversations/a:hannah/activities'));
});
