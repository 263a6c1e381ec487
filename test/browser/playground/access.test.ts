import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { homeView, logView } from './canned-blocks.ts';
import { direct, hannah, team } from './canned-desk.ts';
import { lowContrast } from './contrast.ts';
import { posted } from './open-desk.ts';
import { withBrowser } from './with-browser.ts';

const { open, stub } = withBrowser();
const phone = { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true };
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const name = await focused(page);
    if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${wanted}`);
}

describe('with the keyboard alone', () => {
  it('skips to the message box', async () => {
    const { page } = await open();
    await tabTo(page, 'Skip to the message box');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Message Aftercare');
  });

  it('changes the conversation, reads its messages and uses what a message offers', async () => {
    const { page } = await open();
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await tabTo(page, 'Aftercare');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: 'Weekly summary' }).waitFor();
    expect(await focused(page)).toBe('Message #after-sales');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toMatch(/^Aftercare, 9:35/);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toMatch(/^Lin Yue, 9:05/);
    await tabTo(page, 'More actions');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect((await posted(stub(), 'shortcut')).callback).toBe('open_complaint');
    expect(await focused(page)).toBe('More actions');
  });

  it('logs a call: button, form, answer', async () => {
    const { page } = await open();
    await page.locator('.message').last().focus();
    await tabTo(page, 'Log');
    await page.keyboard.press('Enter');
    await posted(stub(), 'action');
    stub().tell({ kind: 'view', view: logView });
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Reached, happy');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    const { values } = await posted(stub(), 'submit');
    expect([values.note.value.value, values.outcome.value.selected_option.value]).toEqual(['Reached, happy', 'reached']);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Log');
  });

  it('names everything that can be used', async () => {
    const { page } = await open();
    stub().tell({ kind: 'view', view: logView });
    await page.getByRole('dialog').waitFor();
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input:not([type=file]), textarea, [role=dialog]')]
        .filter((node) => {
          const labels = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? [...(node.labels ?? [])] : [];
          const referred = (node.getAttribute('aria-labelledby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent);
          return ![
            node.getAttribute('aria-label'),
            node.textContent,
            ...labels.map((label) => label.textContent),
            ...referred,
          ].some((name) => name?.trim());
        })
        .map((node) => node.outerHTML),
    );
    expect(nameless).toEqual([]);
  });
});

describe('on a phone', () => {
  it('fits its width, with the sidebar as a drawer', async () => {
    const { page } = await open({}, phone);
    const tooWide = () =>
      page.evaluate(
        () =>
          Math.max(
            document.documentElement.scrollWidth,
            ...[...document.querySelectorAll('#scroller, #main, dialog, #panel-home')].map((node) => node.scrollWidth),
          ) - innerWidth,
      );
    expect(await tooWide()).toBeLessThanOrEqual(0);
    expect(await page.locator('#side').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.locator('.channel', { hasText: 'after-sales' }).click();
    await page.locator('.message', { hasText: 'Weekly summary' }).waitFor();
    await page.locator('#side').waitFor({ state: 'hidden' });
    expect(await tooWide()).toBeLessThanOrEqual(0);
    stub().tell({ kind: 'view', view: logView });
    await page.getByRole('dialog').waitFor();
    expect(await tooWide()).toBeLessThanOrEqual(0);
  });

  it('opens threads and what to try over the whole page', async () => {
    const { page } = await open({}, phone);
    await page.getByRole('button', { name: 'What to try' }).click();
    await page.getByRole('button', { name: 'Send the sample file' }).waitFor();
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByRole('button', { name: '2 replies' }).click();
    await page.getByText('Lines 7 and 31. I kept the rest.').waitFor();
    await page.getByRole('button', { name: 'Close thread' }).click();
    expect(await page.locator('#composer').isVisible()).toBe(true);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('every text stands out from what is behind it', async () => {
    const { page } = await open({ channel: team }, { colorScheme });
    const ephemeral = {
      channel: team,
      ts: '1795544000.000100',
      user: 'U0AFTERCAR',
      text: '`code`',
      ephemeral: true,
      blocks: [{ type: 'nonsense' }],
    };
    stub().tell({ kind: 'message', message: ephemeral });
    await page.locator('.unsupported').waitFor();
    await page.locator('#composer-input').fill('/');
    expect(await page.evaluate(lowContrast, '#app')).toEqual([]);
    await page.locator('.channel', { hasText: 'Aftercare' }).click();
    await page.locator('.button.danger').waitFor();
    expect(await page.evaluate(lowContrast, '#app')).toEqual([]);
    await page.getByRole('tab', { name: 'Home' }).click();
    stub().tell({ kind: 'home', view: homeView });
    await page.getByRole('button', { name: 'Show them' }).waitFor();
    expect(await page.evaluate(lowContrast, '#app')).toEqual([]);
    stub().tell({ kind: 'view', view: logView });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-block=day] button').click();
    expect(await page.evaluate(lowContrast, 'dialog')).toEqual([]);
  });
});

it('brings its own letters for Korean and Chinese, and asks nobody else', async () => {
  stub().fonts = true;
  const { page, problems } = await open({ as: hannah, channel: direct }, {});
  await page.waitForFunction(() => [...document.fonts].every((font) => font.status === 'loaded'));
  const loaded = await page.evaluate(() => [...document.fonts].map((font) => font.family.replaceAll('"', '')));
  expect(loaded.sort()).toEqual(['Playground KR', 'Playground SC']);
  expect(problems).toEqual([]);
});
