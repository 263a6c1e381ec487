import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Args } from '../../chat/card.ts';
import { cleanText } from '../../chat/clean-text.ts';
import type { Reply } from '../../chat/platform.ts';
import { chooseCustomer } from '../customers/index.ts';
import { promiseAnswer } from './answer.ts';
import { listCard, listed } from './cards.ts';
import { complaintKinds, mostWords, severities } from './complaint.ts';
import { mostInForm, recordForm } from './form-cards.ts';
import { guessKind, guessSeverity } from './guess.ts';
import { readComplaintText } from './read-complaint-text.ts';
import { showComplaint } from './show.ts';
import { changeComplaint, findComplaint, listComplaints, openComplaint } from './store.ts';

const short = z.string().trim().max(150).optional();
const recordInput = z.object({
  customerId: z.uuid().optional(),
  query: z.string().optional(),
  /** A complaint that is there already. */
  number: z.number().int().optional(),
  words: z.string().transform((text) => cleanText(text).trim()),
  wanted: short,
  product: short,
  on: z.iso.date().optional(),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  severity: z.enum(severities).optional(),
  sort: z.enum(complaintKinds).optional(),
});
type Recording = z.infer<typeof recordInput>;

/** Whom it is of may have to be asked: what was typed goes along, where a button can carry it. */
const carried = ({ words, wanted, product, severity, sort }: Recording): Args => ({
  words,
  ...(wanted === undefined ? {} : { wanted }),
  ...(product === undefined ? {} : { product }),
  ...(severity === undefined ? {} : { severity }),
  ...(sort === undefined ? {} : { sort }),
});

const filled = (text: string | undefined) => (text === '' ? undefined : text);

async function record(context: ChangeContext, input: Recording): Promise<Reply> {
  const { data, person, now, words: say, newId } = context;
  if (input.words === '') throw new UserError('complaintWordsMissing', [], 'words');
  if (input.words.length > mostWords) throw new UserError('complaintTooLong', [input.words.length, mostWords], 'words');
  if (!input.customerId && !input.query) throw new UserError('customerMissing', [], 'customerId');
  const choice = await chooseCustomer(context, input, { command: 'complaint', args: carried(input) });
  if ('ask' in choice) return choice.ask;
  const { customer } = choice;
  const id = newId();
  const { words } = input;
  const severity = input.severity ?? guessSeverity(words);
  const kind = input.sort ?? guessKind(words);
  const repId = customer.ownerId ?? person.id;
  const told = {
    id,
    customerId: customer.id,
    repId,
    words,
    severity,
    kind,
    wanted: filled(input.wanted),
    product: filled(input.product),
  };
  const number = await openComplaint(data, told, now);
  await changeComplaint(data, id, {}, { id: newId(), personId: person.id, kind: 'opened' }, now);
  await context.raise({ kind: 'complaint.opened', complaintId: id, customerId: customer.id });
  const promised = await promiseAnswer(context, id, input);
  const { complaints } = say;
  const guessed = input.severity === undefined || input.sort === undefined;
  return showComplaint(context, id, [
    complaints.opened(number, customer.name),
    complaints.tellNumber(number),
    ...(promised === undefined ? [] : [complaints.done.promised(promised)]),
    ...(guessed ? [complaints.guessed] : []),
  ]);
}

const messageText = ({ inbound }: ReadContext) => cleanText(inbound.message?.text ?? '').trim();

export const recordCommands: readonly Command[] = [
  changeCommand({
    name: 'complaint',
    word: 'complaint',
    who: 'rep',
    input: recordInput,
    route(text) {
      if (text === '') return 'complaint.form';
      const read = readComplaintText(text);
      return 'number' in read ? 'complaint.show' : 'words' in read ? undefined : 'complaint.form';
    },
    fromText: (text) => readComplaintText(text),
    run: record,
  }),
  readCommand({
    name: 'complaint.form',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional(), query: z.string().optional() }),
    fromText: (query) => (query === '' ? {} : { query }),
    opensForm: () => true,
    async run(context, { customerId, query }) {
      if (customerId === undefined && query === undefined) return { kind: 'form', form: recordForm({}, context) };
      const choice = await chooseCustomer(context, { customerId, query }, { command: 'complaint.form', opensForm: true });
      return 'ask' in choice ? choice.ask : { kind: 'form', form: recordForm({ customer: choice.customer }, context) };
    },
  }),
  readCommand({
    name: 'complaint.message',
    shortcut: 'recordComplaint',
    who: 'rep',
    input: z.unknown(),
    opensForm: () => true,
    async run(context) {
      const words = messageText(context);
      if (words === '') throw new UserError('complaintWordsMissing', []);
      // A form that cut it would keep something the customer did not write.
      if (words.length > mostInForm) throw new UserError('complaintTooLongForForm', [words.length, mostInForm]);
      return { kind: 'form', form: recordForm({ words }, context) };
    },
  }),
  readCommand({
    name: 'complaint.show',
    who: 'rep',
    input: z.object({ complaintId: z.uuid().optional(), number: z.coerce.number().int().optional() }),
    fromText: (text) => readComplaintText(text),
    async run(context, { complaintId, number }) {
      if (complaintId !== undefined) return showComplaint(context, complaintId);
      const found = number === undefined ? undefined : await findComplaint(context.data, { number });
      if (!found) throw new UserError('complaintNumber', [number ?? 0]);
      return showComplaint(context, found.id);
    },
  }),
  readCommand({
    name: 'complaints',
    word: 'complaints',
    who: 'rep',
    input: z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) }),
    fromText: () => ({}),
    async run(context, { page }) {
      const { person, inbound } = context;
      const repId = person.role === 'rep' ? person.id : undefined;
      const found = await listComplaints(context.data, { repId, skip: page * listed }, listed);
      return { kind: 'say', card: listCard(found, page, context), to: 'person', replaces: inbound.via === 'button' };
    },
  }),
  readCommand({
    name: 'complaint.suggest',
    who: 'rep',
    input: z.object({ query: z.string() }),
    fromText: (query) => ({ query }),
    async run({ data, words }, { query }) {
      const { complaints } = await listComplaints(data, {}, 200);
      const wanted = query.normalize('NFKC').toLowerCase();
      const label = (number: number, name: string) => words.complaints.title(number, name);
      return {
        kind: 'choices',
        choices: complaints
          .map(({ id, number, customer }) => ({ label: label(number, customer.name), value: id }))
          .filter((choice) => choice.label.normalize('NFKC').toLowerCase().includes(wanted))
          .slice(0, 20),
      };
    },
  }),
];
