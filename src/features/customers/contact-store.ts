import type { Reads, Tx } from '../../store/index.ts';
import { replanTouches, weekdaysOf } from '../people/index.ts';
import { type Contact, noContact, tradeOf } from './contact.ts';

export async function findContact(data: Reads, customerId: string): Promise<Contact> {
  const row = await data.db.customer.findFirst({ where: { id: customerId } });
  if (!row) return noContact;
  const { language, zone, contactFrom: from, contactTo: to, contactDays, trade } = row;
  return {
    language: language ?? undefined,
    zone: zone ?? undefined,
    hours: from !== null && to !== null ? { from, to } : undefined,
    days: weekdaysOf(contactDays),
    trade: tradeOf(trade),
  };
}

/** Keeps when a customer may be called; what is planned with them is heard of at other moments from now on. */
export async function saveContact(tx: Tx, customerId: string, contact: Contact): Promise<void> {
  const { language, zone, hours, days, trade } = contact;
  await tx.db.customer.updateMany({
    where: { id: customerId },
    data: {
      language: language ?? null,
      zone: zone ?? null,
      contactFrom: hours?.from ?? null,
      contactTo: hours?.to ?? null,
      contactDays: [...days],
      trade: trade ?? null,
    },
  });
  await replanTouches(tx, { customerId });
}
