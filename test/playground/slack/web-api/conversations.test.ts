import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT, CHANNELS } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, FRISCO, type Rig, SEOUL, startRig, TEA } from '../start-rig.ts';

const PRIVATE = 'C0SECRET01';
let rig: Rig;
beforeEach(async () => {
  const secret = { id: PRIVATE, name: 'secret', topic: '', private: true, members: [FRISCO] };
  rig = await startRig({ channels: [...CHANNELS, secret] });
});
afterEach(() => rig.stop());

describe('conversations.open', () => {
  test('finds the direct conversation of a person', async () => {
    expect(await rig.call('conversations.open', { users: SEOUL })).toMatchObject({
      ok: true,
      channel: { id: rig.cloud.direct(SEOUL) },
    });
    const { channel } = await rig.call('conversations.open', { users: SEOUL, return_im: true });
    expect(channel).toMatchObject({ is_im: true, user: SEOUL });
  });

  test.each([
    [{ users: BOT.userId }, 'cannot_dm_bot'],
    [{ users: 'U0NOBODY01' }, 'user_not_found'],
    [{}, 'users_list_not_supplied'],
  ])('%j', async (args, error) => {
    expect(await rig.call('conversations.open', args)).toMatchObject({ ok: false, error });
  });
});

describe('what the bot can see', () => {
  test('a channel is shared where strangers are in it', async () => {
    const { channel } = await rig.call('conversations.info', { channel: AFTER_SALES, include_num_members: true });
    expect(channel).toMatchObject({
      name: 'after-sales',
      is_channel: true,
      is_member: true,
      is_ext_shared: true,
      num_members: 6,
    });
    expect((await rig.call('conversations.info', { channel: TEA })).channel).toMatchObject({
      is_member: false,
      is_ext_shared: false,
    });
  });

  test('a private channel does not exist for it until it is invited', async () => {
    expect(await rig.call('conversations.info', { channel: PRIVATE })).toMatchObject({ error: 'channel_not_found' });
    await rig.cloud.command({ as: FRISCO, channel: PRIVATE, text: '/invite @aftercare' });
    expect((await rig.call('conversations.info', { channel: PRIVATE })).channel).toMatchObject({
      is_private: true,
      is_member: true,
    });
  });

  test('the list comes in pages', async () => {
    const args = { types: 'public_channel,im', limit: 3 };
    const first = await rig.call('conversations.list', args);
    const second = await rig.call('conversations.list', { ...args, cursor: first.response_metadata.next_cursor });
    const third = await rig.call('conversations.list', { ...args, cursor: second.response_metadata.next_cursor });
    expect([first, second, third].map((page) => page.channels.length)).toEqual([3, 3, 2]);
    expect(third.response_metadata.next_cursor).toBe('');
    expect(await rig.call('conversations.list', { cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await rig.call('conversations.list', { types: 'secret' })).toMatchObject({ error: 'invalid_types' });
  });

  test('members come in pages', async () => {
    const first = await rig.call('conversations.members', { channel: AFTER_SALES, limit: 4 });
    const rest = await rig.call('conversations.members', {
      channel: AFTER_SALES,
      limit: 4,
      cursor: first.response_metadata.next_cursor,
    });
    expect([...first.members, ...rest.members]).toEqual(CHANNELS[0]?.members);
  });
});

describe('conversations.history', () => {
  async function posted(count: number): Promise<string[]> {
    const stamps = [];
    for (let number = 0; number < count; number++) {
      const metadata = { event_type: 'nudge', event_payload: { id: `n${number}` } };
      stamps.push((await rig.call('chat.postMessage', { channel: AFTER_SALES, text: `${number}`, metadata })).ts);
    }
    return stamps;
  }
  const texts = (answer: { messages: { text: string }[] }) => answer.messages.map((message) => message.text).join('');

  test('is newest first, in pages, without replies', async () => {
    const [root] = await posted(5);
    await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'reply', thread_ts: root });
    const first = await rig.call('conversations.history', { channel: AFTER_SALES, limit: 3 });
    expect([texts(first), first.has_more]).toEqual(['432', true]);
    const rest = await rig.call('conversations.history', {
      channel: AFTER_SALES,
      limit: 3,
      cursor: first.response_metadata.next_cursor,
    });
    expect([texts(rest), rest.has_more]).toEqual(['10', false]);
  });

  test('keeps to oldest and latest, which are left out unless inclusive', async () => {
    const [, one, , three] = await posted(5);
    const span = { channel: AFTER_SALES, oldest: one, latest: three };
    expect(texts(await rig.call('conversations.history', span))).toBe('2');
    expect(texts(await rig.call('conversations.history', { ...span, inclusive: true }))).toBe('321');
    expect(await rig.call('conversations.history', { channel: AFTER_SALES, oldest: 'yesterday' })).toMatchObject({
      error: 'invalid_ts_oldest',
    });
  });

  test('shows metadata only where it is asked for', async () => {
    await posted(1);
    const plain = await rig.call('conversations.history', { channel: AFTER_SALES });
    expect(plain.messages[0]).not.toHaveProperty('metadata');
    const full = await rig.call('conversations.history', { channel: AFTER_SALES, include_all_metadata: true });
    expect(full.messages[0].metadata).toEqual({ event_type: 'nudge', event_payload: { id: 'n0' } });
  });

  test('is closed to a bot that is not a member, and a thread that is not there', async () => {
    expect(await rig.call('conversations.history', { channel: TEA })).toMatchObject({ error: 'not_in_channel' });
    expect(await rig.call('conversations.replies', { channel: AFTER_SALES, ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
  });
});
