import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createResponseUrls, RESPONSE_PATH } from '../../../../src/playground/slack/to-bot/response-urls.ts';
import { AFTER_SALES, actions, button, FRISCO, type Rig, SEOUL, section, startRig } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

async function respond(url: string, body: unknown): Promise<{ status: number; ok: boolean; error?: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}
async function commandUrl(): Promise<string> {
  await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' });
  return rig.received.at(-1)?.fields.response_url;
}
async function buttonUrl(ephemeral: boolean): Promise<string> {
  const message = { channel: AFTER_SALES, text: 'Pick', blocks: [actions(button('go'))] };
  if (ephemeral) await rig.call('chat.postEphemeral', { ...message, user: SEOUL });
  else await rig.call('chat.postMessage', message);
  await rig.cloud.idle();
  await rig.cloud.press({ as: SEOUL, on: { channel: AFTER_SALES }, action: 'go' });
  return rig.received.at(-1)?.fields.response_url;
}
const texts = (as = SEOUL) => rig.cloud.messages(as, AFTER_SALES).map((message) => message.text);

test('a URL works five times', async () => {
  const url = await commandUrl();
  const answers = [];
  for (let use = 0; use < 6; use++) answers.push(await respond(url, { text: `${use}` }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
  expect(answers[5]?.error).toBe('used_url');
  expect(texts()).toEqual(['0', '1', '2', '3', '4']);
});

test('a URL works for thirty minutes, and only if it was given', () => {
  let now = 0;
  const urls = createResponseUrls(() => now);
  const target = { channel: AFTER_SALES, person: SEOUL };
  const id = urls.create(target, 'commands').slice(`${RESPONSE_PATH}commands/`.length);
  now = 30 * 60_000;
  expect(urls.use(id)).toEqual(target);
  now += 1;
  expect(urls.use(id)).toBe('expired_url');
  expect(urls.use('another')).toBe('invalid_url');
});

describe.each([false, true])('the button of a message, ephemeral: %s', (ephemeral) => {
  test('is replaced', async () => {
    expect((await respond(await buttonUrl(ephemeral), { replace_original: true, text: 'Done' })).ok).toBe(true);
    const [message] = rig.cloud.messages(SEOUL, AFTER_SALES);
    expect(message).toMatchObject({ text: 'Done' });
    expect(message).not.toHaveProperty('blocks');
  });

  test('is deleted', async () => {
    const url = await buttonUrl(ephemeral);
    expect((await respond(url, { delete_original: true })).ok).toBe(true);
    expect(texts()).toEqual([]);
    expect(await respond(url, { replace_original: true, text: 'x' })).toMatchObject({ status: 400, error: 'message_not_found' });
  });

  test('stays, with an answer below it', async () => {
    await respond(await buttonUrl(ephemeral), { text: 'For you', blocks: [section('For you')] });
    expect(texts()).toEqual(['Pick', 'For you']);
    expect(texts(FRISCO)).toEqual(ephemeral ? [] : ['Pick']);
  });
});

test('an ephemeral button’s payload has no message, another’s has', async () => {
  await buttonUrl(true);
  expect(rig.received.at(-1)?.fields).not.toHaveProperty('message');
  expect(rig.received.at(-1)?.fields.container).toMatchObject({ type: 'message', is_ephemeral: true });
  await buttonUrl(false);
  expect(rig.received.at(-1)?.fields.message).toMatchObject({ text: 'Pick' });
});

test('what Slack would refuse is refused, and counts as a use', async () => {
  const url = await commandUrl();
  expect(await respond(url, { blocks: [{ type: 'nonsense' }] })).toMatchObject({
    status: 400,
    ok: false,
    error: 'invalid_blocks',
  });
  expect(await respond(url, {})).toMatchObject({ status: 400, error: 'no_text' });
  expect(await respond(url, 'text')).toMatchObject({ status: 400, error: 'invalid_payload' });
});

test('planned faults: the answer is lost after it was shown, or the URL is limited', async () => {
  const url = await commandUrl();
  rig.cloud.fail('response_url', { kind: 'reset', after: true });
  await expect(respond(url, { text: 'shown' })).rejects.toThrow('fetch failed');
  rig.cloud.fail('response_url', { kind: 'limited', retryAfter: 3 });
  expect((await respond(url, { text: 'not shown' })).status).toBe(429);
  expect(texts()).toEqual(['shown']);
});
