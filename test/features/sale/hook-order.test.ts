import { describe, expect, it } from 'vitest';
import { saleOfOrder, shopifyOrder as schema } from '../../../src/features/sale/hook-order.ts';
import { shopifyOrder } from './orders.ts';

const read = (more: object = {}) => saleOfOrder(schema.parse(shopifyOrder(more)));

describe('saleOfOrder', () => {
  it('reads an order as the export of the same shop would have it', () => {
    expect(read()).toEqual({
      customer: {
        name: '이서연',
        company: undefined,
        phone: '010-0000-7788',
        email: 'seoyeon.lee@example.com',
        country: 'KR',
        birthday: undefined,
        note: '경비실에 맡겨 주세요.',
      },
      purchases: [
        {
          key: 'shopify-orders:6866149310695#0',
          product: '공기청정기 - 화이트',
          amount: '389000',
          boughtOn: '2026-11-20',
          currency: 'KRW',
        },
        { key: 'shopify-orders:6866149310695#1', product: '교체 필터', amount: '70000', boughtOn: '2026-11-20', currency: 'KRW' },
      ],
      cancelled: [],
      rep: undefined,
    });
  });

  it.each([
    [{ cancelled_at: '2026-11-21T00:00:00Z' }],
    [{ financial_status: 'refunded' }],
    [{ financial_status: 'VOIDED' }],
    [{ financial_status: 'expired' }],
  ])('sells nothing with %j, and names what was called off', (more) => {
    expect(read(more)).toMatchObject({
      purchases: [],
      cancelled: ['shopify-orders:6866149310695#0', 'shopify-orders:6866149310695#1'],
    });
  });

  it.each([
    ['the shipping address', { billing_address: null }, '이서연'],
    ['the customer, family name first', { billing_address: null, shipping_address: null }, '이서연'],
    [
      'the customer, given name first',
      { billing_address: null, shipping_address: null, customer: { first_name: 'Ada', last_name: 'Baker' } },
      'Ada Baker',
    ],
    ['the mail', { billing_address: null, shipping_address: null, customer: null }, 'seoyeon.lee@example.com'],
  ])('takes the name from %s', (_, more, name) => {
    expect(read(more)?.customer.name).toBe(name);
  });

  it('is undefined for an order of nobody in particular', () => {
    expect(read({ email: null, customer: null, billing_address: null, shipping_address: null })).toBeUndefined();
  });

  it('leaves out a mail or phone that is none, and cuts what is too long', () => {
    const sale = read({
      email: 'nope',
      customer: null,
      phone: 'call me',
      billing_address: { name: 'x'.repeat(300), phone: '12', country_code: 'kr' },
      shipping_address: null,
    });
    expect(sale?.customer).toMatchObject({ name: 'x'.repeat(120), email: undefined, phone: undefined, country: 'KR' });
  });
});
