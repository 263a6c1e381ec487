import { cleanText } from '../../chat/clean-text.ts';
import { headOf } from '../../chat/clip-text.ts';
import type { Format } from '../../files/field.ts';
import type { ImportRecord } from '../../files/import-record.ts';
import { type LanguageCode, languageCodes } from '../../languages/index.ts';
import { type CustomerFields, identityKey } from '../customers/index.ts';

export interface RowCustomer {
  readonly identityKey: string;
  readonly externalId: string | undefined;
  readonly fields: CustomerFields;
  readonly language: LanguageCode | undefined;
}

export interface RowPurchase {
  readonly key: string;
  /** Empty: the file does not say. */
  readonly product: string;
  readonly boughtOn: string;
  readonly amount: string | undefined;
  readonly currency: string | undefined;
}

/** A line as the database will have it. */
export interface ImportRow {
  readonly customer: RowCustomer;
  readonly purchase: RowPurchase | undefined;
  readonly rep: string | undefined;
}

/** Nearly all text is of these, and has nothing to clean. */
const harmless = /^[\n\u0020-\u007e\u00a0-\u024f\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** As long as the customer's form takes it, and without what a database or a chat client refuses. */
function fitted(text: string | undefined, max: number): string | undefined {
  if (text === undefined) return undefined;
  const clean = harmless.test(text) ? text : cleanText(text).trim();
  return headOf(clean, max) || undefined;
}

const ourLanguage = (tag: string | undefined): LanguageCode | undefined =>
  languageCodes.find((code) => code === tag?.slice(0, 2));

function rowCustomer(customer: ImportRecord['customer'], format: Format): RowCustomer {
  const { email, country, birthday, birthdayLunar, tier } = customer;
  const phone = fitted(customer.phone, 40);
  const fields: CustomerFields = {
    name: fitted(customer.name, 120) ?? email ?? phone ?? '–',
    company: fitted(customer.company, 120),
    phone,
    email: fitted(email, 200),
    country,
    birthday,
    birthdayBy: birthdayLunar ? 'lunar' : undefined,
    tier,
    note: fitted(customer.note, 2_000),
  };
  const externalId = customer.externalId === undefined ? undefined : `${format}:${customer.externalId}`;
  return { identityKey: identityKey(fields, externalId), externalId, fields, language: ourLanguage(customer.language) };
}

export function importRow({ customer, purchase, rep }: ImportRecord, key: string, format: Format): ImportRow {
  return {
    customer: rowCustomer(customer, format),
    purchase: purchase && {
      key,
      product: fitted(purchase.product, 200) ?? '',
      boughtOn: purchase.boughtOn,
      amount: purchase.amount?.toString(),
      currency: fitted(purchase.currency, 8),
    },
    rep,
  };
}

type Filled = Pick<RowCustomer, 'language'> & { readonly fields: Partial<CustomerFields> };

const fillable = ['company', 'phone', 'email', 'country', 'birthday', 'tier', 'note'] as const;

/** What the second knows and the first does not; undefined where that is nothing. A name is never replaced. */
export function gain(known: Filled, more: Filled): Filled | undefined {
  const fields: { -readonly [F in keyof CustomerFields]?: CustomerFields[F] } = {};
  let gained = false;
  const take = <F extends (typeof fillable)[number]>(field: F) => {
    const value = more.fields[field];
    if (known.fields[field] !== undefined || value === undefined) return;
    fields[field] = value;
    gained = true;
  };
  fillable.forEach(take);
  if (fields.birthday !== undefined && more.fields.birthdayBy) fields.birthdayBy = more.fields.birthdayBy;
  const language = known.language === undefined ? more.language : undefined;
  return gained || language !== undefined ? { fields, language } : undefined;
}

/** The lines' customers, each once, with all that its lines know of it. */
export function distinctCustomers(
  rows: readonly ImportRow[],
): Map<string, { readonly customer: RowCustomer; readonly rep: string | undefined }> {
  const distinct = new Map<string, { readonly customer: RowCustomer; readonly rep: string | undefined }>();
  for (const { customer, rep } of rows) {
    const seen = distinct.get(customer.identityKey);
    const more = seen && gain(seen.customer, customer);
    if (!seen) distinct.set(customer.identityKey, { customer, rep });
    else if (more) {
      const merged = {
        ...seen.customer,
        language: seen.customer.language ?? more.language,
        fields: { ...seen.customer.fields, ...more.fields },
      };
      distinct.set(customer.identityKey, { customer: merged, rep: seen.rep ?? rep });
    }
  }
  return distinct;
}
