import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from '../cloud.ts';
import { formFields, readBody, sendJson } from '../http-body.ts';
import { isJson, type Json, parseJson } from '../json.ts';
import { breakOff, happensAfter, isBreaking, plannedAnswer } from './faults.ts';
import { type Args, requireScope } from './method.ts';
import { METHODS } from './methods.ts';
import { SlackError } from './slack-error.ts';

const MAX_BODY = 4_000_000;

/** Answers one call of the Web API, as Slack does: status 200 also for errors, except for rate limits. */
export async function handleCall(cloud: Cloud, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = (await readBody(request, MAX_BODY)).toString('utf8');
  const fault = cloud.faults.take(name);
  const args: Args = {};
  const answer = fault && !happensAfter(fault) ? plannedAnswer(fault) : answerCall(cloud, name, request, url, body, args);
  cloud.journal.call(name, args, answer);
  if (isBreaking(fault)) breakOff(fault, response);
  else send(cloud, response, answer);
}

function answerCall(cloud: Cloud, name: string, request: IncomingMessage, url: URL, body: string, args: Args): Json {
  try {
    Object.assign(args, Object.fromEntries(url.searchParams), parseArgs(request, body));
    requireToken(cloud, request, args);
    const method = METHODS.get(name);
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    requireScope(cloud, method.scopes ?? []);
    return { ok: true, ...method.run(cloud, args) };
  } catch (error) {
    if (error instanceof SlackError) return { ok: false, error: error.code, ...error.extra };
    throw error;
  }
}

function send(cloud: Cloud, response: ServerResponse, answer: Json): void {
  const { retry_after: wait, ...body } = answer;
  const scopes = { 'x-oauth-scopes': cloud.workspace.bot.scopes.join(',') };
  if (typeof wait === 'number') sendJson(response, 429, body, { 'retry-after': String(wait) });
  else sendJson(response, 200, body, scopes);
}

function parseArgs(request: IncomingMessage, body: string): Json {
  if (body === '') return {};
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    if (type !== '' && !type.startsWith('application/x-www-form-urlencoded')) throw new SlackError('invalid_form_data');
    return formFields(body);
  }
  const parsed = parseJson(body);
  if (parsed === undefined) throw new SlackError('invalid_json');
  if (!isJson(parsed)) throw new SlackError('json_not_object');
  return parsed;
}

function requireToken(cloud: Cloud, request: IncomingMessage, args: Args): void {
  const header = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? args.token;
  delete args.token;
  if (token === undefined || token === '') throw new SlackError('not_authed');
  if (token !== cloud.workspace.bot.token) throw new SlackError('invalid_auth');
}
