import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from '../cloud.ts';
import { formFields, readBody, sendJson } from '../http-body.ts';
import { isJson, type Json, parseJson, textOf } from '../json.ts';
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
  if (fault?.kind === 'reset') return void response.destroy();
  if (fault?.kind === 'status') return sendJson(response, fault.status, { ok: false, error: 'internal_error' });
  const body = bodyOf(text);
  if (!body) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const target = cloud.responseUrls.use(id);
  if (typeof target === 'string') return sendJson(response, 404, { ok: false, error: target });
  const answer = reply(() => showReply(cloud, target, body));
  cloud.journal.call('response_url', body, answer);
  sendJson(response, answer.ok === true ? 200 : 400, answer);
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
