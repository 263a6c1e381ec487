import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { type Program, startProgram } from '../support/program.ts';
import { openBrowser } from './chromium.ts';

/** `PICTURES=docs/pictures` keeps what the walk looked like, for the README. */
const pictures = process.env.PICTURES;

export const desktop = { viewport: { width: 1240, height: 860 }, colorScheme: 'light' } as const;
export const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
type Device = typeof desktop | typeof phone;

export interface DayRig {
  /** Somebody's desk, `slack` or `teams`, in a browser of its own. The caller closes its context. */
  open(as: string, app?: 'slack' | 'teams', device?: Device): Promise<Page>;
}

/** The real program with data of its own and a real browser, for the tests of one file. */
export function dayRig(): DayRig {
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
  return {
    async open(as, app = 'slack', device = desktop) {
      if (!browser || !program) throw new Error('not started');
      const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.goto(`${program.origin}/playground/${app === 'teams' ? 'teams/' : ''}?as=${as}`);
      await composer(page).waitFor();
      return page;
    },
  };
}

const composer = (page: Page): Locator =>
  page.getByRole('combobox', { name: /Message/ }).or(page.getByRole('textbox', { name: /Message/ }));

export async function type(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export const last = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).last();

export const widerThanPage = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
