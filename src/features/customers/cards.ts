import type { ReadContext } from '../../app/context.ts';
import { dateIn, formatWhen } from '../../calendar/index.ts';
import type { Button, Card, Element, Form } from '../../chat/card.ts';
import type { LanguageCode, Words } from '../../languages/index.ts';
import { customerHint } from './choose.ts';
import { type Contact, contactFields, contactLine, noContact } from './contact.ts';
import { countryChoices } from './countries.ts';
import { type Customer, tiers } from './customer.ts';

/** The file: who it is, what was bought, what is planned, what came of it. */
export function customerCard(
  customer: Customer,
  sections: readonly Element[],
  context: Pick<ReadContext, 'words' | 'person' | 'now'>,
  goOn?: Button,
  contact: Contact = noContact,
): Card {
  const { words, person, now } = context;
  const { labels } = words.customers;
  const day = (on: string) => formatWhen(on, { zone: person.zone, now, language: person.language });
  const facts = [
    { label: labels.company, value: customer.company },
    { label: labels.phone, value: customer.phone },
    { label: labels.email, value: customer.email },
    {
      label: labels.country,
      value:
        customer.country &&
        (countryChoices(person.language).find(({ value }) => value === customer.country)?.label ?? customer.country),
    },
    { label: words.contact.label, value: contactLine(contact, words) },
    {
      label: labels.birthday,
      value: customer.birthday && (customer.birthdayBy ? words.customers.lunar(customer.birthday) : customer.birthday),
    },
    { label: labels.tier, value: customer.tier },
    { label: labels.lastContact, value: customer.lastContactAt && day(dateIn(person.zone, customer.lastContactAt)) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  const args = { customerId: customer.id };
  return {
    text: [customer.name, customerHint(customer)].filter(Boolean).join(' · '),
    elements: [
      { kind: 'heading', text: customer.name },
      ...(customer.doNotContactAt ? [{ kind: 'text' as const, line: [{ bold: words.customers.doNotContact() }] }] : []),
      ...(customer.wrongNumberAt ? [{ kind: 'text' as const, line: [{ bold: words.customers.wrongNumber() }] }] : []),
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      ...(customer.note ? [{ kind: 'quote' as const, text: customer.note }] : []),
      ...(goOn ? [{ kind: 'actions' as const, actions: [goOn] }] : []),
      ...sections,
      {
        kind: 'actions',
        actions: [
          {
            kind: 'button',
            label: words.log.button,
            command: 'log.form',
            args,
            opensForm: true,
            ...(goOn ? {} : { style: 'primary' as const }),
          },
          { kind: 'button', label: words.remind.button, command: 'remind.form', args, opensForm: true },
          { kind: 'button', label: words.sale.button, command: 'sale.form', args, opensForm: true },
          { kind: 'button', label: words.customers.edit, command: 'customer.edit', args, opensForm: true },
        ],
      },
    ],
  };
}

export function customerForm(
  customer: Partial<Customer>,
  resume: string | undefined,
  words: Words,
  language: LanguageCode,
  contact: Contact = noContact,
): Form {
  const { labels } = words.customers;
  return {
    title: customer.id ? words.customers.edit : words.customers.createTitle,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'customer.save',
    args: { ...(customer.id ? { customerId: customer.id } : {}), ...(resume ? { resume } : {}) },
    fields: [
      { kind: 'text', name: 'name', label: labels.name, value: customer.name, max: 120 },
      { kind: 'text', name: 'company', label: labels.company, value: customer.company, max: 120, optional: true },
      { kind: 'text', name: 'phone', label: labels.phone, value: customer.phone, max: 40, optional: true },
      { kind: 'text', name: 'email', label: labels.email, value: customer.email, max: 200, optional: true },
      {
        kind: 'choice',
        name: 'country',
        label: labels.country,
        value: customer.country,
        choices: countryChoices(language),
        optional: true,
        hint: words.customers.countryHint,
      },
      { kind: 'date', name: 'birthday', label: labels.birthday, value: customer.birthday, optional: true },
      {
        kind: 'choice',
        name: 'birthdayBy',
        label: labels.birthdayBy,
        value: customer.birthdayBy,
        choices: [
          { label: words.customers.calendars.solar, value: 'solar' },
          { label: words.customers.calendars.lunar, value: 'lunar' },
        ],
        optional: true,
        hint: words.customers.birthdayByHint,
      },
      {
        kind: 'choice',
        name: 'tier',
        label: labels.tier,
        value: customer.tier,
        choices: [...tiers.map((tier) => ({ label: tier, value: tier })), { label: words.customers.noTier, value: 'none' }],
        optional: true,
        hint: words.customers.tierHint,
      },
      ...contactFields(contact, words),
      { kind: 'text', name: 'note', label: labels.note, value: customer.note, max: 2000, multiline: true, optional: true },
    ],
  };
}
