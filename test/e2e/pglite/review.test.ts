import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, type Home, makeHome, type Program } from '../../support/program.ts';
import { AFTER_SALES, HANNAH, MANAGER, MINSEO, openSlackRig, type SlackRig } from '../../support/slack-rig.ts';

let rig: SlackRig;
let home: Home;
let program: Program;
let model: LLMock;
const rewrite = 'I am so sorry for the trouble with your kettle. I will find out what happened and call you back myself.';
beforeAll(async () => {
  home = await makeHome();
  rig = await openSlackRig();
  model = await LLMock.create({ port: 0 });
  model.onMessage(/<draft>/, { content: JSON.stringify({ opinion: 'It sends them away.', rewrite }) });
  const settings = { AFTERCARE_MODEL: 'm-1', OPENAI_API_KEY: 'key', OPENAI_BASE_URL: `${model.url}/v1` };
  program = await rig.boot({ ...home, env: { ...home.env, ...settings } });
  await rig.letTeamIn();
}, 120_000);
afterAll(async () => {
  await program.stop();
  await rig.close();
  await model.stop();
  home.remove();
}, 30_000);

const marker = 'ZEBRAQUILL';
const bad = `I don’t know, ${marker}. That is not my department.`;
const complaint = `My ${marker} leaks & I am furious.`;
const last = (as: string) => rig.cloud.messages(as, rig.cloud.direct(as)).at(-1);
const lastSaid = (as: string) => JSON.stringify(last(as));
const viewed = (as: string) => JSON.stringify(rig.cloud.view(as) ?? {});
const field = (as: string, name: string) => viewed(as).match(new RegExp(`"${name}".*?"initial_value":"(.*?)"`))?.[1];

test('a draft in a form is answered in the direct conversation, edited and checked again, and stands there once', async () => {
  const channel = AFTER_SALES;
  await rig.cloud.command({ as: HANNAH, channel, text: '/review' });
  await eventually(() => viewed(HANNAH).includes('What the customer wrote'));
  await rig.cloud.submit({ as: HANNAH, fill: { draft: bad, complaint } });
  await eventually(() => lastSaid(HANNAH).includes('Not yet'));
  expect(last(HANNAH)?.ephemeral ?? false).toBe(false);
  // In the channel only a pointer, and only for her.
  const pointer = await eventually(() => rig.texts(HANNAH, channel).at(-1));
  expect(pointer).toMatch(/^Not yet.*direct conversation/);
  expect(pointer).not.toContain(marker);
  expect(rig.texts(MINSEO, channel)).toEqual([]);

  const before = rig.texts(HANNAH).length;
  await rig.cloud.press({ as: HANNAH, on: { channel: rig.cloud.direct(HANNAH) }, action: 'Edit and check again' });
  await eventually(() => field(HANNAH, 'draft') === bad);
  expect(field(HANNAH, 'complaint')).toBe(complaint);
  await rig.cloud.submit({ as: HANNAH, fill: { draft: `I am so sorry your ${marker} leaks, that must be upsetting.` } });
  await eventually(() => /Nearly/.test(lastSaid(HANNAH)));
  expect(rig.texts(HANNAH)).toHaveLength(before);
});

test('the suggestion is shown to copy, and a finding is no problem here', async () => {
  await rig.cloud.say({ as: MINSEO, channel: rig.cloud.direct(MINSEO), text: `review ${bad}` });
  await eventually(() => rig.texts(MINSEO).at(-1)?.includes(marker));
  await rig.cloud.press({ as: MINSEO, on: { channel: rig.cloud.direct(MINSEO) }, action: 'review.dispute:0' });
  await eventually(() => lastSaid(MINSEO).includes('review.use') && !lastSaid(MINSEO).includes('en-dont-know'));
  await rig.cloud.press({ as: MINSEO, on: { channel: rig.cloud.direct(MINSEO) }, action: 'review.use:0' });
  await eventually(() => /\[.+\]/.test(last(MINSEO)?.text ?? '') || lastSaid(MINSEO).includes('rich_text_quote'));
});

test('a language model that is set up gives a second opinion', async () => {
  await rig.cloud.say({ as: MINSEO, channel: rig.cloud.direct(MINSEO), text: `review ${bad}` });
  await eventually(() => lastSaid(MINSEO).includes('review.advise'));
  await rig.cloud.press({ as: MINSEO, on: { channel: rig.cloud.direct(MINSEO) }, action: 'review.advise:2:form' });
  await eventually(
    () => viewed(MINSEO).includes('call you back myself') && viewed(MINSEO).includes('It sends them away.'),
    30_000,
  );
  expect(JSON.stringify(model.getRequests())).toContain('not my department');
  await rig.cloud.cancel(MINSEO);
});

test('in the menu of a message: this reply, or a reply to it', async () => {
  const message = await rig.cloud.say({ as: MANAGER, channel: AFTER_SALES, text: complaint });
  await rig.cloud.shortcut({ as: HANNAH, channel: AFTER_SALES, message, callback: 'review.answer' });
  await eventually(() => field(HANNAH, 'complaint') === complaint);
  await rig.cloud.cancel(HANNAH);
  const reply = await rig.cloud.say({ as: HANNAH, channel: AFTER_SALES, text: bad });
  const before = rig.texts(HANNAH).length;
  await rig.cloud.shortcut({ as: HANNAH, channel: AFTER_SALES, message: reply, callback: 'review.message' });
  await eventually(() => rig.texts(HANNAH).length > before);
  expect(rig.texts(HANNAH).at(-1)).toMatch(/^Not yet/);
});

test('a long reply comes as a file', async () => {
  const bytes = Buffer.from(`${bad} ${'We looked at it. '.repeat(300)}`);
  await rig.cloud.upload({ as: HANNAH, channel: rig.cloud.direct(HANNAH), name: 'reply.txt', bytes, text: 'review' });
  await eventually(() => /Not yet[\s\S]*too long to be shown/.test(rig.texts(HANNAH).at(-1) ?? ''));
});

/** Every file below a folder, as bytes. */
function* filesBelow(folder: string): Generator<Buffer> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield readFileSync(join(entry.parentPath, entry.name));
}

test('after all that, no reply is on the disk or in what the program printed', async () => {
  await rig.cloud.idle();
  await program.stop();
  const contents = [...filesBelow(home.folder)];
  expect(contents.filter((content) => content.includes(marker))).toEqual([]);
  // What is kept would be found so.
  if (home.databaseUrl === undefined) expect(contents.some((content) => content.includes('Harbour Appliances'))).toBe(true);
  expect(program.output()).not.toContain(marker);
});
