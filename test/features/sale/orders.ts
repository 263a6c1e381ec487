/** A paid order of the kind Shopify sends, cut to what matters and with a field we do not read. */
export const shopifyOrder = (more: object = {}) => ({
  id: 6866149310695,
  email: 'seoyeon.lee@example.com',
  created_at: '2026-11-20T00:31:10+09:00',
  cancelled_at: null,
  financial_status: 'paid',
  currency: 'KRW',
  phone: null,
  note: '경비실에 맡겨 주세요.',
  total_price: '459000',
  customer: { first_name: '서연', last_name: '이', email: 'seoyeon.lee@example.com', phone: null },
  billing_address: { name: '이서연', company: null, phone: '010-0000-7788', country_code: 'KR' },
  shipping_address: { name: '이서연', company: null, phone: null, country_code: 'KR' },
  line_items: [
    { name: '공기청정기 - 화이트', title: '공기청정기', quantity: 1, price: '389000' },
    { name: '교체 필터', title: '교체 필터', quantity: 2, price: '35000' },
  ],
  ...more,
});
