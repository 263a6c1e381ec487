import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { installActivities, invokeActivity, messageActivity } from '../../../src/playground/teams/activities.ts';
import { createRateLimit } from '../../../src/playground/teams/rate-limit.ts';
import { createTokens } from '../../../src/playground/teams/tokens.ts';
import { CHAT, HANNAH, startTeamsDesk, type TeamsDeskRig, tenant } from './start-rig.ts';

let rig: TeamsDeskRig;
beforeAll(async () => {
  rig = await startTeamsDesk();
  await rig.api('open', { as: HANNAH });
});
afterAll(() => rig.close());

const chat = encodeURIComponent(CHAT);
const text = (said: string) => ({ type: 'message', text: said });
const code = (body: unknown) => (body as { readonly error?: { readonly code: string } }).error?.code;
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_100));

/** The SDK's own types of what is sent to a bot: a member that has another form does not compile. */
type Fits<T extends { readonly [K in keyof T & keyof Activity]?: unknown }> =
  Pick<T, keyof T & keyof Activity> extends Partial<Pick<Activity, keyof T & keyof Activity>> ? true : false;
test('activities have the form of the SDK’s own types', () => {
  const message: Fits<ReturnType<typeof messageActivity>> = true;
  const invoke: Fits<ReturnType<typeof invokeActivity>> = true;
  const news: Fits<ReturnType<typeof installActivities>[number]> = true;
  expect([message, invoke, news]).toEqual([true, true, true]);
});

const token = (more: Record<string, string>) =>
  fetch(`${rig.origin}/playground/teams/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tenant.app.id,
      client_secret: tenant.app.secret,
      scope: 'https://api.botframework.com/.default',
      ...more,
    }),
  });

test('a token is given for the bot’s own id and secret alone', async () => {
  expect((await token({})).status).toBe(200);
  expect((await token({ client_secret: 'wrong' })).status).toBe(401);
  expect((await token({ client_id: 'another' })).status).toBe(400);
  expect((await token({ scope: 'https://graph.microsoft.com/.default' })).status).toBe(400);
});

test('the connector takes no other tokens: none, garbage, another key’s, another bot’s, the one that bots are sent, an old one', async () => {
  const own = createTokens();
  const old = createTokens(() => Date.now() - 2 * 3_600_000);
  const tokens = ['', 'garbage', 'a.b.c', own.ofBot(tenant.app.id).access_token, old.ofBot(tenant.app.id).access_token];
  for (const one of tokens)
    expect((await rig.connector('POST', `conversations/${chat}/activities`, text('hi'), one)).status).toBe(401);
  const same = createTokens();
  expect(same.isOfBot(same.ofBot(tenant.app.id).access_token, tenant.app.id)).toBe(true);
  expect(same.isOfBot(same.ofBot('another').access_token, tenant.app.id)).toBe(false);
  expect(same.isOfBot(same.forBot(tenant.app.id, 'http://x/'), tenant.app.id)).toBe(false);
});

test('messages come, change and go', async () => {
  const sent = await rig.connector('POST', `conversations/${chat}/activities`, text('first'));
  expect(sent.status).toBe(201);
  const { id } = sent.body as { readonly id: string };
  const path = `conversations/${chat}/activities/${id}`;
  expect((await rig.connector('PUT', path, text('second'))).status).toBe(200);
  expect((await rig.posts()).find((post) => post.id === id)).toMatchObject({ text: 'second', edited: true });
  expect((await rig.connector('DELETE', path)).status).toBe(200);
  expect((await rig.posts()).some((post) => post.id === id)).toBe(false);
  expect(code((await rig.connector('PUT', path, text('third'))).body)).toBe('ActivityNotFoundInConversation');
});

test('refusals are Microsoft’s own', async () => {
  await pause();
  const { id } = await rig.api<{ id: string }>('say', { as: HANNAH, place: CHAT, text: 'mine' });
  const ask = async (method: string, path: string, body?: unknown) => {
    const { status, body: said } = await rig.connector(method, path, body);
    return [status, code(said)];
  };
  expect(await ask('POST', 'conversations/19:nowhere/activities', text('hi'))).toEqual([404, 'ConversationNotFound']);
  expect(await ask('POST', 'conversations/a:1u0tomash01/activities', text('hi'))).toEqual([403, 'BotNotInConversationRoster']);
  expect(await ask('PUT', `conversations/${chat}/activities/${id}`, text('not yours'))).toEqual([403, 'Forbidden']);
  expect(await ask('POST', `conversations/${chat}/activities`, text('x'.repeat(60_000)))).toEqual([413, 'MessageSizeTooBig']);
  expect(await ask('POST', `conversations/${chat}/activities`, { type: 'message' })).toEqual([400, 'BadSyntax']);
  expect(await ask('GET', `conversations/${chat}/members/29:nobody`)).toEqual([404, 'MemberNotFoundInConversation']);
  expect(await ask('POST', 'conversations', { members: [{ id: 'x' }], tenantId: 'another' })).toEqual([400, 'BadSyntax']);
});

test('more than seven calls a second in one conversation have to wait', () => {
  let at = 1_000_000;
  const limit = createRateLimit(() => at);
  expect(Array.from({ length: 8 }, () => limit.wait('a'))).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect(limit.wait('b')).toBe(0);
  at += 1_000;
  expect(limit.wait('a')).toBe(0);
  expect(limit.wait('a')).toBeGreaterThan(0);
});
