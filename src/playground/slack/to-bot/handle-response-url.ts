import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from '../cloud.ts';
import { formFields, readBody, sendJson } from '../http-body.ts';
import { isJson, type Json, parseJson, textOf } from '../json.ts';
import { breakOff, happensAfter, isBreaking, plannedAnswer } from '../web-api/faults.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { showReply } from './bot-reply.ts';

/** Answers what the bot posts to a response URL. No token is asked for: the URL is the secret. */
export async function handleResponseUrl(
  cloud: Cloud,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = (await readBody(request, 1_000_000)).toString('utf8');
  const fault = cloud.faults.take('response_url');
  const body = bodyOf(text);
  const answer = fault && !happensAfter(fault) ? plannedAnswer(fault) : answerReply(cloud, id, body);
  cloud.journal.call('response_url', body ?? {}, answer);
  if (isBreaking(fault)) return breakOff(fault, response);
  const { retry_after: wait, ...said } = answer;
  if (typeof wait === 'number') return sendJson(response, 429, said, { 'retry-after': String(wait) });
  return sendJson(response, statusOf(answer), said);
}

const GONE = ['invalid_url', 'used_url', 'expired_url'];

function statusOf(answer: Json): number {
  if (answer.ok === true) return 200;
  return GONE.includes(textOf(answer.error)) ? 404 : 400;
}

function answerReply(cloud: Cloud, id: string, body: Json | undefined): Json {
  if (!body) return { ok: false, error: 'invalid_payload' };
  const target = cloud.responseUrls.use(id);
  return typeof target === 'string' ? { ok: false, error: target } : reply(() => showReply(cloud, target, body));
}

function reply(show: () => void): Json {
  try {
    show();
    return { ok: true };
  } catch (error) {
    if (error instanceof SlackError) return { ok: false, error: error.code, ...error.extra };
    throw error;
  }
}

function bodyOf(text: string): Json | undefined {
  const json = parseJson(text) ?? parseJson(textOf(formFields(text).payload));
  return isJson(json) ? json : undefined;
}
