import { expect, it } from 'vitest';
import type { Message } from '../../../src/playground/protocol.ts';
import { bot, direct, hannah, minseo, team } from './canned-desk.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();
const later: Message = { channel: direct, ts: '1795544000.000100', user: bot, text: 'A reminder' };

it('draws a conversation as Slack does', async () => {
  const { page, problems } = await open();
  expect(await page.locator('.day').allTextContents()).toEqual(['Yesterday', 'Today']);
  expect(await page.locator('.message').count()).toBe(4);
  expect(await page.locator('.message').nth(3).locator('.edited').textContent()).toBe('(edited)');
  expect(await page.locator('.file').textContent()).toBe('customers.csvCSV · 18 kB');
  expect(await page.locator('.message').nth(1).locator('.message-time').textContent()).toMatch(/^9:45\sAM$/);
  expect(await page.title()).toBe('(3) Aftercare · Hannah Brooks · Harbour Appliances playground');
  expect(problems).toEqual([]);
});

it('shows the person’s own zone and language', async () => {
  const { page } = await open({ as: minseo });
  expect(await page.locator('.message').nth(1).locator('.message-time').textContent()).toBe('오전 2:45');
  expect(await page.locator('.day').allTextContents()).toEqual(['어제', '오늘']);
});

it('draws markup from data as text only', async () => {
  const evil = '<img src=x onerror=alert(1)> &lt;script&gt;alert(1)&lt;/script&gt; <javascript:alert(1)|here>';
  const { page, problems } = await open();
  stub().tell({
    kind: 'message',
    message: { ...later, text: evil, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: evil } }] },
  });
  const content = page.locator('.message').nth(4).locator('.content');
  await content.waitFor();
  expect(await content.textContent()).toBe('<img src=x onerror=alert(1)> <script>alert(1)</script> <javascript:alert(1)|here>');
  expect(await content.locator('img, script, a').count()).toBe(0);
  expect(problems).toEqual([]);
});

it('marks mentions, and says which part it cannot draw', async () => {
  const { page } = await open({ channel: team });
  expect(await page.locator('.mention-me').textContent()).toBe('@Hannah Brooks');
  expect(await page.locator('.mention-all').textContent()).toBe('@channel');
  stub().tell({
    kind: 'message',
    message: {
      ...later,
      channel: team,
      blocks: [{ type: 'carousel' }, { type: 'actions', elements: [{ type: 'magic' }] }, { type: 'section', fields: 3 }],
    },
  });
  await page.locator('.unsupported').first().waitFor();
  expect((await page.locator('.unsupported').allTextContents()).map((said) => said.split('.')[0])).toEqual([
    'Unsupported block: carousel',
    'Unsupported element: magic',
    'Unsupported block: section',
  ]);
});

it('draws the line of new messages, marks the channel read and takes the badge away', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: 'after-sales 2 unread' }).click();
  expect(await posted(stub(), 'read')).toEqual({ as: hannah, channel: team });
  expect(await page.locator('.new-line + .message .author').textContent()).toBe('Lin Yue');
  expect(await page.getByRole('button', { name: 'after-sales', exact: true }).locator('.badge').count()).toBe(0);
});

it('counts messages that arrive elsewhere and announces those that arrive here', async () => {
  const { page } = await open();
  stub().tell({ kind: 'unread', channel: 'C0GENERAL1', unread: 4 });
  await page.getByRole('button', { name: 'general 4 unread' }).waitFor();
  stub().tell({ kind: 'message', message: later });
  await page.locator('#live', { hasText: 'Aftercare: A reminder' }).waitFor({ state: 'attached' });
});

it('redraws a changed message in its place and takes a deleted one away', async () => {
  const { page } = await open();
  stub().tell({ kind: 'message', message: { ...later, ephemeral: true } });
  await page.locator('.ephemeral .only-you', { hasText: 'Only visible to you' }).waitFor();
  stub().tell({ kind: 'changed', message: { ...later, ephemeral: true, text: 'Done' } });
  await page.locator('.ephemeral', { hasText: 'Done' }).waitFor();
  stub().tell({ kind: 'deleted', channel: direct, ts: later.ts, ephemeral: true });
  await page.locator('.ephemeral').waitFor({ state: 'detached' });
  expect(await page.locator('.message').count()).toBe(4);
});

it('opens a thread beside the conversation and replies there', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: '2 replies' }).click();
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await pane.locator('.message').nth(2).waitFor();
  expect(await pane.locator('.reply-count').textContent()).toBe('2 replies');
  await page.keyboard.type('Thank you');
  await page.keyboard.press('Enter');
  expect(await posted(stub(), 'say')).toEqual({
    as: hannah,
    channel: direct,
    text: 'Thank you',
    thread: (await pane.locator('.message').first().getAttribute('data-ts')) ?? '',
  });
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });
});

it('offers the message shortcuts under More actions', async () => {
  const { page } = await open({ channel: team });
  const message = page.locator('.message').nth(2);
  await message.hover();
  await message.getByRole('button', { name: 'More actions' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(await posted(stub(), 'shortcut')).toEqual({
    as: hannah,
    channel: team,
    message: (await message.getAttribute('data-ts')) ?? '',
    callback: 'review_reply',
  });
});
