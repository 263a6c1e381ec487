import type { IncomingMessage } from 'node:http';
import { type Activity, activity as activitySchema } from './activity.ts';

const bodyLimit = 1_000_000;
/** Ten times what Teams sends. The SDK and others walk an activity by calling themselves, which deeper data would exhaust. */
const deepest = 100;

export type ReadActivity = { readonly activity: Activity; readonly json: unknown } | { readonly status: 400 | 405 | 413 | 415 };

/** Only what a web page cannot send across origins unasked; a compressed body would be larger than it looks. */
function isJson({ headers }: IncomingMessage): boolean {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  return (
    type.trim() === 'application/json' &&
    (charset === undefined || /^charset="?utf-8"?$/.test(charset)) &&
    (headers['content-encoding'] ?? 'identity') === 'identity'
  );
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > bodyLimit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted) at += sign === '\\' ? 1 : 0;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Throws where it is not UTF-8, no JSON, or deeper than anything Teams sends. */
function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (isTooDeep(text)) throw new RangeError('Too deep');
  return JSON.parse(text);
}

/** What was sent, read before anybody looks at its token: botbuilder expects a whole activity even to refuse it. */
export async function readActivity(request: IncomingMessage): Promise<ReadActivity> {
  if (request.method !== 'POST') return { status: 405 };
  if (!isJson(request)) return { status: 415 };
  try {
    const bytes = await readBytes(request);
    if (!bytes) return { status: 413 };
    const json = parseJson(bytes);
    return { activity: activitySchema.parse(json), json };
  } catch {
    // Broken off, broken, or something else than an activity: all the sender's doing.
    return { status: 400 };
  }
}
