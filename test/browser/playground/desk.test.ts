import { expect, it } from 'vitest';
import { homeView } from './canned-blocks.ts';
import { bot, cannedMessages, direct, hannah, minseo } from './canned-desk.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();

it('moves the clock and shows its time in the person’s zone', async () => {
  const { page } = await open();
  stub().answers.set('clock', { body: { now: '2026-11-25T17:00:00.000Z' } });
  expect(await page.locator('.clock-now').textContent()).toMatch(/^Tue, Nov 24, 10:05\sAM$/);
  await page.getByRole('button', { name: 'Next morning' }).click();
  expect(await posted(stub(), 'clock')).toEqual({ as: hannah, move: 'next-morning' });
  await page.locator('.clock-now', { hasText: /^Wed, Nov 25, 9:00\sAM$/ }).waitFor();
  expect(await page.locator('.day').allTextContents()).toEqual(['Monday, November 23, 2026', 'Yesterday']);
  await page.getByRole('button', { name: '+1 day' }).click();
  expect(await posted(stub(), 'clock', 2)).toEqual({ as: hannah, move: 'next-day' });
});

it('goes to a time of the person’s own wall clock', async () => {
  const { page } = await open({ as: minseo });
  await page.getByRole('button', { name: 'Go to…' }).click();
  await page.getByLabel('Date and time (Asia/Seoul)').fill('2026-12-01T09:00');
  await page.keyboard.press('Enter');
  expect(await posted(stub(), 'clock')).toEqual({ as: minseo, to: '2026-12-01T00:00:00.000Z' });
});

it('follows a clock that somebody else moved', async () => {
  const { page } = await open();
  stub().tell({ kind: 'clock', clock: { now: '2026-12-24T18:00:00.000Z' } });
  await page.locator('.clock-now', { hasText: 'Thu, Dec 24' }).waitFor();
});

it('changes who sits at the desk by its address', async () => {
  const { page } = await open();
  await page.getByRole('link', { name: 'Sit at the desk as Minseo Kim, Customer care, Seoul' }).click();
  await page.getByRole('link', { name: 'Minseo Kim, Customer care, Seoul: at the desk' }).waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe(minseo);
});

it.each(['', 'U0NOBODY'])('opens as a rep where the address says %j', async (as) => {
  const { page } = await open({ as });
  await page.getByRole('link', { name: 'Hannah Brooks, Customer care, San Francisco: at the desk' }).waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe(hannah);
});

it('asks for the Home tab when it is opened, and draws it', async () => {
  const { page } = await open();
  await page.getByRole('tab', { name: 'Messages' }).focus();
  await page.keyboard.press('ArrowLeft');
  expect(await posted(stub(), 'home')).toEqual({ as: hannah });
  stub().tell({ kind: 'home', view: homeView });
  await page.getByRole('heading', { name: 'Good morning, Hannah' }).waitFor();
  await page.getByRole('button', { name: 'Show them' }).click();
  expect((await posted(stub(), 'action')).source).toEqual({ kind: 'home' });
});

it('reconnects after a restart of the server and shows what was missed', async () => {
  const { page } = await open();
  stub().pause();
  await page.getByText('Reconnecting…').waitFor();
  stub().messages = {
    ...cannedMessages,
    [direct]: [
      ...(cannedMessages[direct] ?? []),
      { channel: direct, ts: '1795544000.000100', user: bot, text: 'While you were away' },
    ],
  };
  stub().resume();
  await page.getByText('While you were away').waitFor();
  await page.getByText('Reconnecting…').waitFor({ state: 'hidden' });
  stub().tell({ kind: 'message', message: { channel: direct, ts: '1795544001.000100', user: bot, text: 'And live again' } });
  await page.locator('#messages').getByText('And live again').waitFor();
});

it('leads a newcomer through the day, step by step', async () => {
  const { page } = await open();
  const tour = page.getByRole('complementary', { name: 'What to try' });
  const current = () => tour.locator('[aria-current=step] .step-title');
  await tour.getByRole('button', { name: 'Send the sample file' }).click();
  expect(await posted(stub(), 'upload')).toEqual({
    as: hannah,
    channel: direct,
    name: 'customers.csv',
    text: 'customer,product\nAda,Dishwasher\n',
  });
  await current().getByText('Confirm the import').waitFor();
  await page.locator('.message .button', { hasText: 'Open' }).click();
  await tour.getByRole('button', { name: 'Type /followups' }).click();
  await page.getByRole('option', { name: '/followups' }).waitFor();
  await page.keyboard.press('Enter');
  await current().getByText('Log a call').waitFor();
  await page.locator('.message .button', { hasText: 'Log' }).click();
  stub().answers.set('clock', { body: { now: '2026-11-25T17:00:00.000Z' } });
  await tour.getByRole('button', { name: 'Go to the next morning' }).click();
  await current().getByText('Read the reminder').waitFor();
  stub().tell({ kind: 'message', message: { channel: direct, ts: '1795600000.000100', user: bot, text: 'Good morning' } });
  await tour.getByText('That was the day.').waitFor();
  await page.reload();
  await tour.getByText('That was the day.').waitFor();
  await tour.getByRole('button', { name: 'Hide' }).click();
  await page.reload();
  await page.locator('.message').first().waitFor();
  expect(await tour.isVisible()).toBe(false);
});

it('keeps the chosen theme', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Use the light theme' }).waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(26, 29, 33)');
});
