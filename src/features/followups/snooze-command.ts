import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand } from '../../app/feature.ts';
import { timeIn } from '../../calendar/index.ts';
import type { Element } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { conversationTitle, touchWhen } from './cards.ts';
import { addChanges } from './changes-store.ts';
import { type Conversation, conversationWith, touchesIn } from './conversation.ts';
import { unpackList } from './list-query.ts';
import { openTouchOr, showList } from './show.ts';
import { asksWhy, openingOf, presetOf, type SnoozedTo, snoozedTo, snoozedToDay } from './snooze.ts';
import { sayWhyCard, snoozeForm } from './snooze-cards.ts';
import { moveTouch, openTouches } from './store.ts';

const snoozeInput = z.object({
  touchId: z.uuid(),
  list: z.string().optional(),
  /** A preset, or the moment at which the customer's hours begin. */
  until: z.string().max(40).optional(),
  on: z.iso.date().optional(),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  /** Set where the answer is a form, which platforms have to know before anything is read. */
  ask: z.literal('why').optional(),
  reason: z.string().trim().min(1).max(300).optional(),
});
type SnoozeInput = z.infer<typeof snoozeInput>;

/** A promise is not put off with the rest; it is moved, with a reason. */
async function conversationOf(context: ChangeContext, touchId: string): Promise<Conversation | Reply> {
  const found = await openTouchOr(context, touchId);
  if ('closed' in found) return found.closed;
  const { touch } = found;
  if (touch.kind === 'promise') throw new UserError('promiseStays', []);
  const open = await openTouches(context.data, touch.customer.id, 100);
  return conversationWith(
    touch,
    open.filter(({ kind }) => kind !== 'promise'),
    context.today,
  );
}

function wantedDay(conversation: Conversation, input: SnoozeInput, context: ChangeContext): SnoozedTo | undefined {
  const { now, today, person, workspace } = context;
  const preset = presetOf(input.until);
  const opening = openingOf(input.until, person.zone);
  if (opening) return opening;
  if (preset === 'other') return undefined;
  if (preset) return snoozedTo(preset, now, person.zone, conversation.lead.customer.country ?? workspace.country);
  return snoozedToDay(input.on ?? today, input.time, person.zone);
}

async function snooze(context: ChangeContext, input: SnoozeInput): Promise<Reply> {
  const { data, words, person, now, today, inbound } = context;
  const conversation = await conversationOf(context, input.touchId);
  if ('kind' in conversation) return conversation;
  const touches = touchesIn(conversation);
  const to = wantedDay(conversation, input, context);
  const why = asksWhy(touches) && input.reason === undefined;
  const proposed = to && { on: to.dueOn, ...(to.dueAt ? { time: timeIn(person.zone, to.dueAt) } : {}) };
  if (!to || (why && input.ask))
    return { kind: 'form', form: snoozeForm(conversation, { list: input.list, why, proposed }, context) };
  // A button from before: it opened no form, so that one is a tap away.
  if (why && inbound.via === 'button')
    return { kind: 'say', card: sayWhyCard(conversation, { list: input.list, until: input.until }, context), to: 'person' };
  if (why) throw new UserError('reasonMissing', [], 'reason');
  if (to.dueOn < today || (to.dueAt && to.dueAt <= now)) throw new UserError('inThePast', [], 'on');
  // A day that somebody chose is theirs; one that a preset led to may still be too much for its week.
  const named = input.until === undefined || openingOf(input.until, person.zone) !== undefined;
  for (const touch of touches)
    await moveTouch(data, touch.id, { ...to, snoozes: touch.snoozes + 1, ...(named ? { agreed: true } : {}) });
  const changes = touches.map(({ id, dueOn, dueAt }) => ({
    ...{ id: context.newId(), touchId: id, kind: 'snoozed' as const, personId: person.id },
    ...{ from: { dueOn, dueAt }, to, reason: input.reason },
  }));
  await addChanges(data, changes, now);
  const text = words.snooze.done(
    conversation.lead.customer.name,
    conversationTitle(conversation, context),
    touchWhen(to, context),
  );
  const notice: Element[] = [{ kind: 'text', line: text }];
  const list = unpackList(input.list);
  if (list) return showList(context, list, notice);
  return { kind: 'say', card: { text, elements: notice }, to: 'person', replaces: true };
}

export const snoozeCommand: Command = changeCommand({
  name: 'snooze',
  who: 'rep',
  input: snoozeInput,
  opensForm: ({ args, via }) => via === 'button' && (args.until === 'other' || args.ask === 'why'),
  run: snooze,
});
