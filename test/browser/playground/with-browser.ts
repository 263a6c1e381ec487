import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { openBrowser } from '../chromium.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { type Stub, startStub } from './stub-server.ts';

const desktop: BrowserContextOptions = { viewport: { width: 1360, height: 840 }, reducedMotion: 'reduce' };

/**
 * One browser and one stub for a test file, both as new for each test. Tabs share a context, so that megabytes of fonts
 * are read once; a test with options of its own gets its own context.
 */
export function withBrowser() {
  let running: { readonly browser: Browser; readonly context: BrowserContext; readonly stub: Stub } | undefined;
  const get = () => {
    if (!running) throw new Error('asked for outside of a test');
    return running;
  };
  // Other suites may keep the machine busy.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  beforeAll(async () => {
    const browser = await openBrowser();
    running = { browser, context: await browser.newContext(desktop), stub: await startStub() };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.stub.close();
  });
  afterEach(async () => {
    const { browser, context, stub } = get();
    stub.reset();
    for (const page of context.pages()) {
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
    for (const other of browser.contexts()) if (other !== context) await other.close();
  });
  return {
    stub: () => get().stub,
    async open(where: Parameters<typeof openDesk>[2] = {}, options?: BrowserContextOptions): Promise<OpenDesk> {
      const { browser, context, stub } = get();
      return openDesk(options ? await browser.newContext({ ...desktop, ...options }) : context, stub, where);
    },
  };
}
