import { expect, it } from 'vitest';
import { direct, hannah } from './canned-desk.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();
const source = { kind: 'message', channel: direct, ts: '1795543380.000000' };

it('a button tells the bot, once for a double click', async () => {
  const { page } = await open();
  await page.locator('.button', { hasText: 'Log' }).dblclick();
  expect(await posted(stub(), 'action')).toEqual({
    as: hannah,
    source,
    action: { type: 'button', block_id: 'a1', action_id: 'log:1', value: 'log:1', text: { type: 'plain_text', text: 'Log' } },
    values: {},
  });
});

it('a button with a confirmation asks first', async () => {
  const { page } = await open();
  await page.locator('.button', { hasText: 'Stop calls' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Stop all calls?' });
  expect(await dialog.locator('.dialog-body').textContent()).toBe('Nobody will be reminded of 김민수 again.');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await page.locator('.button', { hasText: 'Stop calls' }).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(stub().posts.filter(({ path }) => path === 'action')).toEqual([]);
  await page.locator('.button', { hasText: 'Stop calls' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  expect((await posted(stub(), 'action')).action.action_id).toBe('stop:1');
});

it('an overflow menu and a select tell which option was chosen', async () => {
  const { page } = await open();
  const body = page.locator('.message').nth(3);
  await body.getByRole('button', { name: 'More', exact: true }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await posted(stub(), 'action', 1)).action).toEqual({
    type: 'overflow',
    block_id: 'a1',
    action_id: 'snooze:1',
    selected_option: { text: { type: 'plain_text', text: 'In three days' }, value: '3d' },
  });
  const select = body.getByRole('combobox', { name: 'Move to…' });
  await select.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const used = await posted(stub(), 'action', 2);
  expect(used.action.selected_option.value).toBe('7d');
  expect(await select.inputValue()).toBe('Next week');
});

it('a date and a time in a message are sent when they are chosen', async () => {
  const { page } = await open();
  const elements = [
    { type: 'datepicker', action_id: 'on', initial_date: '2026-11-30' },
    { type: 'timepicker', action_id: 'at' },
  ];
  stub().tell({
    kind: 'message',
    message: {
      channel: direct,
      ts: '1795544000.000100',
      user: 'U0AFTERCAR',
      text: '',
      blocks: [{ type: 'actions', block_id: 'when', elements }],
    },
  });
  const message = page.locator('.message').nth(4);
  await message.locator('.picker').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect((await posted(stub(), 'action', 1)).action).toMatchObject({ type: 'datepicker', selected_date: '2026-12-01' });
  expect(await message.locator('.picker').textContent()).toBe('Dec 1, 2026');
  await message.locator('input[type=time]').fill('09:15');
  await page.keyboard.press('Enter');
  expect((await posted(stub(), 'action', 2)).action).toMatchObject({ type: 'timepicker', selected_time: '09:15' });
});

it('a refused click is told, and the button can be pressed again', async () => {
  const { page } = await open();
  stub().answers.set('action', { status: 504, body: { error: 'operation_timeout' } });
  await page.locator('.button', { hasText: 'Log' }).click();
  await page.getByText('That did not work: operation_timeout').waitFor();
  stub().answers.clear();
  await page.locator('.button', { hasText: 'Log' }).click();
  await posted(stub(), 'action', 2);
});

it('pictures of elsewhere are named, not fetched', async () => {
  const { page, problems } = await open();
  const blocks = [
    { type: 'image', image_url: 'https://pictures.example/a.png', alt_text: 'A chart' },
    { type: 'context', elements: [{ type: 'image', image_url: '/playground/icon.svg', alt_text: 'Our sign' }] },
  ];
  stub().tell({ kind: 'message', message: { channel: direct, ts: '1795544000.000100', user: 'U0AFTERCAR', text: '', blocks } });
  expect(await page.getByRole('img', { name: 'A chart' }).textContent()).toBe('A chart (open)');
  expect(await page.getByRole('img', { name: 'Our sign' }).getAttribute('src')).toBe('/playground/icon.svg');
  expect(problems).toEqual([]);
});
