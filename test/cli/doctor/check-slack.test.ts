import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkSlack } from '../../../src/cli/doctor/check-slack.ts';
import type { Settings } from '../../../src/config.ts';
import { scopes } from '../../../src/platforms/slack/manifest.ts';

/** Slack's two calls that the doctor makes, with the header in which it names the scopes. */
let granted: readonly string[] = [];
let socket: object = {};
const asked: string[] = [];
const cloud = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers.authorization}`);
  const whose = {
    ok: true,
    team_id: 'T0DOC',
    team: 'Harbour',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    url: 'https://harbour.slack.com/',
  };
  const answer = request.url?.endsWith('auth.test') ? whose : socket;
  response
    .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': granted.join(',') })
    .end(JSON.stringify(answer));
});
beforeAll(() => new Promise<void>((ready) => void cloud.listen(0, '127.0.0.1', ready)));
afterAll(() => cloud.close());
beforeEach(() => {
  granted = Object.keys(scopes);
  socket = { ok: true, url: 'wss://example.com/link' };
  asked.length = 0;
});

const check = (more: { readonly appToken?: string } = { appToken: 'xapp-1' }, publicUrl?: string) => {
  const apiUrl = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}/api/`;
  const slack = { botToken: 'xoxb-1', signingSecret: 'secret', apiUrl, ...more };
  return checkSlack({ slack, publicUrl } as unknown as Settings);
};

test('all in order, in Socket Mode', async () => {
  const findings = await check();
  expect(findings.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(asked).toEqual(['/api/auth.test Bearer xoxb-1', '/api/apps.connections.open Bearer xapp-1']);
});

test('each scope that is missing is named with what it is for and the next step', async () => {
  granted = Object.keys(scopes).slice(2);
  const wrong = (await check()).filter(({ ok }) => !ok);
  expect(wrong).toHaveLength(2);
  for (const [at, [scope, why]] of Object.entries(scopes).slice(0, 2).entries()) {
    expect(wrong[at]?.text).toContain(`the scope ${scope} is missing (${why})`);
    expect(wrong[at]?.text).toContain('install the app again');
  }
});

test('a token of the app that opens nothing', async () => {
  socket = { ok: false, error: 'not_allowed_token_type' };
  const wrong = (await check()).filter(({ ok }) => !ok);
  expect(wrong.map(({ text }) => text)).toEqual([expect.stringMatching(/not_allowed_token_type.*connections:write/)]);
});

test('without Socket Mode an address is needed', async () => {
  expect((await check({})).at(-1)).toMatchObject({ ok: false, text: expect.stringContaining('PUBLIC_URL is missing') });
  expect((await check({}, 'https://bot.example.com')).every(({ ok }) => ok)).toBe(true);
});
