import { z } from 'zod';
import { phoneKey } from '../../files/phone-key.ts';
import type { LanguageCode } from '../../languages/index.ts';
import { foldForSearch } from './search-keys.ts';

export const tiers = ['A', 'B', 'C'] as const;
export type Tier = (typeof tiers)[number];

/** A customer's file: the basics (playbook: P12). */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly company: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly country: string | undefined;
  readonly language: LanguageCode | undefined;
  /** Calendar date; of the lunar calendar where `birthdayBy` says so. */
  readonly birthday: string | undefined;
  readonly birthdayBy: 'lunar' | undefined;
  /** How much care they get (playbook: P13). */
  readonly tier: Tier | undefined;
  readonly note: string | undefined;
  readonly ownerId: string | undefined;
  readonly doNotContactAt: Date | undefined;
  readonly wrongNumberAt: Date | undefined;
  readonly lastContactAt: Date | undefined;
}

const trimmed = (max: number) => z.string().trim().max(max);
const blank = (schema: z.core.$ZodType<string>) => z.union([z.literal('').transform(() => undefined), schema]).optional();

/** What a person may write into a customer's file. */
export const customerFields = z.object({
  name: trimmed(120).min(1),
  company: blank(trimmed(120)),
  phone: blank(trimmed(40).regex(/\d/)),
  email: blank(trimmed(200).regex(/^\S+@\S+\.\S+$/)),
  country: blank(trimmed(2).regex(/^[A-Z]{2}$/)),
  birthday: blank(trimmed(10).regex(/^\d{4}-\d{2}-\d{2}$/)),
  birthdayBy: z.union([z.enum(['', 'solar']).transform(() => undefined), z.literal('lunar')]).optional(),
  tier: z.union([z.enum(['', 'none']).transform(() => undefined), z.enum(tiers)]).optional(),
  note: blank(trimmed(2000)),
});
export type CustomerFields = z.infer<typeof customerFields>;

/**
 * Says whether two records mean the same customer, wherever they come from: the mail if there is one, else the phone, else
 * the other system's own id (`externalId`, with that system's name before it), else name and company.
 */
export function identityKey(
  customer: Pick<CustomerFields, 'name' | 'company' | 'phone' | 'email' | 'country'>,
  externalId?: string,
): string {
  if (customer.email) return `mail:${customer.email.toLowerCase()}`;
  const phone = customer.phone && phoneKey(customer.phone, customer.country);
  if (phone) return `phone:${phone}`;
  if (externalId) return `id:${externalId}`;
  return `name:${foldForSearch(customer.name)}|${foldForSearch(customer.company ?? '')}`;
}
