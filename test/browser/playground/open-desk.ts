import type { BrowserContext, Page } from 'playwright-core';
import { hannah } from './canned-desk.ts';
import type { Stub } from './stub-server.ts';

export interface OpenDesk {
  readonly page: Page;
  /** Errors in the console, uncaught ones, and requests to anywhere but the stub. */
  readonly problems: string[];
}

interface Where {
  readonly as?: string;
  readonly channel?: string;
}

/** Milliseconds. Long, since other suites may keep the machine busy; a passing test never waits for it. */
const patience = 20_000;

/** A browser tab at the desk, with the messages loaded. */
export async function openDesk(context: BrowserContext, stub: Stub, where: Where = {}): Promise<OpenDesk> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems: string[] = [];
  page.on('console', (said) => said.type() === 'error' && !said.location().url.includes('/fonts/') && problems.push(said.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(stub.url).origin) && !url.startsWith('data:')) problems.push(`outside request: ${url}`);
  });
  const query = new URLSearchParams({ as: hannah, ...where });
  await page.goto(`${stub.url}?${query}`);
  await page.locator('.message').first().waitFor();
  return { page, problems };
}

/** Waits until the page has posted to this path, and gives what it posted. */
export async function posted(stub: Stub, path: string, count = 1): Promise<Stub['posts'][number]['body']> {
  const end = Date.now() + patience;
  for (;;) {
    const found = stub.posts.filter((post) => post.path === path);
    const last = found[count - 1];
    if (last) return last.body;
    if (Date.now() > end)
      throw new Error(`${found.length} of ${count} posts to ${path}; all: ${stub.posts.map((post) => post.path).join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
