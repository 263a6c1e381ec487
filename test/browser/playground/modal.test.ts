import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { View } from '../../../src/playground/protocol.ts';
import { logView } from './canned-blocks.ts';
import { hannah } from './canned-desk.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();

async function openForm(view: View = logView): Promise<Page> {
  const { page } = await open();
  await page.locator('.button', { hasText: 'Open' }).focus();
  stub().tell({ kind: 'view', view });
  await page.getByRole('dialog', { name: view.title }).waitFor();
  return page;
}

const field = (page: Page, block: string) => page.locator(`[data-block=${block}]`);

it('sends what was filled in, as Slack has it', async () => {
  const page = await openForm();
  await page.keyboard.type('Happy with it');
  await field(page, 'outcome').getByRole('combobox').click();
  await page.getByRole('option', { name: 'No answer' }).click();
  await field(page, 'owner').getByRole('combobox').fill('min');
  await page.keyboard.press('Enter');
  await field(page, 'day').getByRole('button').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await field(page, 'time').locator('input').fill('15:30');
  await field(page, 'mood').getByRole('radio', { name: 'Upset' }).check();
  await field(page, 'extras').getByRole('checkbox', { name: 'Tell the manager' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  const option = (label: string, value: string) => ({ text: { type: 'plain_text', text: label }, value });
  expect(await posted(stub(), 'submit')).toEqual({
    as: hannah,
    view: 'V1',
    values: {
      note: { value: { type: 'plain_text_input', value: 'Happy with it' } },
      outcome: { value: { type: 'static_select', selected_option: option('No answer', 'no answer') } },
      customer: { value: { type: 'external_select', selected_option: null } },
      owner: { value: { type: 'users_select', selected_user: 'U0MINSEO01' } },
      day: { value: { type: 'datepicker', selected_date: '2027-01-04' } },
      time: { value: { type: 'timepicker', selected_time: '15:30' } },
      mood: { value: { type: 'radio_buttons', selected_option: option('Upset', 'upset') } },
      extras: { value: { type: 'checkboxes', selected_options: [option('Tell the manager', 'tell')] } },
    },
  });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('asks the bot for choices while one types', async () => {
  stub().answers.set('suggest', { body: [{ text: { type: 'plain_text', text: '김민수' }, value: 'c1' }] });
  const page = await openForm();
  const customer = field(page, 'customer').getByRole('combobox');
  await customer.click();
  await page.getByText('Type to search').waitFor();
  await customer.pressSequentially('ㄱㅁ');
  await page.getByRole('option', { name: '김민수' }).waitFor();
  expect(await posted(stub(), 'suggest')).toEqual({
    as: hannah,
    source: { kind: 'view', view: 'V1' },
    actionId: 'value',
    blockId: 'customer',
    query: 'ㄱㅁ',
  });
  await page.keyboard.press('Enter');
  expect(await customer.inputValue()).toBe('김민수');
});

it('refuses empty required fields itself, and shows the bot’s refusals at their fields', async () => {
  const page = await openForm();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('.field-error:visible').allTextContents()).toEqual([
    'Please complete this required field.',
    'Please complete this required field.',
  ]);
  expect(stub().posts.filter(({ path }) => path === 'submit')).toEqual([]);

  stub().answers.set('submit', {
    body: { kind: 'errors', errors: { outcome: 'Already logged today.', gone: 'No such customer.' } },
  });
  await field(page, 'note').locator('textarea').fill('x');
  await field(page, 'outcome').getByRole('combobox').fill('rea');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Already logged today.', { exact: true }).waitFor();
  expect(await page.locator('.form-error').textContent()).toBe('No such customer.');
  const outcome = field(page, 'outcome').getByRole('combobox');
  expect(await outcome.getAttribute('aria-invalid')).toBe('true');
  expect(await outcome.evaluate((node) => node === document.activeElement)).toBe(true);
});

it('keeps what was typed when the view is updated, and stacks a pushed one', async () => {
  const page = await openForm();
  await page.keyboard.type('Half a sent');
  stub().tell({ kind: 'view', view: { ...logView, title: 'Log a visit' } });
  await page.getByRole('dialog', { name: 'Log a visit' }).waitFor();
  await page.keyboard.type('ence');
  expect(await field(page, 'note').locator('textarea').inputValue()).toBe('Half a sentence');

  stub().tell({ kind: 'view', view: { id: 'V2', title: 'On top', blocks: [] } });
  await page.getByRole('dialog', { name: 'On top' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await posted(stub(), 'cancel')).toEqual({ as: hannah, view: 'V2' });
  expect(await field(page, 'note').locator('textarea').inputValue()).toBe('Half a sentence');
});

it('shows the view that a submission answers with', async () => {
  stub().answers.set('submit', { body: { kind: 'view', view: { id: 'V1', title: 'Saved', blocks: [] } } });
  const page = await openForm({ id: 'V1', title: 'Ask', submit: 'Go', blocks: [] });
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.getByRole('dialog', { name: 'Saved' }).waitFor();
  stub().tell({ kind: 'view-closed', view: 'V1' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('says so when the bot was too slow', async () => {
  stub().answers.set('submit', { body: { kind: 'timeout' } });
  const page = await openForm({ id: 'V1', title: 'Ask', submit: 'Go', blocks: [] });
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.getByText('We had some trouble connecting. Try again?').waitFor();
});

it('keeps the focus inside and gives it back', async () => {
  const page = await openForm();
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press(step < 20 ? 'Tab' : 'Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open');
});

it('closes a list or calendar with Escape before the form', async () => {
  const page = await openForm();
  await field(page, 'outcome').getByRole('combobox').click();
  await page.keyboard.press('Escape');
  await field(page, 'day').getByRole('button').click();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog', { name: 'Log a call' }).isVisible()).toBe(true);
  expect(stub().posts.filter(({ path }) => path === 'cancel')).toEqual([]);
});

it('counts the letters that are left', async () => {
  const page = await openForm();
  await page.keyboard.type('abc');
  expect(await field(page, 'note').locator('.counter').textContent()).toBe('197');
});
