import type { Cloud } from '../cloud.ts';
import { type Json, textOf } from '../json.ts';
import { realNow } from '../real-time.ts';
import { Refusal } from '../refusal.ts';

/** Sends a form once, never again, and gives the body of the answer. Throws Slack's word where there is no good one. */
export async function askBot(
  cloud: Cloud,
  what: 'command' | 'interaction',
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const started = realNow();
  const body = new URLSearchParams(fields).toString();
  const answer = await cloud.line.send({ body, contentType: 'application/x-www-form-urlencoded' });
  cloud.journal.request({
    what,
    name,
    retry: 0,
    outcome: answer.kind === 'answered' ? answer.status : answer.kind,
    milliseconds: realNow() - started,
  });
  if (answer.kind === 'timeout') throw new Refusal('operation_timeout', 504);
  if (answer.kind === 'failed' || answer.status !== 200) throw new Refusal('dispatch_failed', 502);
  return answer.body;
}

export function sendPayload(cloud: Cloud, payload: Json): Promise<string> {
  return askBot(cloud, 'interaction', textOf(payload.type), { payload: JSON.stringify(payload) });
}
