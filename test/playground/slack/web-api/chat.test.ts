import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, actions, button, FRISCO, GUEST, type Rig, SEOUL, section, startRig, TEA } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

describe('refusals', () => {
  const many = Array.from({ length: 51 }, () => ({ type: 'divider' }));
  test.each<[string, Record<string, unknown>, string]>([
    ['no such channel', { channel: 'C0NOWHERE1', text: 'x' }, 'channel_not_found'],
    ['no channel at all', { text: 'x' }, 'channel_not_found'],
    ['no such person', { channel: 'U0NOBODY01', text: 'x' }, 'channel_not_found'],
    ['a channel the bot is not in', { channel: TEA, text: 'x' }, 'not_in_channel'],
    ['nothing said', { channel: AFTER_SALES }, 'no_text'],
    ['nothing said, in empty blocks', { channel: AFTER_SALES, blocks: [] }, 'no_text'],
    ['blocks that are no JSON', { channel: AFTER_SALES, blocks: '[{' }, 'invalid_blocks_format'],
    ['too many blocks', { channel: AFTER_SALES, blocks: many }, 'invalid_blocks'],
    ['metadata without a payload', { channel: AFTER_SALES, text: 'x', metadata: { event_type: 'a' } }, 'invalid_metadata_schema'],
    ['metadata as a text', { channel: AFTER_SALES, text: 'x', metadata: '"a"' }, 'invalid_metadata_format'],
    [
      'too much metadata',
      { channel: AFTER_SALES, text: 'x', metadata: { event_type: 'a', event_payload: { long: 'x'.repeat(9000) } } },
      'metadata_too_large',
    ],
  ])('%s', async (_name, args, error) => {
    expect(await rig.call('chat.postMessage', args)).toMatchObject({ ok: false, error });
  });

  test('invalid blocks come with Slack’s messages', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    const answer = await rig.call('chat.postMessage', { channel: AFTER_SALES, blocks });
    const messages = ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'];
    expect(answer).toMatchObject({ error: 'invalid_blocks', errors: messages, response_metadata: { messages } });
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toEqual([]);
  });
});

test('a person’s id means the direct conversation', async () => {
  const { channel, ts } = await rig.call('chat.postMessage', { channel: SEOUL, text: 'good morning' });
  expect(channel).toBe(rig.cloud.direct(SEOUL));
  expect(rig.cloud.messages(SEOUL, channel)).toEqual([{ channel, ts, user: BOT.userId, text: 'good morning' }]);
});

test('somebody who has left cannot be written to', async () => {
  await rig.cloud.deactivate(SEOUL);
  expect(await rig.call('chat.postMessage', { channel: SEOUL, text: 'x' })).toMatchObject({
    ok: false,
    error: 'channel_not_found',
  });
  expect(await rig.call('conversations.open', { users: SEOUL })).toMatchObject({ ok: false, error: 'user_disabled' });
});

test('a text of more than 40,000 characters is cut, not refused', async () => {
  const answer = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: '😀'.repeat(40_001) });
  expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
  expect([...answer.message.text]).toHaveLength(40_000);
});

test('blocks and actions without ids get them', async () => {
  const blocks = [{ type: 'actions', elements: [{ ...button('x'), action_id: undefined }] }];
  const { message } = await rig.call('chat.postMessage', { channel: AFTER_SALES, blocks });
  expect(message.blocks[0].block_id).toMatch(/^.{5}$/);
  expect(message.blocks[0].elements[0].action_id).toMatch(/^.{5}$/);
});

describe('changing', () => {
  test('text alone takes blocks away and marks the message edited; blocks leave no mark', async () => {
    const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'a', blocks: [section('a')] });
    await rig.call('chat.update', { channel: AFTER_SALES, ts, blocks: [section('b')] });
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)[0]).toMatchObject({ text: 'a', blocks: [section('b')] });
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)[0]).not.toHaveProperty('edited');
    await rig.call('chat.update', { channel: AFTER_SALES, ts, text: 'c' });
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)[0]).toEqual({
      channel: AFTER_SALES,
      ts,
      user: BOT.userId,
      text: 'c',
      edited: true,
    });
  });

  test.each<[string, (ts: string, said: string) => Record<string, unknown>, string]>([
    ['a message that is not there', () => ({ ts: '1.000001', text: 'x' }), 'message_not_found'],
    ['somebody else’s message', (_, said) => ({ ts: said, text: 'x' }), 'cant_update_message'],
    ['more than 4,000 characters', (ts) => ({ ts, text: 'x'.repeat(4_001) }), 'msg_too_long'],
    ['nothing', (ts) => ({ ts }), 'no_text'],
  ])('%s is refused', async (_name, args, error) => {
    const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'mine' });
    const said = await rig.cloud.say({ as: SEOUL, channel: AFTER_SALES, text: 'yours' });
    expect(await rig.call('chat.update', { channel: AFTER_SALES, ...args(ts, said) })).toMatchObject({ ok: false, error });
  });

  test('deleting takes the message away, once', async () => {
    const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'mine' });
    expect(await rig.call('chat.delete', { channel: AFTER_SALES, ts })).toMatchObject({ ok: true });
    expect(await rig.call('chat.delete', { channel: AFTER_SALES, ts })).toMatchObject({ ok: false, error: 'message_not_found' });
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toEqual([]);
  });
});

describe('ephemeral messages', () => {
  test('are seen by one person only and are in no history', async () => {
    const answer = await rig.call('chat.postEphemeral', { channel: AFTER_SALES, user: SEOUL, text: 'psst' });
    expect(answer.message_ts).toMatch(/^\d+\.\d{6}$/);
    expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toMatchObject([{ text: 'psst', ephemeral: true }]);
    expect(rig.cloud.messages(FRISCO, AFTER_SALES)).toEqual([]);
    expect((await rig.call('conversations.history', { channel: AFTER_SALES })).messages).toEqual([]);
  });

  test('go to members only', async () => {
    const args = { channel: 'C0GENERAL1', user: GUEST, text: 'psst' };
    expect(await rig.call('chat.postEphemeral', args)).toMatchObject({ ok: false, error: 'user_not_in_channel' });
    expect(await rig.call('chat.postEphemeral', { ...args, user: 'U0NOBODY01' })).toMatchObject({ error: 'user_not_found' });
  });
});

test('threads count their replies, and an answer to an answer stays in the thread', async () => {
  const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'root' });
  const reply = await rig.cloud.say({ as: SEOUL, channel: AFTER_SALES, text: 'one', thread: ts });
  await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'two', thread_ts: reply });
  expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toMatchObject([{ ts, replies: 2 }]);
  expect(rig.cloud.messages(SEOUL, AFTER_SALES, ts).map((message) => message.text)).toEqual(['root', 'one', 'two']);
  const { messages } = await rig.call('conversations.replies', { channel: AFTER_SALES, ts });
  expect(messages[0]).toMatchObject({ reply_count: 2, reply_users: [SEOUL, BOT.userId], thread_ts: ts });
});

test('a permalink names channel and message', async () => {
  const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x' });
  const { permalink } = await rig.call('chat.getPermalink', { channel: AFTER_SALES, message_ts: ts });
  expect(permalink).toBe(`https://harbour-appliances.slack.com/archives/${AFTER_SALES}/p${ts.replace('.', '')}`);
});

test('with rate limits on, a burst in one channel is refused with the seconds to wait', async () => {
  const limited = await startRig({ rateLimits: true });
  const answers = [];
  for (let count = 0; count < 6; count++)
    answers.push(await limited.call('chat.postMessage', { channel: AFTER_SALES, text: 'x' }));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 429, 429]);
  expect(answers[4]).toMatchObject({ ok: false, error: 'ratelimited' });
  expect(answers[4].headers.get('retry-after')).toBe('1');
  expect((await limited.call('chat.postMessage', { channel: SEOUL, text: 'x' })).ok).toBe(true);
  await limited.stop();
});

test('a pressed button on a message that is gone is refused at the desk', async () => {
  const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x', blocks: [actions(button('go'))] });
  await rig.call('chat.delete', { channel: AFTER_SALES, ts });
  await expect(rig.cloud.press({ as: SEOUL, on: { channel: AFTER_SALES, ts }, action: 'go' })).rejects.toThrow(
    'message_not_found',
  );
});
