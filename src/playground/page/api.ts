import type { Clock, Desk, DeskEvent, Message, Source, SubmitResult, UsedAction, ViewValues } from '../protocol.ts';

import type { ClockMove } from './clock-bar.ts';

export interface Option {
  readonly text: { readonly type: string; readonly text: string };
  readonly value: string;
  readonly description?: { readonly type: string; readonly text: string };
}

/** The server said no, or could not be reached (`offline`). The code is what Slack, or the playground, calls it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Api = ReturnType<typeof createApi>;

const root = '/playground/api/';

/** Everything the page asks of its server, as the cast member `as`. Each call throws `Refusal`. */
export function createApi(as: string) {
  const request = <T>(path: string, init?: RequestInit) => ask<T>(root, path, init);
  const post = <T>(path: string, body: Record<string, unknown>) =>
    request<T>(path, { method: 'POST', body: JSON.stringify({ as, ...body }) });
  const query = (more: Record<string, string>) => new URLSearchParams({ as, ...more }).toString();
  return {
    desk: () => request<Desk>(`desk?${query({})}`),
    messages: (channel: string, thread?: string) =>
      request<Message[]>(`messages?${query(thread ? { channel, thread } : { channel })}`),
    say: (channel: string, text: string, thread?: string) =>
      post<unknown>('say', { channel, text, ...(thread ? { thread } : {}) }),
    command: (channel: string, text: string) => post<{ error?: string } | undefined>('command', { channel, text }),
    /** `values`: what stands in the fields around it, as Slack tells the app too. */
    action: (source: Source, action: UsedAction, values: ViewValues) => post<unknown>('action', { source, action, values }),
    submit: (view: string, values: ViewValues) => post<SubmitResult>('submit', { view, values }),
    cancel: (view: string) => post<unknown>('cancel', { view }),
    shortcut: (channel: string, message: string, callback: string) => post<unknown>('shortcut', { channel, message, callback }),
    suggest: (source: Source, actionId: string, blockId: string, text: string) =>
      post<Option[]>('suggest', { source, actionId, blockId, query: text }),
    upload: (channel: string, name: string, file: Blob) =>
      request<unknown>(`upload?${query({ channel, name })}`, { method: 'POST', body: file }),
    home: () => post<unknown>('home', {}),
    read: (channel: string) => post<unknown>('read', { channel }),
    moveClock: (move: ClockMove) => post<Clock>('clock', move),
    eventsAddress: `${root}events?${query({})}`,
  };
}

/** Asks our own server for an address below `root`. Throws `Refusal`. */
export async function ask<T>(root: string, path: string, init: RequestInit = {}): Promise<T> {
  const headers = typeof init.body === 'string' ? { 'content-type': 'application/json' } : undefined;
  let response: Response;
  try {
    response = await fetch(root + path, { ...init, ...(headers ? { headers } : {}) });
  } catch {
    throw new Refusal('offline');
  }
  const said = parseJson(await response.text());
  if (!response.ok) throw new Refusal(errorOf(said) ?? `HTTP ${response.status}`);
  return said as T;
}

function parseJson(source: string): unknown {
  try {
    return source === '' ? undefined : JSON.parse(source);
  } catch {
    return undefined;
  }
}

function errorOf(said: unknown): string | undefined {
  return typeof said === 'object' && said !== null && 'error' in said && typeof said.error === 'string' ? said.error : undefined;
}

/** The server is our own and of the same version, so its events are taken as the contract has them. */
export function parseEvent(data: string): DeskEvent {
  return JSON.parse(data);
}
