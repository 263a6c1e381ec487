import type { Person } from '../../src/app/people.ts';
import type { Element } from '../../src/chat/card.ts';
import type { Customer } from '../../src/features/customers/index.ts';
import { plannedItem } from '../../src/features/followups/cards.ts';
import { type ListQuery, listQuery } from '../../src/features/followups/list-query.ts';
import type { Touch } from '../../src/features/followups/touch.ts';
import { historyElements } from '../../src/features/log/cards.ts';
import type { Entry } from '../../src/features/log/store.ts';
import type { Member } from '../../src/features/people/store.ts';
import { purchaseElements } from '../../src/features/sale/cards.ts';
import { type LanguageCode, languages } from '../../src/languages/index.ts';

export const uuid = (at: number) => `019e0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
export const now = new Date('2026-11-24T01:00:00Z');
export const today = '2026-11-24';

/** Whom and what the sample cards are about, with `text` wherever a person can have typed something. */
export function cardWorld(language: LanguageCode, text: string) {
  const words = languages[language];
  const person: Person = { id: uuid(1), name: text, role: 'admin', zone: 'Asia/Seoul', language, welcomed: true };
  const look = { words, person, now, today };
  const customer: Customer = {
    id: uuid(2),
    name: text,
    company: text,
    phone: text,
    email: text,
    country: 'KR',
    language: undefined,
    birthday: '1990-02-01',
    birthdayBy: 'lunar',
    tier: 'A',
    note: text,
    ownerId: person.id,
    doNotContactAt: now,
    wrongNumberAt: now,
    lastContactAt: now,
  };
  const contact = { zone: undefined, from: '10:00', to: '17:00', days: [], trade: undefined };
  const touch = (at: number, more: Partial<Touch> = {}): Touch => ({
    id: uuid(100 + at),
    kind: 'followup',
    cadence: '2-5-12',
    step: 'followup',
    said: { en: { title: text, points: [text] } },
    about: text,
    dueOn: today,
    dueAt: undefined,
    snoozes: 1,
    attempts: 2,
    state: 'open',
    closedAt: now,
    pooledAt: undefined,
    pausedAt: undefined,
    repId: person.id,
    repName: text,
    purchaseId: uuid(3),
    product: text,
    customer: { id: customer.id, name: text, company: text, phone: text, country: 'KR', contact },
    ...more,
  });
  const touches = [
    touch(0, { dueOn: '2026-11-20' }),
    touch(1, { dueAt: now }),
    touch(2, { dueOn: '2026-12-01' }),
    ...Array.from({ length: 5 }, (_, at) => touch(3 + at)),
  ];
  const someone = { id: uuid(8), name: text, role: 'rep' as const };
  const page = { touches, total: 99, overdue: 1 };
  const query: ListQuery = {
    ...listQuery.parse({}),
    span: 'week',
    page: 3,
    team: true,
    repId: person.id,
    customerId: customer.id,
  };
  const entry = (at: number, more: Partial<Entry> = {}): Entry => ({
    id: uuid(200 + at),
    customerId: customer.id,
    touchId: undefined,
    personId: person.id,
    personName: text,
    outcome: 'reached',
    note: text,
    at: now,
    correctsId: undefined,
    undoneAt: undefined,
    undo: undefined,
    ...more,
  });
  const entries = [entry(1, { correctsId: uuid(200) }), entry(0), entry(2, { at: new Date('2026-10-01T00:00:00Z') })];
  const member = (at: number, more: Partial<Member> = {}): Member => ({
    ...person,
    id: uuid(300 + at),
    account: `U0MEMBER${at}`,
    askedAt: undefined,
    ...more,
  });
  const members = [
    member(0, { role: undefined, askedAt: now }),
    member(1, { role: undefined, askedAt: now }),
    member(2),
    member(3, { role: 'rep', account: undefined }),
  ];
  const sections: Element[] = [
    ...purchaseElements(
      [
        { id: uuid(6), product: text, boughtOn: today, returned: false },
        { id: uuid(7), product: text, boughtOn: today, returned: true },
      ],
      look,
    ),
    plannedItem(touch(1), look),
    ...historyElements(entries, look),
  ];
  const bought = { id: uuid(3), product: text, boughtOn: today };
  const planned = [
    { id: uuid(4), customerId: customer.id, repId: person.id, kind: 'call' as const, step: 'day2', dueOn: '2026-11-25' },
  ];
  const goOn = {
    kind: 'button' as const,
    label: words.customers.goOn,
    command: 'log',
    args: { note: text.slice(0, 500) },
    style: 'primary' as const,
  };
  return {
    words,
    person,
    look,
    customer,
    contact,
    touch,
    touches,
    someone,
    page,
    query,
    entry,
    entries,
    member,
    members,
    sections,
    bought,
    planned,
    goOn,
  };
}
