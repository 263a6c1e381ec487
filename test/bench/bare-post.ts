// What stands beside the bot: `bare-post.ts ADDRESS FILE SECONDS` posts the message in the file, one after the other. Prints how many a second.
import { readFileSync } from 'node:fs';
import { webApi } from '@slack/bolt';

const [slackApiUrl = '', file = '', seconds = '5'] = process.argv.slice(2);
const { token: _token, channel: _channel, blocks, metadata, ...message } = JSON.parse(readFileSync(file, 'utf8'));
const client = new webApi.WebClient('xoxb-bare', { slackApiUrl, retryConfig: { retries: 0 } });
const said = { ...message, channel: 'D0BARE', blocks: JSON.parse(blocks), metadata: JSON.parse(metadata) };
for (let i = 0; i < 20; i++) await client.chat.postMessage(said);
const began = performance.now();
let count = 0;
while (performance.now() - began < Number(seconds) * 1000) {
  await client.chat.postMessage(said);
  count++;
}
process.stdout.write(String((count * 1000) / (performance.now() - began)));
