import { describe, expect, test } from 'vitest';
import { parseEvent } from '../../../src/platforms/slack/inbound-event.ts';
import { event } from './payloads.ts';

const direct = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U0MARTA', team: 'T1', text: 'log Kim reached' };
const mention = { type: 'app_mention', channel: 'C1', user: 'U0MARTA', team: 'T1', text: '<@U0BOT> followups' };

describe('a direct message', () => {
  test('is plain words', () => {
    expect(parseEvent(event(direct))).toEqual({
      platform: 'slack',
      team: 'T1',
      person: { id: 'U0MARTA' },
      place: { id: 'D1', kind: 'direct' },
      via: 'message',
      command: '',
      text: 'log Kim reached',
      args: {},
      delivery: 'event:Ev1',
    });
  });

  test('with a file', () => {
    const hosted = {
      id: 'F1',
      name: 'orders.csv',
      size: 120,
      url_private: 'https://files.slack.example/F1',
      url_private_download: 'https://files.slack.example/F1/download',
    };
    const files = [
      hosted,
      { id: 'F2', mode: 'tombstone' },
      { id: 'F3', name: null, url_private: 'https://files.slack.example/F3' },
    ];
    expect(parseEvent(event({ ...direct, subtype: 'file_share', text: '', files }))?.files).toEqual([
      { id: 'F1', name: 'orders.csv', size: 120, url: 'https://files.slack.example/F1/download' },
      { id: 'F3', name: 'F3', size: 0, url: 'https://files.slack.example/F3' },
    ]);
  });

  test.each([
    ['from a bot', { ...direct, bot_id: 'B1' }],
    ['edited', { type: 'message', subtype: 'message_changed', channel: 'D1', channel_type: 'im', hidden: true, message: direct }],
    ['deleted', { type: 'message', subtype: 'message_deleted', channel: 'D1', channel_type: 'im', hidden: true }],
    ['with another subtype', { ...direct, subtype: 'me_message' }],
    ['in a channel', { ...direct, channel: 'C1', channel_type: 'channel' }],
    ['in a group conversation', { ...direct, channel: 'G1', channel_type: 'mpim' }],
  ])('%s is nothing', (_what, inner) => {
    expect(parseEvent(event(inner))).toBeUndefined();
  });

  test('from another workspace', () => {
    expect(parseEvent(event({ ...direct, user: 'U7', team: 'T1', user_team: 'T7' }))?.person).toEqual({ id: 'U7', team: 'T7' });
  });

  test('belongs to the workspace that installed the bot', () => {
    expect(parseEvent(event(direct, { team_id: 'T7' }))?.team).toBe('T1');
    expect(parseEvent(event({ ...direct, team: undefined }, { authorizations: undefined }))?.team).toBe('T1');
  });
});

describe('a mention', () => {
  test.each([
    ['<@U0BOT> followups', 'followups'],
    ['hey <@U0BOT|aftercare> log <@U2>', 'hey   log @U2'],
    ['<@U2> asks <@U0BOT>', '@U2 asks'],
  ])('%j reads %j', (text, read) => {
    expect(parseEvent(event({ ...mention, text }))).toMatchObject({
      text: read,
      place: { id: 'C1', kind: 'channel' },
      via: 'message',
    });
  });

  test('at the start is the bot where Slack does not say who the bot is', () => {
    expect(parseEvent(event(mention, { authorizations: [] }))?.text).toBe('followups');
  });

  test('by a bot is nothing', () => {
    expect(parseEvent(event({ ...mention, bot_id: 'B1' }))).toBeUndefined();
  });
});

test('the home tab was opened', () => {
  const opened = { type: 'app_home_opened', user: 'U0MARTA', channel: 'D1', tab: 'home' };
  expect(parseEvent(event(opened))).toMatchObject({
    via: 'home',
    person: { id: 'U0MARTA' },
    place: { id: '', kind: 'none' },
    command: '',
    text: '',
  });
  expect(parseEvent(event({ ...opened, tab: 'messages' }))).toBeUndefined();
});

test.each([undefined, {}, event({ type: 'reaction_added', user: 'U1' }), event({ type: 'message' })])('%j is nothing', (body) => {
  expect(parseEvent(body)).toBeUndefined();
});
