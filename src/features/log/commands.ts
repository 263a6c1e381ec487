import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { toInstant } from '../../calendar/index.ts';
import { cleanText } from '../../chat/clean-text.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { Reply } from '../../chat/platform.ts';
import { chooseCustomer, findCustomer, type Purpose } from '../customers/index.ts';
import {
  type Conversation,
  conversationWith,
  findTouches,
  openTouches,
  openTouchOr,
  showList,
  type Touch,
  touchesIn,
  unpackList,
} from '../followups/index.ts';
import { logForm, recordedElements, undoMs, whichDayCard } from './cards.ts';
import type { Next } from './effects.ts';
import { outcomeSchema } from './outcome.ts';
import { findOutcome, readLogText } from './read-log-text.ts';
import { correct, record, subjectOf, takeBack } from './record.ts';
import { type Entry, findEntry } from './store.ts';

const day = z.object({ on: z.iso.date(), time: z.string().optional() });
const logInput = z.object({
  customerId: z.uuid().optional(),
  query: z.string().optional(),
  touchId: z.uuid().optional(),
  /** Of several things that were due that day: all, or one. */
  settles: z.union([z.literal('all'), z.uuid()]).optional(),
  outcome: outcomeSchema,
  note: z.string().max(2000).optional(),
  nextOn: z.iso.date().optional(),
  nextTime: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  /** The ways to read a day that can be read in two. */
  nextChoices: z.array(day).optional(),
  list: z.string().optional(),
  entryId: z.uuid().optional(),
});
type LogInput = z.infer<typeof logInput>;

function fromText(text: string, { now, person }: ReadContext): unknown {
  const { query, outcome, note, next } = readLogText(text, { now, zone: person.zone, language: person.language });
  if (query === '') throw new UserError('logUsage', []);
  if (next.kind === 'past') throw new UserError('inThePast', []);
  return {
    query,
    outcome,
    note,
    ...(next.kind === 'at' ? { nextOn: next.on, nextTime: next.time } : {}),
    ...(next.kind === 'ambiguous' ? { nextChoices: next.choices.map(({ on, time }) => ({ on, time })) } : {}),
  };
}

/** A button carries 2000 characters, and a quote or new line counts twice. */
const carried = 800;

/** How a button goes on with what was typed. A note too long for a button comes back in the form, to be looked at. */
function goOn({ query: _query, nextChoices: _choices, customerId: _id, ...args }: LogInput, { words }: ReadContext): Purpose {
  const said = Object.fromEntries(Object.entries(args).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const note = cleanText(args.note ?? '');
  if (JSON.stringify(note).length <= 2 * carried) return { command: 'log', args: said };
  return { command: 'log.form', args: { ...said, note: clipText(note, carried, words.chat.shortened) }, opensForm: true };
}

function nextOf({ nextOn, nextTime }: LogInput, { now, today, person }: ReadContext): Next | undefined {
  if (nextOn === undefined) {
    if (nextTime !== undefined) throw new UserError('dayMissing', [], 'nextOn');
    return undefined;
  }
  const dueAt = nextTime === undefined ? undefined : toInstant(nextOn, nextTime, person.zone);
  if (nextOn < today || (dueAt && dueAt <= now)) throw new UserError('inThePast', [], 'nextOn');
  return { dueOn: nextOn, dueAt };
}

const mostOpen = 100;

/** What is due with a customer and can be spoken of: the rep's own first, then what matters most. */
async function dueConversation(context: ReadContext, customerId: string): Promise<Conversation | undefined> {
  const { data, person, today } = context;
  const open = await openTouches(data, customerId, mostOpen);
  const due = open.filter(({ dueOn, pausedAt }) => dueOn <= today && !pausedAt);
  const own = due.find(({ repId, pooledAt }) => repId === person.id && !pooledAt);
  const touch = own ?? due[0];
  return touch && conversationWith(touch, open, today);
}

async function conversationAround(context: ReadContext, touch: Touch): Promise<Conversation> {
  return conversationWith(touch, await openTouches(context.data, touch.customer.id, mostOpen), context.today);
}

/** What of a conversation was settled. */
function settledOf(conversation: Conversation | undefined, settles: string | undefined): readonly Touch[] {
  const touches = conversation ? touchesIn(conversation) : [];
  if (settles === undefined || settles === 'all') return touches;
  const one = touches.filter(({ id }) => id === settles);
  if (one.length === 0) throw new UserError('staleButton', [], 'settles');
  return one;
}

async function log(context: ChangeContext, input: LogInput): Promise<Reply> {
  let conversation: Conversation | undefined;
  if (input.touchId !== undefined) {
    const found = await openTouchOr(context, input.touchId);
    if ('closed' in found) return found.closed;
    conversation = await conversationAround(context, found.touch);
  }
  const wanted = { customerId: input.customerId ?? conversation?.lead.customer.id, query: input.query };
  const purpose = goOn(input, context);
  const choice = await chooseCustomer(context, wanted, purpose);
  if ('ask' in choice) return choice.ask;
  const { customer } = choice;
  if (input.nextChoices)
    return {
      kind: 'say',
      card: whichDayCard(input.nextChoices, { ...purpose, args: { ...purpose.args, customerId: customer.id } }, context),
      to: 'person',
    };

  conversation ??= await dueConversation(context, customer.id);
  const touches = settledOf(conversation, input.settles);
  const report = {
    customer,
    ...subjectOf(touches, input.outcome),
    outcome: input.outcome,
    note: input.note?.trim() || undefined,
    next: nextOf(input, context),
    correctsId: input.entryId,
  };
  const done = await record(context, report);
  const list = unpackList(input.list);
  // A list that is drawn again shows by itself what else is due.
  const rest = list
    ? []
    : (await openTouches(context.data, customer.id)).filter(
        ({ id, dueOn, pausedAt }) => !pausedAt && dueOn <= context.today && !touches.some((touch) => touch.id === id),
      );
  const said = recordedElements(report, done, rest, context);
  if (list) return showList(context, list, [...said.elements, { kind: 'divider' }]);
  return { kind: 'say', card: said, to: 'person', replaces: context.inbound.via === 'form' || context.inbound.via === 'button' };
}

const said = z.object({ outcome: outcomeSchema, note: z.string(), nextOn: z.string(), nextTime: z.string() }).partial();
const formInput = z
  .object({ customerId: z.uuid(), touchId: z.uuid(), query: z.string(), list: z.string() })
  .partial()
  .extend(said.shape);

async function openForm(context: ReadContext, input: z.infer<typeof formInput>): Promise<Reply> {
  if (input.touchId !== undefined) {
    const found = await openTouchOr(context, input.touchId);
    if ('closed' in found) return found.closed;
    const conversation = await conversationAround(context, found.touch);
    return { kind: 'form', form: logForm({ conversation, list: input.list, said: input }, context) };
  }
  if (input.customerId === undefined && !input.query) return { kind: 'form', form: logForm({}, context) };
  const choice = await chooseCustomer(context, input, { command: 'log.form', opensForm: true });
  if ('ask' in choice) return choice.ask;
  const conversation = await dueConversation(context, choice.customer.id);
  return { kind: 'form', form: logForm({ customer: choice.customer, conversation, said: input }, context) };
}

/** What an entry was about; those from before conversations name one touch. */
const settledBefore = ({ undo, touchId }: Entry): readonly string[] =>
  undo && undo.settled.length > 0 ? undo.settled : touchId === undefined ? [] : [touchId];

const entryInput = z.object({ entryId: z.uuid() });

export const logCommands: readonly Command[] = [
  changeCommand({
    name: 'log',
    word: 'log',
    who: 'rep',
    input: logInput,
    route: (text) => (findOutcome(text) ? undefined : 'log.form'),
    fromText,
    run: log,
  }),
  readCommand({
    name: 'log.form',
    who: 'rep',
    input: formInput,
    fromText: (query) => ({ query }),
    opensForm: () => true,
    run: openForm,
  }),
  changeCommand({
    name: 'log.undo',
    who: 'rep',
    input: entryInput,
    async run(context, { entryId }) {
      const { data, words, person, now } = context;
      const entry = await findEntry(data, entryId);
      if (!entry || entry.personId !== person.id) throw new UserError('staleButton', []);
      if (entry.undoneAt) throw new UserError('alreadyUndone', []);
      if (now.getTime() - entry.at.getTime() > undoMs) throw new UserError('undoTooLate', []);
      if (!(await takeBack(context, entry))) throw new UserError('undoBlocked', []);
      const customer = await findCustomer(data, entry.customerId);
      const text = words.log.undone(customer?.name ?? '', words.log.outcomes[entry.outcome].label);
      const args = { customerId: entry.customerId };
      return {
        kind: 'say',
        to: 'person',
        replaces: true,
        card: {
          text,
          elements: [
            { kind: 'text', line: text },
            {
              kind: 'actions',
              actions: [
                {
                  kind: 'button',
                  label: words.log.button,
                  command: 'log.form',
                  args: { ...args, ...(entry.touchId ? { touchId: entry.touchId } : {}) },
                  opensForm: true,
                },
                { kind: 'button', label: words.followups.show, command: 'followups' },
              ],
            },
          ],
        },
      };
    },
  }),
  readCommand({
    name: 'log.change',
    who: 'rep',
    input: entryInput,
    opensForm: () => true,
    async run(context, { entryId }) {
      const entry = await findEntry(context.data, entryId);
      const customer = entry && (await findCustomer(context.data, entry.customerId));
      if (!entry || !customer) throw new UserError('staleButton', []);
      return { kind: 'form', form: logForm({ customer, corrects: entry }, context) };
    },
  }),
  changeCommand({
    name: 'log.correct',
    who: 'rep',
    input: logInput.extend({ entryId: z.uuid() }),
    async run(context, input) {
      const entry = await findEntry(context.data, input.entryId);
      const customer = entry && (await findCustomer(context.data, entry.customerId));
      if (!entry || !customer || entry.personId !== context.person.id) throw new UserError('staleButton', []);
      const said = { outcome: input.outcome, note: input.note?.trim() || undefined, next: nextOf(input, context) };
      const { report, done } = await correct(context, entry, said, async () => ({
        customer: (await findCustomer(context.data, entry.customerId)) ?? customer,
        touches: await findTouches(context.data, settledBefore(entry)),
      }));
      return { kind: 'say', card: recordedElements(report, done, [], context), to: 'person', replaces: false };
    },
  }),
];
