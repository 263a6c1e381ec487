import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { accountOf, team } from './world.ts';

/** What can happen to a call. `…After`: the message is there all the same. */
export const faults = [
  'limited',
  'status',
  'statusAfter',
  'reset',
  'resetAfter',
  'hang',
  'hangAfter',
  'killBefore',
  'killAfter',
] as const;
export type Fault = (typeof faults)[number];

export interface Kept {
  readonly channel: string;
  readonly key: string;
  readonly ts: string;
}

export interface Recorder {
  /** The Web API's address for one copy. */
  url(copy: number): string;
  readonly kept: readonly Kept[];
  /** Sendings that came before the time a 429 had asked for. */
  readonly early: readonly string[];
  readonly lookUps: () => number;
  /** What the first message was sent with. */
  readonly sample: () => Readonly<Record<string, string>> | undefined;
  close(): Promise<void>;
}

interface Options {
  /** What happens to this sending or look-up; asked once a call. */
  fault(method: string): Fault | undefined;
  /** Ends the copy that is calling, at once. */
  kill(copy: number): void;
}

const metadata = z.object({ event_type: z.string(), event_payload: z.object({ key: z.string() }) });
/** Whole milliseconds: Slack's times have microseconds, so two messages of one conversation never share one. */
const stamp = (at: number, count: number) =>
  `${Math.floor(at / 1000)}.${String((at % 1000) * 1000 + (count % 1000)).padStart(6, '0')}`;

/** A Slack that speaks the Web API's wire format, keeps what it is sent, and fails as it is told. */
export async function openRecorder({ fault, kill }: Options): Promise<Recorder> {
  const kept: Kept[] = [];
  const byChannel = new Map<string, { readonly ts: string; readonly metadata: unknown }[]>();
  const notBefore = new Map<string, number>();
  const early: string[] = [];
  let lookUps = 0;
  let sample: Readonly<Record<string, string>> | undefined;

  const post = (args: URLSearchParams) => {
    sample ??= Object.fromEntries(args);
    const channel = channelOf(args.get('channel') ?? '');
    const said = metadata.parse(JSON.parse(args.get('metadata') ?? '{}'));
    const ts = stamp(Date.now(), kept.length);
    kept.push({ channel, key: said.event_payload.key, ts });
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), { ts, metadata: said }]);
    return { ok: true, channel, ts };
  };
  const history = (args: URLSearchParams) => {
    lookUps++;
    const oldest = Number(args.get('oldest') ?? 0);
    const messages = (byChannel.get(args.get('channel') ?? '') ?? []).filter(({ ts }) => Number(ts) > oldest).reverse();
    return {
      ok: true,
      messages: args.get('include_all_metadata') === 'true' ? messages : messages.map(({ ts }) => ({ ts })),
      has_more: false,
    };
  };
  const answers: Readonly<Record<string, (args: URLSearchParams) => object>> = {
    'auth.test': () => ({ ok: true, team_id: team(0), team: 'Faults', user_id: 'U0BOT' }),
    'chat.postMessage': post,
    'conversations.history': history,
    'conversations.open': (args) => ({ ok: true, channel: { id: channelOf(args.get('users') ?? '') } }),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const [, copy = '', method = ''] = /^\/copy-(\d+)\/api\/([\w.]+)/.exec(request.url ?? '') ?? [];
    const args = new URLSearchParams(await textOf(request));
    const say = (status: number, body: object, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    const answer = answers[method];
    if (!answer) return say(200, { ok: false, error: 'unknown_method' });
    const key = method === 'chat.postMessage' ? args.get('metadata') : null;
    if (key !== null) {
      if (Date.now() < (notBefore.get(key) ?? 0)) early.push(key);
      notBefore.delete(key);
    }
    const happens = method === 'auth.test' ? undefined : fault(method);
    if (happens === undefined) return say(200, answer(args));
    if (happens === 'limited') {
      const seconds = 2;
      if (key !== null) notBefore.set(key, Date.now() + seconds * 1000);
      return say(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
    }
    if (happens === 'killAfter' || happens.endsWith('After')) answer(args);
    if (happens.startsWith('kill')) return kill(Number(copy));
    if (happens.startsWith('status')) return response.writeHead(500).end('a planned fault');
    // One that hangs is left open until the copy gives up.
    if (happens.startsWith('reset')) request.socket.destroy();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: (copy) => `http://127.0.0.1:${port}/copy-${copy}/api/`,
    kept,
    early,
    lookUps: () => lookUps,
    sample: () => sample,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A person's id stands for their conversation with the bot. */
const channelOf = (target: string) => (target.startsWith('U') ? `D${target.slice(1)}` : target);
/** Where the messages for a person belong. */
export const directOf = (person: number) => channelOf(accountOf(person));

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
