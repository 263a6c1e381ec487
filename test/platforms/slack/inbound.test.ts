import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../src/platforms/slack/form.ts';
import { opensForm, parseAction, parseCommand, parseShortcut, parseSuggestion } from '../../../src/platforms/slack/inbound.ts';
import { forms, words } from '../../contract/blocks/samples.ts';
import { command, pressed, shortcut, suggesting } from './payloads.ts';

const form = renderForm(forms['each-field'] ?? { title: '', submit: '', cancel: '', command: '', fields: [] }, words, {
  origin: { channel: 'C9', message: '1.1' },
});

describe('a slash command', () => {
  test('is its word and what follows', () => {
    expect(parseCommand(command)).toEqual({
      platform: 'slack',
      team: 'T1',
      person: { id: 'U0MARTA' },
      place: { id: 'C1', kind: 'channel' },
      via: 'command',
      command: 'log',
      text: 'Kim reached',
      args: {},
      delivery: 'command:13345224609.738474920',
    });
  });

  test.each([
    [
      { command: '/Aftercare', text: ' log <@U2|jo> &amp; co ' },
      { command: 'aftercare', text: 'log @U2 & co' },
    ],
    [
      { channel_id: 'D1', text: undefined },
      { place: { id: 'D1', kind: 'direct' }, text: '' },
    ],
  ])('%j', (change, read) => {
    expect(parseCommand({ ...command, ...change })).toMatchObject(read);
  });

  test('without a person is nothing', () => {
    expect(parseCommand({ ...command, user_id: undefined })).toBeUndefined();
  });
});

describe('a button', () => {
  const button = { action_id: 'log:0:form', value: '{"followup":"f1"}' };

  test('is its command, and knows the message it stood on', () => {
    expect(parseAction(pressed(button))).toEqual({
      platform: 'slack',
      team: 'T1',
      person: { id: 'U0MARTA' },
      place: { id: 'D1', kind: 'direct' },
      via: 'button',
      command: 'log',
      text: '',
      args: { followup: 'f1' },
      delivery: 'button:U0MARTA:1764000000.000100:1764000001.000200',
      origin: { channel: 'D1', message: '1764000000.000100', replyUrl: 'https://hooks.slack.example/actions/T1/1/x' },
    });
  });

  test('on a message that one person sees', () => {
    const container = { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true };
    expect(parseAction(pressed(button, { container, message: undefined, channel: { id: 'C1', name: 'x' } }))).toMatchObject({
      place: { id: 'C1', kind: 'channel' },
      origin: { channel: 'C1', message: '1.1', ephemeral: true },
    });
  });

  test('on the home tab stands nowhere', () => {
    const home = {
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', type: 'home', private_metadata: '' },
      channel: undefined,
      response_url: undefined,
    };
    const read = parseAction(pressed(button, home));
    expect(read).toMatchObject({ place: { id: '', kind: 'none' }, delivery: 'button:U0MARTA:V1:1764000001.000200' });
    expect(read).not.toHaveProperty('origin');
  });

  test('in a form keeps the message the form came from', () => {
    const inForm = {
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', private_metadata: form.private_metadata },
      channel: null,
    };
    expect(parseAction(pressed(button, inForm))).toMatchObject({ origin: { channel: 'C9', message: '1.1' } });
  });

  test.each([
    ['a link', { action_id: ':0:link' }],
    ['a foreign id', { action_id: 'x1Yz' }],
    ['a value that is not ours', { action_id: 'log:0', value: 'f1' }],
    ['a value of another shape', { action_id: 'log:0', value: '{"a":{"b":1}}' }],
    ['a menu without a choice', { action_id: 'snooze:0:menu:["for",{}]' }],
  ])('%s is nothing', (_what, used) => {
    expect(parseAction(pressed(used))).toBeUndefined();
  });

  test('twice gives two deliveries, once redelivered gives one', () => {
    const second = pressed(button);
    const [used] = second.actions;
    const later = { ...second, actions: [{ ...used, action_ts: '1764000001.900000' }] };
    expect(parseAction(later)?.delivery).not.toBe(parseAction(pressed(button))?.delivery);
    expect(parseAction(pressed(button))?.delivery).toBe(parseAction(pressed(button))?.delivery);
  });

  test('says whether a form follows', () => {
    expect([button, { action_id: 'log:0' }, { action_id: 'x' }].map((one) => opensForm(pressed(one)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(opensForm({ type: 'view_submission' })).toBe(false);
  });
});

describe('whose it is', () => {
  const button = { action_id: 'log:0' };
  test.each([
    ['a stranger from a shared channel', { user: { id: 'U7', team_id: 'T7' } }, { team: 'T1', person: { id: 'U7', team: 'T7' } }],
    [
      'an organisation-wide installation',
      { team: null, user: { id: 'U7', team_id: 'T7' } },
      { team: 'T7', person: { id: 'U7' } },
    ],
    [
      'a form opened from another workspace',
      { view: { id: 'V1', app_installed_team_id: 'T5' } },
      { team: 'T5', person: { id: 'U0MARTA', team: 'T1' } },
    ],
  ])('%s', (_what, change, read) => {
    expect(parseAction(pressed(button, change))).toMatchObject(read);
  });

  test('nobody’s is nothing', () => {
    expect(parseAction(pressed(button, { team: null, user: { id: 'U7' } }))).toBeUndefined();
  });
});

test('typing into a search field asks its source, with what the form carries', () => {
  expect(parseSuggestion(suggesting('customers:0:suggest', '김ㅁ', form))).toMatchObject({
    via: 'suggest',
    command: 'customers',
    text: '김ㅁ',
    args: { followup: 'f1', version: '3' },
  });
  expect(parseSuggestion(suggesting('customers:0', 'kim', form))).toBeUndefined();
});

test('a message action carries the words of the message', () => {
  expect(parseShortcut(shortcut('review', { user: 'U2', text: 'It &lt;leaks&gt; <https://a.example|here>' }))).toMatchObject({
    via: 'shortcut',
    command: 'review',
    place: { id: 'C1', kind: 'channel' },
    delivery: 'shortcut:12466734323.1395872398',
    message: { text: 'It <leaks> here', author: 'U2' },
  });
  expect(parseShortcut(shortcut('review', { bot_id: 'B1' }))?.message).toEqual({ text: '' });
});

test.each([undefined, null, 'text', 7, [], {}, { type: 'block_actions' }])('%j is nothing, and breaks nothing', (payload) => {
  for (const parse of [parseCommand, parseAction, parseSuggestion, parseShortcut]) expect(parse(payload)).toBeUndefined();
});
