import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { streamEvents } from '../slack/desk/desk-events.ts';
import { requireOwnPage } from '../slack/desk/handle-desk.ts';
import { MAX_FILE } from '../slack/handle-file.ts';
import { readBody, sendJson } from '../slack/http-body.ts';
import { parseJson } from '../slack/json.ts';
import { Refusal } from '../slack/refusal.ts';
import type { TeamsCloud } from './cloud.ts';
import { accountAt, deskOf, deskPosts, roomOf } from './desk.ts';
import { execute, fetchExtension, fetchTask, search, submitExtension, submitTask } from './invoke.ts';
import { markRead } from './posts.ts';
import { openApp, say, upload } from './write.ts';

type Post = (cloud: TeamsCloud, body: unknown) => Promise<unknown>;

const as = z.string();
const place = z.string();
const data = z.record(z.string(), z.unknown());
const at = { as, place, post: z.string().optional() };

const POSTS: Readonly<Record<string, Post>> = {
  say: post(z.object({ as, place, text: z.string().max(28_000), root: z.string().optional() }), (cloud, said) => ({
    id: say(cloud, said).id,
  })),
  execute: post(z.object({ ...at, verb: z.string(), data }), execute),
  fetch: post(z.object({ ...at, data }), fetchTask),
  submit: post(z.object({ ...at, data }), submitTask),
  extension: post(z.object({ ...at, command: z.string() }), fetchExtension),
  'extension-submit': post(z.object({ ...at, command: z.string(), data }), submitExtension),
  search: post(z.object({ as, place, dataset: z.string(), query: z.string() }), search),
  read: post(z.object({ as, place }), (cloud, where) => markRead(cloud, roomOf(cloud, where.as, where.place), where.as)),
  open: post(z.object({ as }), (cloud, who) => openApp(cloud, who.as)),
};

const uploadQuery = z.object({ as, place, name: z.string().min(1) });

/** The Teams page's own API. Refusals are `{error}` with a status of 400 or more. */
export async function handleTeamsDesk(
  cloud: TeamsCloud,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const who = query.get('as') ?? '';
    if (request.method === 'GET') {
      if (path === 'events') return streamEvents(cloud.desks, accountAt(cloud, who).person.id, cloud.closed, request, response);
      if (path === 'desk') return sendJson(response, 200, deskOf(cloud, who));
      if (path === 'posts') return sendJson(response, 200, deskPosts(cloud, who, query.get('place') ?? ''));
      throw new Refusal('not_found', 404);
    }
    if (request.method !== 'POST') throw new Refusal('method_not_allowed', 405);
    requireOwnPage(request);
    sendJson(response, 200, (await answerPost(cloud, path, query, request)) ?? {});
  } catch (error) {
    if (error instanceof Refusal) return sendJson(response, error.status, { error: error.code });
    if (error instanceof z.ZodError) return sendJson(response, 400, { error: `invalid_request: ${z.prettifyError(error)}` });
    throw error;
  }
}

async function answerPost(cloud: TeamsCloud, path: string, query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  if (path === 'upload') {
    const asked = uploadQuery.parse(Object.fromEntries(query));
    return { id: upload(cloud, { ...asked, bytes: await readBody(request, MAX_FILE) }).id };
  }
  const run = POSTS[path];
  if (!run) throw new Refusal('not_found', 404);
  return run(cloud, parseJson((await readBody(request, 1_000_000)).toString('utf8')));
}

function post<S extends z.core.$ZodType>(schema: S, run: (cloud: TeamsCloud, input: z.output<S>) => unknown): Post {
  return async (cloud, body) => run(cloud, z.parse(schema, body));
}
