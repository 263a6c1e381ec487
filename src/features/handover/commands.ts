import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { readMention } from '../../app/mention.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { chooseCustomer } from '../customers/index.ts';
import { openTouches, openTouchOr, type Touch, touchTitle } from '../followups/index.ts';
import { doneCard, handoverForm, previewCard, reassignForm, whichTouchCard } from './cards.ts';
import { give, giveList, memberBy } from './give.ts';
import { findSomeone, loadOf } from './store.ts';

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });
const replacing = ({ inbound }: ReadContext) => inbound.via === 'button' || inbound.via === 'form';

/** A rep gives away what is theirs or nobody's; who leads gives anything. */
const mayGive = (touch: Touch, { person }: ReadContext) =>
  person.role !== 'rep' || touch.repId === person.id || touch.pooledAt !== undefined;

const mostOpen = 100;
const openWith = async (context: ReadContext, customerId: string) =>
  (await openTouches(context.data, customerId, mostOpen)).filter((touch) => mayGive(touch, context));

const reassignInput = z.object({
  touchId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  query: z.string().optional(),
  account: z.string().min(1),
  /** `all`: everything that is open with the customer, and the customer. */
  scope: z.enum(['this', 'all']).optional(),
});

async function reassign(context: ChangeContext, input: z.infer<typeof reassignInput>): Promise<Reply> {
  const { words, person } = context;
  const to = await memberBy(context, input.account);
  if (input.touchId !== undefined && input.scope !== 'all') {
    const found = await openTouchOr(context, input.touchId);
    if ('closed' in found) return found.closed;
    const { touch } = found;
    if (!mayGive(touch, context)) throw new UserError('notYours', [touch.repName], 'account');
    const count = await give(context, [touch.id], touch.customer.id, to, false);
    if (count === 0) throw new UserError('alreadyTheirs', [to.name], 'account');
    const text = words.handover.done(touchTitle(touch, context), touch.customer.name, to.name);
    return say(doneCard(text, touch.customer.id, context), replacing(context));
  }
  const customerId =
    input.customerId ??
    (input.touchId &&
      (await openTouchOr(context, input.touchId).then((found) => ('touch' in found ? found.touch.customer.id : undefined))));
  if (!customerId && !input.query) throw new UserError('customerMissing', [], 'customerId');
  const choice = await chooseCustomer(
    context,
    { customerId, query: input.query },
    { command: 'reassign', args: { account: input.account } },
  );
  if ('ask' in choice) return choice.ask;
  const { customer } = choice;
  const touches = await openWith(context, customer.id);
  const whole = input.scope === 'all';
  if (touches.length === 0)
    throw new UserError(person.role === 'rep' ? 'nothingYours' : 'nothingOpen', [customer.name], 'customerId');
  if (!whole && touches.length > 1) return say(whichTouchCard(customer, touches, to, input.account, context), replacing(context));
  const count = await give(
    context,
    touches.map(({ id }) => id),
    customer.id,
    to,
    whole,
  );
  if (count === 0) throw new UserError('alreadyTheirs', [to.name], 'account');
  const [first] = touches;
  const text =
    whole || !first
      ? words.handover.doneAll(customer.name, count, to.name)
      : words.handover.done(touchTitle(first, context), customer.name, to.name);
  return say(doneCard(text, customer.id, context), replacing(context));
}

function readHandoverText(text: string) {
  const first = readMention(text);
  const second = readMention(first.rest);
  if (first.account === undefined || second.account === undefined) throw new UserError('handoverUsage', []);
  return { from: first.account, to: second.account };
}

const handoverInput = z.object({ from: z.string().optional(), fromId: z.uuid().optional(), to: z.string().min(1) });

export const handoverCommands: readonly Command[] = [
  changeCommand({
    name: 'reassign',
    word: 'reassign',
    who: 'rep',
    input: reassignInput,
    route: (text) => (readMention(text).account === undefined ? 'reassign.form' : undefined),
    fromText(text) {
      const { account, rest } = readMention(text);
      return { account, query: rest };
    },
    run: reassign,
  }),
  readCommand({
    name: 'reassign.form',
    who: 'rep',
    input: z.object({ touchId: z.uuid().optional(), customerId: z.uuid().optional(), query: z.string().optional() }),
    fromText: (query) => (query === '' ? {} : { query }),
    opensForm: () => true,
    async run(context, { touchId, customerId, query }) {
      if (touchId !== undefined) {
        const found = await openTouchOr(context, touchId);
        if ('closed' in found) return found.closed;
        if (!mayGive(found.touch, context)) throw new UserError('notYours', [found.touch.repName]);
        const more = (await openWith(context, found.touch.customer.id)).length > 1;
        return { kind: 'form', form: reassignForm({ touch: found.touch, more }, context) };
      }
      if (customerId === undefined && query === undefined) return { kind: 'form', form: reassignForm({ more: false }, context) };
      const choice = await chooseCustomer(context, { customerId, query }, { command: 'reassign.form', opensForm: true });
      return 'ask' in choice
        ? choice.ask
        : { kind: 'form', form: reassignForm({ customer: choice.customer, more: false }, context) };
    },
  }),
  readCommand({
    name: 'handover',
    word: 'handover',
    who: 'manager',
    input: handoverInput,
    route: (text) => (text === '' ? 'handover.form' : undefined),
    fromText: readHandoverText,
    async run(context, { from: account, fromId, to }) {
      const by = fromId === undefined ? (account === undefined ? undefined : { account }) : { personId: fromId };
      const from = by && (await findSomeone(context.data, by));
      if (!from) throw new UserError('nobodyThere', [], 'from');
      const heir = await findSomeone(context.data, { account: to });
      if (!heir?.role) throw new UserError('nobodyThere', [], 'to');
      if (heir.id === from.id) throw new UserError('samePerson', [], 'to');
      return say(previewCard(from, heir, await loadOf(context.data, from.id), context));
    },
  }),
  readCommand({
    name: 'handover.form',
    who: 'manager',
    input: z.object({ fromId: z.uuid().optional() }),
    fromText: () => ({}),
    opensForm: () => true,
    async run(context, { fromId }) {
      const from = fromId === undefined ? undefined : await findSomeone(context.data, { personId: fromId });
      return { kind: 'form', form: handoverForm(from, context) };
    },
  }),
  changeCommand({
    name: 'handover.do',
    who: 'manager',
    input: z.object({ fromId: z.uuid(), toId: z.uuid() }),
    async run(context, { fromId, toId }) {
      const from = await findSomeone(context.data, { personId: fromId });
      const to = await findSomeone(context.data, { personId: toId });
      if (!from || !to?.role || from.id === to.id) throw new UserError('nobodyThere', []);
      const { touches, customers } = await giveList(context, from, to);
      const text = context.words.handover.listDone(from.name, to.name, touches, customers);
      return say({ text, elements: [{ kind: 'text', line: text }] }, true);
    },
  }),
];
