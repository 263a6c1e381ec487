import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Moment } from '../../calendar/index.ts';
import type { Args, Element } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { chooseCustomer, findCustomer } from '../customers/index.ts';
import { deleteTouch, openTouchOr, showList, touchWhen, unpackList } from '../followups/index.ts';
import { byWhenCard, moveForm, promisedCard, promiseForm } from './cards.ts';
import { dueOf, hasPassed, mostWhat } from './promise.ts';
import { readPromiseText } from './read-promise-text.ts';
import { addPromise, findPromise, movePromise } from './store.ts';

const undoMs = 10 * 60_000;

const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .optional();
const moment = z.object({ on: z.iso.date(), time: z.string().exactOptional(), at: z.date().exactOptional() });
const promiseInput = z.object({
  customerId: z.uuid().optional(),
  query: z.string().optional(),
  what: z.string().trim().min(1).max(mostWhat),
  on: z.iso.date().optional(),
  time,
  /** Readings of what was typed. */
  moments: z.array(moment).optional(),
});

async function promise(context: ChangeContext, input: z.infer<typeof promiseInput>): Promise<Reply> {
  const { data, person, now, today, inbound } = context;
  if (!input.customerId && !input.query) throw new UserError('customerMissing', [], 'customerId');
  const readings: readonly Moment[] = input.on
    ? [{ on: input.on, ...(input.time && { time: input.time }) }]
    : (input.moments ?? []);
  const [said, ...others] = readings;
  if (!said) throw new UserError('dayMissing', [], 'on');
  const asked: Args =
    others.length === 0 ? { what: input.what, on: said.on, ...(said.time && { time: said.time }) } : { what: input.what };
  const choice = await chooseCustomer(context, input, { command: 'promise', args: asked });
  if ('ask' in choice) return choice.ask;
  const { customer } = choice;
  if (others.length > 0) return { kind: 'say', card: byWhenCard(customer, input.what, readings, context), to: 'person' };
  const due = said.at ? { dueOn: said.on, dueAt: said.at } : dueOf(said.on, said.time, person.zone);
  if (hasPassed(due, now, today)) throw new UserError('inThePast', [], 'on');
  const id = context.newId();
  await addPromise(data, { id, customerId: customer.id, repId: person.id, what: input.what, ...due }, now);
  return {
    kind: 'say',
    to: 'person',
    replaces: inbound.via === 'button',
    card: promisedCard(customer, id, input.what, due, context),
  };
}

const moveInput = z.object({
  touchId: z.uuid(),
  list: z.string().optional(),
  on: z.iso.date(),
  time,
  reason: z.string().trim().min(1).max(300),
  told: z.enum(['yes', 'no']),
});

async function move(context: ChangeContext, input: z.infer<typeof moveInput>): Promise<Reply> {
  const { data, words, person, now, today } = context;
  const found = await openTouchOr(context, input.touchId);
  if ('closed' in found) return found.closed;
  const { touch } = found;
  const to = dueOf(input.on, input.time, person.zone);
  if (hasPassed(to, now, today)) throw new UserError('inThePast', [], 'on');
  const { reason, told } = input;
  const kept = { id: context.newId(), touchId: touch.id, personId: person.id, from: touch, to, reason, told: told === 'yes' };
  if (!(await movePromise(data, kept, now))) throw new UserError('staleButton', []);
  const text = words.promises.moved(touch.customer.name, touch.about ?? '', touchWhen(to, context));
  const notice: Element[] = [
    { kind: 'text', line: text },
    ...(kept.told ? [] : [{ kind: 'note' as const, line: words.promises.tellNow(touch.customer.name) }]),
  ];
  const list = unpackList(input.list);
  if (list) return showList(context, list, notice);
  return { kind: 'say', card: { text, elements: notice }, to: 'person', replaces: true };
}

export const promiseCommands: readonly Command[] = [
  changeCommand({
    name: 'promise',
    word: 'promise',
    who: 'rep',
    input: promiseInput,
    route: (text) => (text === '' ? 'promise.form' : undefined),
    fromText(text, { now, person }) {
      const said = readPromiseText(text, { now, zone: person.zone, language: person.language });
      if (!said || said.moments.length === 0) throw new UserError('promiseUsage', []);
      return said;
    },
    run: promise,
  }),
  readCommand({
    name: 'promise.form',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional(), what: z.string().optional(), on: z.iso.date().optional(), time }),
    fromText: () => ({}),
    opensForm: () => true,
    async run(context, { customerId, ...proposed }) {
      const customer = customerId === undefined ? undefined : await findCustomer(context.data, customerId);
      return { kind: 'form', form: promiseForm({ customer, ...proposed }, context) };
    },
  }),
  readCommand({
    name: 'promise.move.form',
    who: 'rep',
    input: z.object({ touchId: z.uuid(), list: z.string().optional() }),
    opensForm: () => true,
    async run(context, { touchId, list }) {
      const found = await openTouchOr(context, touchId);
      return 'closed' in found ? found.closed : { kind: 'form', form: moveForm(found.touch, list, context) };
    },
  }),
  changeCommand({ name: 'promise.move', who: 'rep', input: moveInput, run: move }),
  changeCommand({
    name: 'promise.undo',
    who: 'rep',
    input: z.object({ touchId: z.uuid() }),
    async run({ data, words, person, now }, { touchId }) {
      const kept = await findPromise(data, touchId);
      if (!kept || kept.repId !== person.id) throw new UserError('staleButton', []);
      if (now.getTime() - kept.createdAt.getTime() > undoMs) throw new UserError('undoTooLate', []);
      await deleteTouch(data, touchId);
      const text = words.promises.undone;
      return { kind: 'say', to: 'person', replaces: true, card: { text, elements: [{ kind: 'text', line: text }] } };
    },
  }),
];
