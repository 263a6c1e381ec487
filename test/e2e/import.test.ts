import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateSheet } from '../fixtures/files/generate-sheet.ts';
import { eventually, type Home, makeHome, type Program } from '../support/program.ts';
import { ADMIN, openSlackRig, type SlackRig } from '../support/slack-rig.ts';

let rig: SlackRig;
let home: Home;
let program: Program;
beforeEach(async () => {
  home = await makeHome();
  rig = await openSlackRig();
  program = await rig.boot(home);
  await rig.type(ADMIN, '/aftercare help');
}, 120_000);
afterEach(async () => {
  await program.stop();
  await rig.close();
  home.remove();
}, 30_000);

const rows = 12_000;
const channel = () => rig.cloud.direct(ADMIN);
const said = (text: string) => eventually(() => rig.texts(ADMIN).some((one) => one.includes(text)), 180_000);

async function upload(name: string): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const part of generateSheet(rows)) parts.push(part);
  await rig.cloud.upload({ as: ADMIN, channel: channel(), name, bytes: Buffer.concat(parts) });
}

test('kill -9 in the middle of an import: it is taken up again, nothing is lost and nothing is there twice', {
  timeout: 400_000,
}, async () => {
  await upload('rows.csv');
  await said(`Import ${rows} lines`);
  await rig.cloud.press({ as: ADMIN, on: { channel: channel() }, action: `Import ${rows} lines` });
  await said('Importing rows.csv …');
  await new Promise((resolve) => setTimeout(resolve, 700));
  await program.kill();
  expect(rig.texts(ADMIN).some((text) => text.includes('rows.csv is in'))).toBe(false);

  program = await rig.boot(home);
  await said(`rows.csv is in: ${rows} new customers, ${rows} new purchases`);
  await upload('again.csv');
  await said('Everything in this file is here already.');
});
