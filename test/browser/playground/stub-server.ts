import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { DeskEvent } from '../../../src/playground/protocol.ts';
import { cannedDesk, cannedMessages, cannedReplies } from './canned-desk.ts';

const root = new URL('../../../', import.meta.url);
const fonts: Readonly<Record<string, string>> = {
  'fonts/kr.otf': 'node_modules/@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  'fonts/sc.otf': 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
};
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  ts: 'text/javascript',
  svg: 'image/svg+xml',
  otf: 'font/otf',
  csv: 'text/csv',
};

interface Post {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the page sent; the tests look into it
  readonly body: any;
}

export interface Stub {
  readonly url: string;
  readonly posts: Post[];
  /** Answers of the next posts to a path, instead of `{}`. */
  readonly answers: Map<string, { readonly status?: number; readonly body: unknown }>;
  /** Megabytes that each tab would read and decode: only where letters are what is tested. */
  fonts: boolean;
  /** What `desk` and `messages` answer, to be changed by a test. */
  messages: typeof cannedMessages;
  tell(event: DeskEvent): void;
  /** Ends all event streams, as a server that stops does, and refuses everything until `resume`. */
  pause(): void;
  resume(): void;
  /** As it was at the start: nothing posted, nothing changed, no stream open. */
  reset(): void;
  close(): Promise<void>;
}

/** The page's server with canned data: serves the page as the real one does, and remembers what the page posts. */
export async function startStub(): Promise<Stub> {
  const streams = new Set<ServerResponse>();
  let paused = false;
  const stub: Omit<Stub, 'url' | 'close'> = {
    posts: [],
    answers: new Map(),
    fonts: false,
    messages: cannedMessages,
    tell(event) {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    pause() {
      paused = true;
      for (const stream of streams) stream.destroy();
    },
    resume() {
      paused = false;
    },
    reset() {
      for (const stream of streams) stream.destroy();
      paused = false;
      stub.posts.length = 0;
      stub.answers.clear();
      stub.messages = cannedMessages;
      stub.fonts = false;
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub');
    if (paused) return void response.destroy();
    const path = url.pathname.replace(/^\/playground\//, '');
    if (!path.startsWith('api/')) return file(stub.fonts || !path.startsWith('fonts/') ? path : 'no-fonts', response);
    const call = path.slice('api/'.length);
    if (call === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (request.method === 'POST') return posted(call, url, request, response);
    if (call === 'desk') return json(response, 200, cannedDesk(url.searchParams.get('as') ?? ''));
    if (call === 'messages') {
      const channel = url.searchParams.get('channel') ?? '';
      return json(response, 200, url.searchParams.has('thread') ? cannedReplies : (stub.messages[channel] ?? []));
    }
    json(response, 404, { error: 'unknown' });
  }

  async function posted(call: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body =
      call === 'upload' ? { ...Object.fromEntries(url.searchParams), text: bytes.toString() } : JSON.parse(bytes.toString());
    stub.posts.push({ path: call, body });
    const { status, body: said } = stub.answers.get(call) ?? {
      body: call === 'submit' ? { kind: 'closed' } : call === 'suggest' ? [] : {},
    };
    json(response, status ?? 200, said);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) =>
      json(response, 404, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return Object.assign(stub, { url: `http://127.0.0.1:${port}/playground/`, close });
}

const stripped = new Map<string, string>();

async function file(path: string, response: ServerResponse): Promise<void> {
  const name = path === '' ? 'index.html' : path;
  if (name === 'sample.csv')
    return void response.writeHead(200, { 'content-type': 'text/csv' }).end('customer,product\nAda,Dishwasher\n');
  const bytes = await readFile(new URL(fonts[name] ?? `src/playground/page/${name}`, root)).catch(() => undefined);
  if (!bytes) return json(response, 404, { error: 'not found' });
  const body = name.endsWith('.ts') ? (stripped.get(name) ?? stripTypeScriptTypes(bytes.toString())) : bytes;
  if (typeof body === 'string') stripped.set(name, body);
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'max-age=600',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  });
  response.end(body);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
