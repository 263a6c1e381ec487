import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isShopifySignature, signatureFault, signSale } from '../../../src/features/sale/hook-signature.ts';

const secret = 'a secret of sixteen';
const body = Buffer.from('{"id":"1","name":"김민수"}');
const now = new Date('2026-11-24T01:00:00Z');
const seconds = (away = 0) => String(now.getTime() / 1000 + away);

describe('signSale', () => {
  it('is what anybody computes from the description', () => {
    const plain = createHmac('sha256', secret).update(`${seconds()}.${body.toString()}`).digest('hex');
    expect(signSale(secret, seconds(), body)).toBe(`v1=${plain}`);
  });
});

describe('signatureFault', () => {
  const right = signSale(secret, seconds(), body);
  it.each([
    ['right', seconds(), right, undefined],
    ['one of several', seconds(), `v1=00, ${right}`, undefined],
    ['unsigned', seconds(), undefined, 'unsigned'],
    ['empty', seconds(), '', 'unsigned'],
    ['without a time', undefined, right, 'bad-time'],
    ['with a date for a time', '2026-11-24', right, 'bad-time'],
    ['of another time', seconds(1), right, 'bad-signature'],
    ['of another secret', seconds(), signSale('another secret of 16', seconds(), body), 'bad-signature'],
    ['of another body', seconds(), signSale(secret, seconds(), Buffer.from('{}')), 'bad-signature'],
    ['in capitals', seconds(), right.toUpperCase(), 'bad-signature'],
    ['without its version', seconds(), right.slice(3), 'bad-signature'],
    ['five minutes old', seconds(-300), signSale(secret, seconds(-300), body), undefined],
    ['older', seconds(-301), signSale(secret, seconds(-301), body), 'too-old'],
    ['five minutes ahead', seconds(300), signSale(secret, seconds(300), body), undefined],
    ['further ahead', seconds(301), signSale(secret, seconds(301), body), 'too-old'],
    ['old and wrong', seconds(-900), right, 'bad-signature'],
  ])('of a request %s', (_, timestamp, signature, fault) => {
    expect(signatureFault({ timestamp, signature }, body, secret, now)).toBe(fault);
  });
});

describe('isShopifySignature', () => {
  const right = createHmac('sha256', secret).update(body).digest('base64');
  it.each([
    ['right', right, true],
    ['of another secret', createHmac('sha256', 'other').update(body).digest('base64'), false],
    ['hexadecimal', createHmac('sha256', secret).update(body).digest('hex'), false],
    ['empty', '', false],
  ])('%s', (_, signature, expected) => {
    expect(isShopifySignature(signature, body, secret)).toBe(expected);
  });
});
