import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Program, startProgram } from '../support/program.ts';
import { openBrowser } from './chromium.ts';

/** `PICTURES=docs/pictures` keeps what the walk looked like, for the README. */
const pictures = process.env.PICTURES;

let folder = '';
let program: Program | undefined;
let browser: Browser | undefined;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aftercare-day-'));
  program = await startProgram({ AFTERCARE_DATA: folder });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const desktop = { viewport: { width: 1240, height: 860 }, colorScheme: 'light' } as const;
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;

async function openDesk(as: string, device: typeof desktop | typeof phone = desktop): Promise<Page> {
  if (!browser || !program) throw new Error('not started');
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${program.origin}/playground/?as=${as}`);
  await page
    .getByRole('textbox', { name: /Message/ })
    .or(page.getByRole('combobox', { name: /Message/ }))
    .waitFor();
  return page;
}

const composer = (page: Page) =>
  page.getByRole('combobox', { name: /Message/ }).or(page.getByRole('textbox', { name: /Message/ }));

async function type(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const badReply = 'Sorry, that is not our department. You should have read the manual. I will call you on Friday at 3 pm.';

const last = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last();

it('lives a rep’s day: a file comes in, calls are due, one is logged and undone, the next morning brings the list', async () => {
  const page = await openDesk('U0HANNAH01');
  await page.getByText('Welcome, Hannah Brooks').waitFor();
  await page.getByRole('button', { name: 'Send the sample file' }).click();
  await last(page, 'Import 8 lines').waitFor();
  await picture(page, 'import');
  await last(page, 'Import 8 lines').click();
  await page
    .getByText(/customers\.csv is in: 8 new customers, 8 new purchases/)
    .last()
    .waitFor();

  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /follow-ups due/ })
    .last()
    .waitFor();
  await picture(page, 'followups');

  await page.getByRole('button', { name: 'Log', exact: true }).last().click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Note/).fill('Happy with it, wants a spare filter');
  await picture(page, 'log');
  await form.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/^Logged: .*reached\.|^Logged: .*sent\./)
    .last()
    .waitFor();
  await last(page, 'Undo').click();
  await page
    .getByText(/^Taken back:/)
    .last()
    .waitFor();

  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /follow-ups due/ })
    .last()
    .waitFor();
  await type(page, '/log Kim Sanders reached happy, next Tue 3pm');
  await page
    .getByText(/Kim Sanders/)
    .last()
    .waitFor();

  await page.getByRole('button', { name: 'Next morning', exact: true }).click();
  await page.getByRole('heading', { name: /^Good morning/ }).waitFor();
  await picture(page, 'morning');

  await type(page, '/customer wl');
  await page.getByRole('heading', { name: '王丽' }).waitFor();
  await picture(page, 'customer');

  await type(page, '/promise Kim Sanders: the spare filter, by Friday 5pm');
  await page
    .getByText(/^Noted for Kim Sanders: the spare filter, by Fri/)
    .last()
    .waitFor();

  await type(page, `review ${badReply}`);
  await page.getByRole('heading', { name: /^Not yet: 2 things/ }).waitFor();
  await picture(page, 'review');
  await last(page, 'Use the suggestion').click();
  await page.getByText('A reply to copy').last().waitFor();
  await page.context().close();
});

it('is usable on a phone, in a dark theme, in Korean', async () => {
  const page = await openDesk('U0MINSEO01', phone);
  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /오늘|연락|할 일|밀린/ })
    .last()
    .waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);
  await picture(page, 'phone');
  await page.context().close();
});

it('refuses a guest politely and shows nothing of customers', async () => {
  const page = await openDesk('U0CARLAM01');
  await type(page, '/followups');
  await page
    .getByText(/I only work for full members/)
    .first()
    .waitFor();
  expect(await page.getByText('Kim Sanders').count()).toBe(0);
  await page.context().close();
});
