import { z } from 'zod';
import { cleanText } from '../../chat/clean-text.ts';
import { headOf } from '../../chat/clip-text.ts';
import { isPhone } from '../../files/phone-key.ts';
import { emailKey } from '../../files/read-email.ts';
import { type CustomerFields, customerFields } from '../customers/index.ts';

/** What a hook brings, whoever sent it. */
export interface HookSale {
  readonly customer: CustomerFields;
  readonly purchases: readonly HookPurchase[];
  /** Keys of purchases that were called off, should they be here. */
  readonly cancelled: readonly string[];
  readonly rep: string | undefined;
}

export interface HookPurchase {
  readonly key: string;
  readonly product: string;
  readonly boughtOn: string;
  readonly amount: string | undefined;
  readonly currency: string | undefined;
}

const code = z.string().trim().max(8).optional();

/** The body of our own hook. */
export const saleBody = z.object({
  id: z.string().trim().min(1).max(200),
  customer: customerFields.pick({ name: true, company: true, phone: true, email: true, country: true }),
  product: z.string().trim().min(1).max(200),
  boughtOn: z.iso.date(),
  amount: z.union([z.number(), z.string().trim().max(40)]).optional(),
  currency: code,
  rep: z.string().trim().max(200).optional(),
});

export function saleOfBody({ id, customer, product, boughtOn, amount, currency, rep }: z.infer<typeof saleBody>): HookSale {
  const purchase = { key: `hook:${id}`, product, boughtOn, amount: amount?.toString(), currency };
  return { customer, purchases: [purchase], cancelled: [], rep: rep || undefined };
}

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || undefined);
const address = z.object({ name: text, company: text, phone: text, country_code: text }).nullish();

/** As much of Shopify's order as we read (Admin API, webhook topics `orders/…`). */
export const shopifyOrder = z.object({
  id: z.union([z.number().transform(String), z.string()]),
  email: text,
  contact_email: text,
  phone: text,
  note: text,
  created_at: z.string().regex(/^\d{4}-\d{2}-\d{2}T/),
  cancelled_at: text,
  financial_status: text,
  currency: text,
  customer: z.object({ first_name: text, last_name: text, email: text, phone: text }).nullish(),
  billing_address: address,
  shipping_address: address,
  line_items: z.array(z.object({ name: text, title: text, quantity: z.number().nullish(), price: text })),
});
type ShopifyOrder = z.infer<typeof shopifyOrder>;

/** As in the orders export: the customer stays, the purchase does not. */
const notSold = new Set(['voided', 'refunded', 'expired']);
const eastAsian = /[\p{Script=Hangul}\p{Script=Han}]/u;

function customerOf(order: ShopifyOrder): CustomerFields | undefined {
  const { billing_address: billing, shipping_address: shipping, customer } = order;
  const first = customer?.first_name;
  const last = customer?.last_name;
  const both =
    first && last ? (eastAsian.test(first) && eastAsian.test(last) ? `${last}${first}` : `${first} ${last}`) : (first ?? last);
  const email = [order.email, order.contact_email, customer?.email].find((one) => one && emailKey(one));
  const phone = [order.phone, billing?.phone, shipping?.phone, customer?.phone].find((one) => one && isPhone(one));
  const name = billing?.name ?? shipping?.name ?? both ?? email;
  const country = (shipping?.country_code ?? billing?.country_code)?.toUpperCase();
  const company = billing?.company ?? shipping?.company;
  const short = (value: string | undefined, max: number) => value && headOf(cleanText(value), max);
  const read = customerFields.safeParse({
    name: short(name, 120),
    company: short(company, 120),
    phone: short(phone, 40),
    email,
    country,
    note: short(order.note, 2_000),
  });
  return read.data;
}

function amountOf(price: string | undefined, quantity: number | null | undefined): string | undefined {
  const amount = Number(price) * (quantity ?? 1);
  return price === undefined || !Number.isFinite(amount) ? undefined : String(Math.round(amount * 1000) / 1000);
}

/** The order as the export of the same shop would bring it, under the same keys; undefined where it was sold to nobody in particular. */
export function saleOfOrder(order: ShopifyOrder): HookSale | undefined {
  const customer = customerOf(order);
  if (!customer) return undefined;
  const boughtOn = order.created_at.slice(0, 10);
  const purchases = order.line_items
    .flatMap(({ name, title, quantity, price }) => {
      const product = name ?? title;
      return product ? [{ product: headOf(cleanText(product), 200), amount: amountOf(price, quantity) }] : [];
    })
    .map((item, index) => ({
      ...item,
      key: `shopify-orders:${order.id}#${index}`,
      boughtOn,
      currency: order.currency?.toUpperCase(),
    }));
  const sold = !order.cancelled_at && !notSold.has(order.financial_status?.toLowerCase() ?? '');
  return { customer, purchases: sold ? purchases : [], cancelled: sold ? [] : purchases.map(({ key }) => key), rep: undefined };
}
