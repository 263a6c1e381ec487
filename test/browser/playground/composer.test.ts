import { expect, it } from 'vitest';
import { direct, hannah, team } from './canned-desk.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();

it('sends with Enter and breaks the line with Shift+Enter', async () => {
  const { page } = await open({ channel: team });
  const box = page.getByRole('textbox', { name: 'Message #after-sales' });
  await box.pressSequentially('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two & <three>');
  await box.press('Enter');
  expect(await posted(stub(), 'say')).toEqual({ as: hannah, channel: team, text: 'one\ntwo & <three>' });
  expect(await box.inputValue()).toBe('');
});

it('gives a refused message back', async () => {
  const { page } = await open();
  stub().answers.set('say', { status: 403, body: { error: 'not_in_channel' } });
  await page.locator('#composer-input').fill('hello');
  await page.keyboard.press('Enter');
  await page.getByText('Sending did not work: not_in_channel').waitFor();
  expect(await page.locator('#composer-input').inputValue()).toBe('hello');
});

it('keeps unsent text for each conversation', async () => {
  const { page } = await open();
  await page.locator('#composer-input').fill('for the bot');
  await page.getByRole('button', { name: /^after-sales/ }).click();
  expect(await page.locator('#composer-input').inputValue()).toBe('');
  await page.locator('.channel', { hasText: 'Aftercare' }).click();
  expect(await page.locator('#composer-input').inputValue()).toBe('for the bot');
});

it('completes commands with arrows, Enter and Tab, and shows their usage', async () => {
  const { page } = await open();
  const box = page.locator('#composer-input');
  const offers = page.getByRole('listbox', { name: 'Suggestions' });
  await box.pressSequentially('/');
  expect(await offers.getByRole('option').first().textContent()).toBe(
    '/followups [today | overdue | week | customer]Who is due today, and what was missed',
  );
  await box.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).textContent()).toContain('/log');
  await box.press('Enter');
  expect(await box.inputValue()).toBe('/log ');
  expect(await page.locator('#composer .usage-hint').textContent()).toBe('/log [customer] [outcome] [note]');
  await box.pressSequentially('Kim reached @min');
  await box.press('Tab');
  await box.press('Enter');
  expect(await posted(stub(), 'command')).toEqual({ as: hannah, channel: direct, text: '/log Kim reached @Minseo Kim' });
});

it('closes the list with Escape and sends a command typed in full', async () => {
  const { page } = await open();
  const box = page.locator('#composer-input');
  await box.pressSequentially('/fol');
  await box.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await box.pressSequentially('lowups');
  await page.getByRole('option').waitFor();
  await box.press('Enter');
  expect((await posted(stub(), 'command')).text).toBe('/followups');
});

it('says what Slack says when the app was too slow, and when there is no such command', async () => {
  const { page } = await open();
  stub().answers.set('command', { body: { error: 'operation_timeout' } });
  await page.locator('#composer-input').fill('/log Kim');
  await page.keyboard.press('Enter');
  await page.locator('.ephemeral', { hasText: '/log failed with the error "operation_timeout"' }).waitFor();
  await page.locator('#composer-input').fill('/nonsense x');
  await page.keyboard.press('Enter');
  await page.locator('.ephemeral', { hasText: '/nonsense is not a valid command' }).waitFor();
  expect(await page.locator('#composer-input').inputValue()).toBe('/nonsense x');
  expect(stub().posts.filter(({ path }) => path === 'command')).toHaveLength(1);
});

it('attaches a chosen file and sends it', async () => {
  const { page } = await open();
  await page
    .locator('#composer input[type=file]')
    .setInputFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
  await page.locator('.chip', { hasText: 'kunden.csv' }).waitFor();
  await page.getByRole('button', { name: 'Send' }).first().click();
  expect(await posted(stub(), 'upload')).toEqual({ as: hannah, channel: direct, name: 'kunden.csv', text: 'a,b' });
  expect(await page.locator('.chip').count()).toBe(0);
});

it('attaches a dropped file, and lets go of it again', async () => {
  const { page } = await open();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'dropped.csv'));
    return transfer;
  });
  await page.dispatchEvent('#main', 'dragover', { dataTransfer: data });
  await page.getByText('Drop the file to attach it').waitFor();
  await page.dispatchEvent('#main', 'drop', { dataTransfer: data });
  await page.getByRole('button', { name: 'Remove dropped.csv' }).click();
  expect(await page.locator('.chip').count()).toBe(0);
});
