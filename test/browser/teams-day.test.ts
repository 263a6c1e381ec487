import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dayRig, last, phone, picture, type, widerThanPage } from './day-rig.ts';

const rig = dayRig();
const HANNAH = 'U0HANNAH01';
/** The newest thing that the app said with these words. */
const said = (page: Page, text: string | RegExp) => page.locator('.post:not(.mine)').filter({ hasText: text }).last();

const badReply = 'Sorry, that is not our department. You should have read the manual. I will call you on Friday at 3 pm.';

it('lives a rep’s day in Teams: a file, the list, a form, one line, undo, snooze; and Slack knows of it', async () => {
  const page = await rig.open(HANNAH, 'teams');
  await said(page, 'Hello Hannah Brooks').waitFor();
  await page.getByRole('button', { name: 'Send the sample file' }).click();
  await last(page, 'Import 8 lines').waitFor();
  await picture(page, 'teams-import');
  await last(page, 'Import 8 lines').click();
  await said(page, /customers\.csv is in: 8 new customers, 8 new purchases/).waitFor();

  await type(page, 'followups');
  const list = said(page, 'follow-ups due');
  await list.waitFor();
  await picture(page, 'teams-followups');

  await list.getByRole('button', { name: 'Log', exact: true }).last().click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Note/).fill('Happy with it, wants a spare filter');
  await picture(page, 'teams-log');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  const logged = said(page, /Logged: .*(?:reached|sent)\./);
  await logged.getByRole('button', { name: 'Undo' }).click();
  await said(page, /Taken back:/).waitFor();

  await type(page, 'log Kim Sanders reached happy, next Tue 3pm');
  await said(page, /Logged: Kim Sanders/).waitFor();

  await type(page, 'followups');
  const again = said(page, 'follow-ups due');
  const first = again.getByRole('button', { name: 'Snooze' }).first();
  await first.click();
  await again.getByRole('button', { name: 'In 3 days' }).first().click();
  await expect.poll(() => again.getByRole('button', { name: 'Snooze' }).count(), { timeout: 20_000 }).toBe(2);

  // The same person in Slack: what was done here is done there.
  await page.getByRole('navigation', { name: 'The same people, in' }).getByRole('link', { name: 'Slack' }).click();
  await type(page, '/customer Kim Sanders');
  await page.getByRole('heading', { name: 'Kim Sanders' }).waitFor();
  await page.getByText(/happy/).last().waitFor();
  await page.context().close();
});

it('reviews a reply from the menu of a message, where only its writer sees the answer', async () => {
  const page = await rig.open(HANNAH, 'teams');
  await page.getByRole('button', { name: 'Calls and complaints' }).click();
  await page.getByText('This is the beginning of Calls and complaints').waitFor();
  await type(page, badReply);
  const post = page.locator('.post').last();
  await post.hover();
  await post.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('menuitem', { name: /Review this reply/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/Not yet: 2 things/)
    .first()
    .waitFor();
  await picture(page, 'teams-review');
  expect(await page.locator('.post').count()).toBe(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await type(page, '@Aftercare followups');
  await page.locator('.answer').filter({ hasText: 'Aftercare' }).last().waitFor();
  await picture(page, 'teams-channel');
  await page.context().close();
});

it('finds a customer by initials in a form, with the keyboard alone', async () => {
  const page = await rig.open(HANNAH, 'teams');
  await type(page, 'log');
  const form = said(page, 'What came of it?');
  const customer = form.getByRole('combobox', { name: /Customer|Whom/ });
  await customer.fill('wl');
  await page.getByRole('option', { name: /王丽/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await customer.inputValue()).toContain('王丽');
  await page.context().close();
});

it('is usable on a phone, in a dark theme, in Korean', async () => {
  const page = await rig.open('U0MINSEO01', 'teams', phone);
  await type(page, 'followups');
  await said(page, /연락할 건/).waitFor();
  expect(await widerThanPage(page)).toBe(false);
  await picture(page, 'teams-phone');
  await page.context().close();
});

it('refuses a guest politely and shows nothing of customers', async () => {
  const page = await rig.open('U0CARLAM01', 'teams');
  await type(page, 'followups');
  await page
    .getByText(/I only work for full members/)
    .first()
    .waitFor();
  expect(await page.getByText('Kim Sanders').count()).toBe(0);
  await page.context().close();
});
