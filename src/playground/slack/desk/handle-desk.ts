import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import { markRead } from '../conversations.ts';
import { MAX_FILE } from '../handle-file.ts';
import { readBody, sendJson } from '../http-body.ts';
import { parseJson } from '../json.ts';
import { conversationOf, personAt } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { say, uploadFile } from '../say.ts';
import { useElement } from '../to-bot/block-actions.ts';
import { runCommand } from '../to-bot/commands.ts';
import { openHome } from '../to-bot/home-opened.ts';
import { useShortcut } from '../to-bot/shortcuts.ts';
import { suggestOptions } from '../to-bot/suggestions.ts';
import { cancelView, submitView } from '../to-bot/view-submission.ts';
import { deskMessages, deskOf } from './desk.ts';
import { streamEvents } from './desk-events.ts';
import { deskInput, uploadQuery } from './desk-input.ts';
import { moveClock } from './move-clock.ts';

type Post = (cloud: Cloud, body: unknown) => Promise<unknown>;

const POSTS: Readonly<Record<string, Post>> = {
  say: post(deskInput.say, (cloud, said) => ({ ts: say(cloud, said).ts })),
  command: post(deskInput.command, runCommand),
  action: post(deskInput.action, useElement),
  submit: post(deskInput.submit, submitView),
  cancel: post(deskInput.cancel, cancelView),
  shortcut: post(deskInput.shortcut, useShortcut),
  suggest: post(deskInput.suggest, suggestOptions),
  home: post(deskInput.home, (cloud, { as }) => void openHome(cloud, as)),
  read: post(deskInput.read, (cloud, { as, channel }) => markRead(cloud, conversationOf(cloud, as, channel), as)),
  clock: post(deskInput.clock, moveClock),
};

/** The page's own API, below `/playground/api/`. Refusals are `{error}` with a status of 400 or more. */
export async function handleDesk(cloud: Cloud, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      if (path === 'events') {
        const { id } = personAt(cloud, url.searchParams.get('as') ?? '');
        return streamEvents(cloud.desks, id, cloud.closed, request, response);
      }
      return sendJson(response, 200, answerGet(cloud, path, url.searchParams));
    }
    if (request.method !== 'POST') throw new Refusal('method_not_allowed', 405);
    requireOwnPage(request);
    sendJson(response, 200, (await answerPost(cloud, path, url.searchParams, request)) ?? {});
  } catch (error) {
    if (error instanceof Refusal) return sendJson(response, error.status, { error: error.code });
    if (error instanceof z.ZodError) return sendJson(response, 400, { error: `invalid_request: ${z.prettifyError(error)}` });
    throw error;
  }
}

function answerGet(cloud: Cloud, path: string, query: URLSearchParams): unknown {
  const as = query.get('as') ?? '';
  switch (path) {
    case 'desk':
      return deskOf(cloud, as);
    case 'messages':
      return deskMessages(cloud, as, query.get('channel') ?? '', query.get('thread') ?? undefined);
    case 'clock':
      return { now: cloud.options.now().toISOString() };
    default:
      throw new Refusal('not_found', 404);
  }
}

async function answerPost(cloud: Cloud, path: string, query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  if (path === 'upload') {
    const upload = uploadQuery.parse(Object.fromEntries(query));
    return { ts: uploadFile(cloud, { ...upload, bytes: await readBody(request, MAX_FILE) }).ts };
  }
  const run = POSTS[path];
  if (!run) throw new Refusal('not_found', 404);
  return run(cloud, parseJson((await readBody(request, 1_000_000)).toString('utf8')));
}

/** Other sites open in the same browser must not act for the cast. */
export function requireOwnPage(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw new Refusal('other_origin', 403);
}

function post<S extends z.core.$ZodType>(schema: S, run: (cloud: Cloud, input: z.output<S>) => unknown): Post {
  return async (cloud, body) => run(cloud, z.parse(schema, body));
}
