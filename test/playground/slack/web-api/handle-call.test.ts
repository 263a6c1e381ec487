import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT } from '../../../../src/playground/cast.ts';
import { API_PATH } from '../../../../src/playground/slack/slack-cloud.ts';
import { AFTER_SALES, type Rig, SEOUL, startRig } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const post = (method: string, body: string, headers: Record<string, string>, signal?: AbortSignal) =>
  fetch(`${rig.origin}${API_PATH}${method}`, { method: 'POST', body, headers, ...(signal && { signal }) });

describe('tokens', () => {
  test.each<[string, Record<string, string>, string]>([
    ['none', { authorization: '' }, 'not_authed'],
    ['a wrong one', { authorization: 'Bearer xoxb-other' }, 'invalid_auth'],
  ])('%s', async (_name, headers, error) => {
    expect(await rig.call('auth.test', {}, headers)).toMatchObject({ status: 200, ok: false, error });
  });

  test('in the body, as a form', async () => {
    const response = await post('auth.test', `token=${BOT.token}`, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await response.json()).toMatchObject({ ok: true, user_id: BOT.userId, bot_id: BOT.botId });
    expect(response.headers.get('x-oauth-scopes')).toBe(BOT.scopes.join(','));
  });
});

test('an unknown method and a body that is no JSON are refused', async () => {
  expect(await rig.call('chat.shout')).toMatchObject({
    status: 200,
    ok: false,
    error: 'unknown_method',
    req_method: 'chat.shout',
  });
  const broken = await post('auth.test', '{"a"', { 'content-type': 'application/json', authorization: `Bearer ${BOT.token}` });
  expect(await broken.json()).toMatchObject({ ok: false, error: 'invalid_json' });
});

test('a missing scope is named, with those there are', async () => {
  const poor = await startRig({ bot: { ...BOT, scopes: ['chat:write', 'channels:read'] } });
  expect(await poor.call('users.info', { user: SEOUL })).toMatchObject({
    ok: false,
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'chat:write,channels:read',
  });
  expect(await poor.call('conversations.info', { channel: poor.cloud.direct(SEOUL) })).toMatchObject({ needed: 'im:read' });
  await poor.stop();
});

describe('planned faults', () => {
  const say = { channel: AFTER_SALES, text: 'x' };
  const shown = () => rig.cloud.messages(SEOUL, AFTER_SALES).length;

  test('a limit, once', async () => {
    rig.cloud.fail('chat.postMessage', { kind: 'limited', retryAfter: 7 });
    const answer = await rig.call('chat.postMessage', say);
    expect([answer.status, answer.error, answer.headers.get('retry-after')]).toEqual([429, 'ratelimited', '7']);
    expect((await rig.call('chat.postMessage', say)).ok).toBe(true);
    expect(shown()).toBe(1);
  });

  test('an error of Slack’s, as often as asked', async () => {
    rig.cloud.fail('chat.postMessage', { kind: 'error', error: 'account_inactive' }, 2);
    const errors = [];
    for (let count = 0; count < 3; count++) errors.push((await rig.call('chat.postMessage', say)).error);
    expect(errors).toEqual(['account_inactive', 'account_inactive', undefined]);
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('a status of 500, after the effect: %s', async (after, count) => {
    rig.cloud.fail('chat.postMessage', { kind: 'status', status: 500, after });
    const response = await post('chat.postMessage', JSON.stringify(say), {
      'content-type': 'application/json',
      authorization: `Bearer ${BOT.token}`,
    });
    expect(response.status).toBe(500);
    expect(shown()).toBe(count);
  });

  test('a broken connection after the message has arrived', async () => {
    rig.cloud.fail('chat.postMessage', { kind: 'reset', after: true });
    await expect(rig.call('chat.postMessage', say)).rejects.toThrow('fetch failed');
    expect(shown()).toBe(1);
  });

  test('no answer at all after the message has arrived', async () => {
    rig.cloud.fail('chat.postMessage', { kind: 'hang', after: true });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${BOT.token}` };
    await expect(post('chat.postMessage', JSON.stringify(say), headers, AbortSignal.timeout(100))).rejects.toThrow('timeout');
    expect(shown()).toBe(1);
  });
});

test('the journal tells what was called and what was answered', async () => {
  await rig.call('chat.postMessage', { channel: AFTER_SALES });
  const [entry] = rig.cloud.journal.entries;
  expect(entry).toMatchObject({
    kind: 'call',
    method: 'chat.postMessage',
    args: { channel: AFTER_SALES },
    answer: { error: 'no_text' },
  });
});
