import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../slack/http-body.ts';
import { parseJson } from '../slack/json.ts';
import type { TeamsCloud } from './cloud.ts';
import { createConversation, deleteActivity, memberOf, membersOf, sendActivity, updateActivity } from './connector-calls.ts';
import { badRequest, ConnectorError } from './connector-error.ts';

type Call = (cloud: TeamsCloud, path: readonly string[], body: unknown) => { readonly status: number; readonly body?: unknown };

const at = (path: readonly string[], index: number): string => path[index] ?? '';

/** Below `v3/`, by method and shape of the path; `*` is an id. */
const CALLS: Readonly<Record<string, Call>> = {
  'POST conversations': (cloud, _path, body) => ({ status: 201, body: createConversation(cloud, body) }),
  'POST conversations/*/activities': (cloud, path, body) => ({ status: 201, body: sendActivity(cloud, at(path, 1), body) }),
  'POST conversations/*/activities/*': (cloud, path, body) => ({
    status: 201,
    body: sendActivity(cloud, at(path, 1), body, at(path, 3)),
  }),
  'PUT conversations/*/activities/*': (cloud, path, body) => ({
    status: 200,
    body: updateActivity(cloud, at(path, 1), at(path, 3), body),
  }),
  'DELETE conversations/*/activities/*': (cloud, path) => {
    deleteActivity(cloud, at(path, 1), at(path, 3));
    return { status: 200 };
  },
  'GET conversations/*/members': (cloud, path) => ({ status: 200, body: membersOf(cloud, at(path, 1)) }),
  'GET conversations/*/pagedmembers': (cloud, path) => ({ status: 200, body: { members: membersOf(cloud, at(path, 1)) } }),
  'GET conversations/*/members/*': (cloud, path) => ({ status: 200, body: memberOf(cloud, at(path, 1), at(path, 3)) }),
  'GET conversations/*/activities/*/members': (cloud, path) => ({ status: 200, body: membersOf(cloud, at(path, 1)) }),
};

const isId = (index: number) => index % 2 === 1;

function answer(cloud: TeamsCloud, method: string, path: readonly string[], body: unknown): ReturnType<Call> {
  const shape = path.map((word, index) => (isId(index) ? '*' : word)).join('/');
  const call = CALLS[`${method} ${shape}`];
  if (!call) throw new ConnectorError(404, 'NotFound', `There is no ${method} ${shape}.`);
  const wait = cloud.rateLimit.wait(at(path, 1));
  if (wait > 0) throw new ConnectorError(429, 'TooManyRequests', 'API calls quota exceeded.', wait);
  return call(cloud, path, body);
}

/** The Bot Connector, for the bot's own tokens only. `path` begins after the service's address. */
export async function handleConnector(
  cloud: TeamsCloud,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!cloud.tokens.isOfBot(token, cloud.tenant.app.id)) {
    request.resume();
    return sendJson(response, 401, { message: 'Authorization has been denied for this request.' });
  }
  try {
    const [version, ...rest] = path.split('/').map(decodeURIComponent);
    const text = (await readBody(request, 1_000_000)).toString('utf8');
    const body = parseJson(text);
    if (text !== '' && body === undefined) throw badRequest('The body is no JSON.');
    const { status, body: said } = answer(cloud, request.method ?? '', version === 'v3' ? rest : [], body);
    if (said === undefined) response.writeHead(status).end();
    else sendJson(response, status, said);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { status, code, message, retryAfter } = error;
    sendJson(
      response,
      status,
      { error: { code, message } },
      retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    );
  }
}
