import { createHmac, timingSafeEqual } from 'node:crypto';

/** Longer than clocks differ and requests travel, too short to collect signatures. */
const toleranceSeconds = 5 * 60;

export type SignatureFault = 'unsigned' | 'bad-time' | 'too-old' | 'bad-signature';

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const hmac = (secret: string, text: string | Uint8Array) => createHmac('sha256', secret).update(text);

/** Our own signature: `v1=` and the hexadecimal HMAC-SHA256 of time stamp, dot and body. */
export function signSale(secret: string, timestamp: string, body: Uint8Array): string {
  return `v1=${hmac(secret, `${timestamp}.`).update(body).digest('hex')}`;
}

/** What is wrong with a signature of ours; undefined where it is right. A header may carry several, while a secret is changed. */
export function signatureFault(
  headers: { readonly timestamp: string | undefined; readonly signature: string | undefined },
  body: Uint8Array,
  secret: string,
  now: Date,
): SignatureFault | undefined {
  const { timestamp, signature } = headers;
  if (!signature) return 'unsigned';
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return 'bad-time';
  const expected = signSale(secret, timestamp, body);
  // All are compared, so that the time taken tells nothing.
  const right = signature.split(',').filter((one) => sameText(one.trim(), expected)).length > 0;
  if (!right) return 'bad-signature';
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds ? 'too-old' : undefined;
}

/** Shopify's: base64 of the HMAC-SHA256 of the body. It carries no time, so a replay is known by its delivery's id alone. */
export function isShopifySignature(signature: string, body: Uint8Array, secret: string): boolean {
  return sameText(signature.trim(), hmac(secret, body).digest('base64'));
}
