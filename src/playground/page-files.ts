import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('./page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.otf': 'font/otf',
};

const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

interface Served {
  readonly version: string;
  readonly body: Buffer | string;
}

const served = new Map<string, Served>();

/** The page's files as they stand in the source; TypeScript goes out with its types stripped, fonts come from their packages. */
export async function sendPageFile(path: string, response: ServerResponse): Promise<void> {
  if (path === '/' || path === '/playground' || path === '/playground/teams') {
    response.writeHead(302, { location: path === '/' ? '/playground/' : `${path}/` }).end();
    return;
  }
  const name = path.slice('/playground/'.length).replace(/(^|\/)$/, '$1index.html');
  const url = locate(name);
  const type = TYPES[extname(name)];
  const file = url && type ? await readServed(url) : undefined;
  if (!file || !type) {
    response.writeHead(404, { ...SECURITY, 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  const isFont = type === TYPES['.otf'];
  response.writeHead(200, {
    ...SECURITY,
    'content-type': type,
    'content-length': Buffer.byteLength(file.body),
    'cache-control': isFont ? 'public, max-age=86400' : 'no-cache',
  });
  response.end(file.body);
}

const FONTS: Readonly<Record<string, readonly [packageName: string, file: string]>> = {
  'fonts/kr.otf': ['@embedpdf/fonts-kr', 'NotoSansKR-Regular.otf'],
  'fonts/kr-bold.otf': ['@embedpdf/fonts-kr', 'NotoSansKR-Bold.otf'],
  'fonts/sc.otf': ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  'fonts/sc-bold.otf': ['@embedpdf/fonts-sc', 'NotoSansHans-Bold.otf'],
};

/** Scripts that come with a package, ready for a browser. */
const SCRIPTS: Readonly<Record<string, string>> = { 'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js' };

function locate(name: string): URL | undefined {
  const script = SCRIPTS[name];
  if (script) return new URL(import.meta.resolve(script));
  const font = FONTS[name];
  if (font) return new URL(`../fonts/${font[1]}`, import.meta.resolve(font[0]));
  return /^(?:teams\/)?[\w-]+\.\w+$/.test(name) ? new URL(name, PAGE) : undefined;
}

/** From memory as long as the file has not changed; fonts are read each time, they are megabytes and seldom asked for. */
async function readServed(url: URL): Promise<Served | undefined> {
  const facts = await stat(url).catch(() => undefined);
  if (!facts?.isFile()) return undefined;
  const version = `${facts.mtimeMs}.${facts.size}`;
  const known = served.get(url.href);
  if (known?.version === version) return known;
  const raw = await readFile(fileURLToPath(url));
  const body = extname(url.pathname) === '.ts' ? stripTypeScriptTypes(raw.toString('utf8'), { mode: 'strip' }) : raw;
  const file = { version, body };
  if (extname(url.pathname) !== '.otf') served.set(url.href, file);
  return file;
}
