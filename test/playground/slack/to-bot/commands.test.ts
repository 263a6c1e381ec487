import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT, TEAM } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, button, FRISCO, type Rig, SEOUL, section, silence, startRig } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const log = (text = '/log Kim') => rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text });
const seen = () => rig.cloud.messages(SEOUL, AFTER_SALES);

test('a command says everything that Slack says', async () => {
  await log('/log  Kim reached & <happy>, next Tue 3pm ');
  expect(rig.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(rig.received[0]?.fields).toEqual({
    token: expect.any(String),
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: AFTER_SALES,
    channel_name: 'after-sales',
    user_id: SEOUL,
    user_name: 'minseo.kim',
    command: '/log',
    text: 'Kim reached &amp; &lt;happy&gt;, next Tue 3pm',
    api_app_id: BOT.appId,
    is_enterprise_install: 'false',
    response_url: expect.stringContaining(`${rig.origin}/playground/slack/respond/commands/`),
    trigger_id: expect.stringMatching(/^\d+\.\w+\.\w+$/),
  });
});

describe('the acknowledgement', () => {
  test.each<[string, unknown, object[]]>([
    ['nothing', '', []],
    ['plain text', 'done', [{ text: 'done', ephemeral: true }]],
    ['a message for one', { text: 'a' }, [{ text: 'a', ephemeral: true }]],
    ['a message for all', { response_type: 'in_channel', text: 'a' }, [{ text: 'a' }]],
    ['blocks', { text: 'a', blocks: [section('b')] }, [{ blocks: [section('b')], ephemeral: true }]],
    ['a replacement, which has nothing to replace', { replace_original: true, text: 'a' }, [{ text: 'a', ephemeral: true }]],
  ])('%s', async (_name, body, shown) => {
    rig.onRequest(() => ({ body }));
    await log();
    expect(seen()).toMatchObject(shown);
    expect(seen()).toHaveLength(shown.length);
  });

  test.each<[string, () => object, string]>([
    ['another status', () => ({ status: 404 }), 'dispatch_failed'],
    ['blocks that Slack refuses', () => ({ body: { blocks: [{ type: 'section' }] } }), 'invalid_blocks'],
    ['a message without content', () => ({ body: {} }), 'no_text'],
  ])('%s shows an error, and the command is not sent again', async (_name, answer, error) => {
    rig.onRequest(answer);
    await expect(log()).rejects.toThrow(error);
    expect(rig.received).toHaveLength(1);
  });

  test('too late an answer shows operation_timeout, and the command is not sent again', async () => {
    rig.onRequest(silence);
    await expect(log()).rejects.toThrow('operation_timeout');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rig.received).toHaveLength(1);
  });
});

test('with a manifest only its own commands go out, names marked up where it asks for that', async () => {
  const slash_commands = [
    { command: '/log', should_escape: true },
    { command: '/raw', description: 'as it is' },
  ];
  const strict = await startRig({ manifest: { features: { slash_commands } } });
  const command = (text: string) => strict.cloud.command({ as: SEOUL, channel: AFTER_SALES, text });
  await command('/log @hannah.brooks in #general');
  await command(`/raw @hannah.brooks <@${FRISCO}|hannah>`);
  expect(strict.received.map(({ fields }) => fields.text)).toEqual([
    `<@${FRISCO}|hannah.brooks> in <#C0GENERAL1|general>`,
    '@hannah.brooks @hannah.brooks',
  ]);
  await expect(command('/other')).rejects.toThrow('not_a_command');
  await strict.stop();
});

test('a person cannot use a conversation that is not theirs', async () => {
  const channel = rig.cloud.direct(FRISCO);
  await expect(rig.cloud.command({ as: SEOUL, channel, text: '/log' })).rejects.toThrow('channel_not_found');
  await rig.call('chat.postMessage', { channel, text: 'x', blocks: [{ type: 'actions', elements: [button('go')] }] });
  await expect(rig.cloud.press({ as: SEOUL, on: { channel }, action: 'go' })).rejects.toThrow('channel_not_found');
});
