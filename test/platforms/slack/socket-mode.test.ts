import { afterEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../../src/chat/platform.ts';
import { en } from '../../../src/languages/en.ts';
import { createSlack, type Slack } from '../../../src/platforms/slack/transport.ts';
import { openSlackSocket, type SlackSocket } from '../../support/slack-socket.ts';

let cloud: SlackSocket | undefined;
let slack: Slack | undefined;

afterEach(async () => {
  await slack?.stop();
  await cloud?.close();
});

describe('Socket Mode', () => {
  it('takes a command over the socket and answers in its acknowledgement, without a signing secret', async () => {
    cloud = await openSlackSocket('UBOT');
    const seen: Inbound[] = [];
    slack = createSlack({
      signingSecret: '',
      appToken: 'xapp-1-A1-1-a',
      apiUrl: cloud.apiUrl,
      newId: () => 'id',
      log: { warn: () => {}, error: () => {} },
      installation: async () => ({ token: 'xoxb-1', botUser: 'UBOT' }),
    });
    expect(slack.listener).toBeUndefined();
    await slack.start({
      async handle(inbound) {
        seen.push(inbound);
        return { reply: { kind: 'say', to: 'person', card: { text: 'Nothing is due', elements: [] } }, words: en.chat };
      },
      opensForm: () => false,
      wordsFor: () => en.chat,
    });
    await cloud.connected;
    const payload = {
      command: '/followups',
      text: 'week',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'D1',
      trigger_id: '1.2.3',
      response_url: 'http://127.0.0.1:9/none',
    };
    const acked = await cloud.send({ type: 'slash_commands', envelope_id: 'e1', payload });
    expect(seen).toMatchObject([{ via: 'command', command: 'followups', text: 'week', team: 'T1', person: { id: 'U1' } }]);
    expect(acked).toMatchObject({ response_type: 'ephemeral', text: 'Nothing is due' });
  });
});
