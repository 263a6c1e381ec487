import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Rig, startRig } from './slack/start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const get = (path: string) => fetch(rig.origin + path, { redirect: 'manual' });

test.each(['/', '/playground'])('%s leads to the page', async (path) => {
  const response = await get(path);
  expect([response.status, response.headers.get('location')]).toEqual([302, '/playground/']);
});

test('the page comes with a policy that allows nothing from elsewhere and no script inside it', async () => {
  const response = await get('/playground/');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|\s(style|on\w+)="/);
});

test('every module of the page comes as JavaScript, and so does what it imports', async () => {
  const seen = new Set<string>();
  const open = ['/playground/main.ts'];
  for (let path = open.pop(); path; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await get(path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'text/javascript; charset=utf-8']);
    const code = await response.text();
    expect(code).not.toMatch(/^import type|^export interface/m);
    for (const [, imported = ''] of code.matchAll(/^\s*(?:import|export)[^;'"]*from '([^']+)'/gm)) {
      open.push(new URL(imported, `http://page${path}`).pathname);
    }
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('the fonts for Korean and Chinese', async () => {
  for (const font of ['kr', 'sc']) {
    const response = await get(`/playground/fonts/${font}.otf`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'font/otf']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000_000);
    await response.body?.cancel();
  }
});

test.each([
  '/playground/nothing.ts',
  '/playground/..%2fcast.ts',
  '/playground/slack/ids.ts',
  '/playground/fonts/../cast.otf',
  '/playground/%00',
])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('other paths are left to others', () => {
  const handled = ['/health', '/slack/events', '/playgrounds'].map((url) => rig.cloud.handle({ url } as never, {} as never));
  expect(handled).toEqual([false, false, false]);
});
