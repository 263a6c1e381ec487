import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BOT, CAST, CHANNELS, TEAM } from '../../src/playground/cast.ts';
import { API_PATH, createSlackCloud } from '../../src/playground/slack/slack-cloud.ts';
import { keepOpen } from './open-things.ts';
import { signingSecret } from './signed-commands.ts';

/** An emulated Slack for a bot that is started with its token. */
export async function openSlack(): Promise<{ readonly env: Readonly<Record<string, string>>; close(): Promise<void> }> {
  const cloud = createSlackCloud({
    cast: CAST,
    channels: CHANNELS,
    team: TEAM,
    bot: BOT,
    signingSecret,
    botUrl: 'http://127.0.0.1:9/',
    now: () => new Date(),
  });
  const server = createServer((request, response) => {
    if (!cloud.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = keepOpen(() => {
    cloud.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: BOT.token,
      SLACK_API_URL: `http://127.0.0.1:${port}${API_PATH}`,
    },
    close,
  };
}
