import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewId } from '../../app/ids.ts';
import { addDays, dateIn } from '../../calendar/index.ts';
import type { System } from '../../store/index.ts';
import { type HookSale, saleBody, saleOfBody, saleOfOrder, shopifyOrder } from './hook-order.ts';
import { isShopifySignature, type SignatureFault, signatureFault } from './hook-signature.ts';
import { findHookWorkspace, type HookWorkspace, keepHookSale } from './hook-store.ts';

export interface HookSecrets {
  readonly sales: string | undefined;
  readonly shopify: string | undefined;
}

export interface HookRequest {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: Uint8Array;
  /** `?workspace=` of the address. */
  readonly workspace: string | undefined;
  readonly now: Date;
  readonly secrets: HookSecrets;
}

export interface HookAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const refuse = (status: number, error: string, next: string, more: object = {}): HookAnswer => ({
  status,
  body: { error, next, ...more },
});

const signatureAnswers: Readonly<Record<SignatureFault, HookAnswer>> = {
  unsigned: refuse(
    401,
    'unsigned',
    'Sign the request: x-aftercare-timestamp with the time in seconds, x-aftercare-signature with v1=<hex HMAC-SHA256 of "<timestamp>.<body>">.',
  ),
  'bad-time': refuse(401, 'bad-time', 'Send x-aftercare-timestamp: the time in seconds since 1970.'),
  'too-old': refuse(
    401,
    'too-old',
    'The time stamp is more than five minutes away. Check the clock of the sending machine, and sign each attempt anew.',
  ),
  'bad-signature': refuse(401, 'bad-signature', 'Check the secret, and sign the body byte for byte as it is sent.'),
};

/** A sale from a signed request, or why there is none. */
type Read = { readonly key: string; readonly sale: HookSale } | { readonly answer: HookAnswer };

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}

const malformed = (error: z.ZodError): Read => ({
  answer: refuse(400, 'bad-body', 'Correct these fields and send it again.', {
    problems: error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  }),
});

function readOurs({ headers, rawBody, now, secrets }: HookRequest): Read {
  if (secrets.sales === undefined) return { answer: refuse(404, 'not-set-up', 'Set SALES_HOOK_SECRET and start again.') };
  const fault = signatureFault(
    { timestamp: headers['x-aftercare-timestamp'], signature: headers['x-aftercare-signature'] },
    rawBody,
    secrets.sales,
    now,
  );
  if (fault) return { answer: signatureAnswers[fault] };
  const body = saleBody.safeParse(parseJson(rawBody));
  return body.success ? { key: `hook:${body.data.id}`, sale: saleOfBody(body.data) } : malformed(body.error);
}

function readShopify({ headers, rawBody, secrets }: HookRequest, signature: string): Read {
  if (secrets.shopify === undefined) return { answer: refuse(404, 'not-set-up', 'Set SHOPIFY_HOOK_SECRET and start again.') };
  if (!isShopifySignature(signature, rawBody, secrets.shopify)) return { answer: signatureAnswers['bad-signature'] };
  const topic = headers['x-shopify-topic'] ?? 'orders/create';
  // Whatever else Shopify sends is acknowledged, or it would stop sending anything.
  if (!topic.startsWith('orders/')) return { answer: { status: 200, body: { ignored: topic } } };
  const order = shopifyOrder.safeParse(parseJson(rawBody));
  if (!order.success) return malformed(order.error);
  const sale = saleOfOrder(order.data);
  if (!sale) return { answer: { status: 200, body: { ignored: 'no-customer' } } };
  return { key: `shopify:${headers['x-shopify-webhook-id'] ?? createHash('sha256').update(rawBody).digest('hex')}`, sale };
}

/** A shop east of here may be a day ahead. */
function inFuture({ purchases }: HookSale, { zone }: HookWorkspace, now: Date): boolean {
  const last = addDays(dateIn(zone, now), 1);
  return purchases.some(({ boughtOn }) => boughtOn > last);
}

/**
 * Takes a sale that a shop reports: `POST /hooks/sales`, signed by our scheme or by Shopify's, each id once. Throws only
 * what the store throws: then nothing is kept, and the shop should send it again.
 */
export async function handleSalesHook(request: HookRequest, system: System, newId: NewId): Promise<HookAnswer> {
  const { headers, rawBody, now } = request;
  const shopify = headers['x-shopify-hmac-sha256'];
  const read = shopify === undefined ? readOurs(request) : readShopify(request, shopify);
  if ('answer' in read) return read.answer;

  if (request.workspace !== undefined && !z.uuid().safeParse(request.workspace).success)
    return refuse(404, 'no-workspace', 'Check ?workspace= in the address.');
  const workspace = await findHookWorkspace(system, request.workspace);
  if (workspace === 'none')
    return refuse(
      404,
      'no-workspace',
      request.workspace ? 'Check ?workspace= in the address.' : 'Install the bot in a workspace first.',
    );
  if (workspace === 'several')
    return refuse(400, 'which-workspace', 'There are several workspaces: add ?workspace=<id> to the address.');
  if (inFuture(read.sale, workspace, now))
    return refuse(400, 'future-date', 'boughtOn lies in the future. Send the calendar day of the purchase.');

  const hash = createHash('sha256').update(rawBody).digest('base64url');
  const kept = await keepHookSale(system.scope(workspace.id), workspace, { ...read, hash }, now, newId);
  if (kept.kind === 'duplicate') return { status: 200, body: { duplicate: true } };
  if (kept.kind === 'nobody')
    return refuse(409, 'nobody-there', 'Nobody is in the team yet. Let an administrator write to the bot, then send it again.');
  const { kind: _, ...counts } = kept;
  return { status: 201, body: counts };
}
