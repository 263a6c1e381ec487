import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendText } from '../../src/http.ts';
import { languageCodes, languages } from '../../src/languages/index.ts';
import { type PagesOptions, publicPages } from '../../src/pages/public-pages.ts';

let options: PagesOptions = { supportEmail: undefined, modelHost: undefined };
const server = createServer((request, response) => {
  if (!publicPages(options)(request, response)) sendText(response, 404, 'next');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });
const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text();

describe.each(['privacy', 'terms', 'support'] as const)('/%s', (name) => {
  test.each(languageCodes)('in %s: everything it has to say, a heading, ways on, and nothing from elsewhere', async (code) => {
    const response = await get(`/${name}?lang=${code}`);
    const html = await response.text();
    const { title, lead, sections } = languages[code].pages[name];
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const text of [title, lead, ...sections.flatMap(({ heading, points }) => [heading, ...points])])
      expect(html).toContain(text);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain(`<html lang="${code === 'zh' ? 'zh-Hans' : code}">`);
    expect(html).not.toMatch(/<(?:script|img|link|iframe)|(?:src|href)="(?:https?:)?\/\/|url\(/i);
    const ways = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(ways).toHaveLength(6);
    for (const way of ways) expect((await get(`/${way}`)).status).toBe(200);
  });
});

test.each([
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['en;q=0.3, zh-TW;q=0.7', 'zh-Hans'],
  ['fr, *;q=0.5', 'en'],
  ['ko;q=0, zh', 'zh-Hans'],
  ['kok', 'en'],
  [';;q=x,,', 'en'],
])('a reader of %s gets %s', async (header, language) => {
  const response = await get('/privacy', { 'accept-language': header });
  expect(await response.text()).toContain(`<html lang="${language}">`);
  expect(response.headers.get('vary')).toBe('accept-language');
});

test('a language that was asked for goes before the browser’s; one we do not have is passed over', async () => {
  expect(await read('/terms?lang=zh', { 'accept-language': 'ko' })).toContain('<html lang="zh-Hans">');
  expect(await read('/terms?lang=xx', { 'accept-language': 'ko' })).toContain('<html lang="ko">');
});

test('it says whom to ask and where a model stands, as this installation has it, and escapes it', async () => {
  const { support, privacy } = languages.en.pages;
  expect(await read('/support?lang=en')).toContain(support.noContact);
  expect(await read('/privacy?lang=en')).toContain(privacy.modelOff);
  options = { supportEmail: 'a&b@example.com', modelHost: 'models.example.com' };
  expect(await read('/support?lang=en')).toContain('a&amp;b@example.com');
  expect(await read('/privacy?lang=en')).toContain(privacy.modelOn('models.example.com'));
});

test('only reading is allowed, and other paths are left to others', async () => {
  expect((await fetch(`${origin}/privacy`, { method: 'POST' })).status).toBe(405);
  expect(await (await fetch(`${origin}/privacy`, { method: 'HEAD' })).text()).toBe('');
  for (const path of ['/', '/privacy/x', '/privacypolicy', '/%']) expect((await get(path)).status).toBe(404);
});
