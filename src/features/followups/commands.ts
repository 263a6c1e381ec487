import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { readMention } from '../../app/mention.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import { chooseCustomer, findCustomer } from '../customers/index.ts';
import { findByAccount } from '../people/index.ts';
import { closedCard, emptyCard, listCard, snoozeForm, touchTitle, touchWhen } from './cards.ts';
import { type ListQuery, listQuery, unpackList } from './list-query.ts';
import { presets, snoozedTo, snoozedToDay } from './snooze.ts';
import { findTouch, listTouches, moveTouch, nextTouch } from './store.ts';
import type { Touch } from './touch.ts';

const asked = listQuery.extend({ account: z.string().optional(), query: z.string().optional() });

/** `today`, `overdue`, `week`, `team`, a mention, or a customer's name; in any of our languages. */
export function readListText(text: string): z.input<typeof asked> {
  const { account, rest } = readMention(text);
  if (account !== undefined) return { ...readListText(rest), account };
  const said = rest.toLowerCase();
  if (said === '') return {};
  for (const { followups } of Object.values(languages)) {
    for (const span of listQuery.shape.span.unwrap().options) if (followups.spanWords[span].includes(said)) return { span };
    if (followups.teamWords.includes(said)) return { team: true, span: 'week' };
  }
  return { query: rest };
}

/** What nobody has is a list of its own. */
const leadsElsewhere = (text: string) =>
  Object.values(languages).some(({ handover }) => handover.poolWords.includes(text.trim().toLowerCase())) ? 'pool' : undefined;

const isOwn = ({ team, repId }: ListQuery, personId: string) => !team && (repId === undefined || repId === personId);

async function nothingOn(query: ListQuery, context: ReadContext, notice: readonly Element[]): Promise<Card> {
  const { data, person, today, words } = context;
  const customer = query.customerId === undefined ? undefined : await findCustomer(data, query.customerId);
  if (customer) return emptyCard(words.followups.ofCustomer(0, customer.name), undefined, context, notice);
  return emptyCard(words.followups.none[query.span], await nextTouch(data, query.repId ?? person.id, today), context, notice);
}

/** The list as it stands now, or what to do when it is empty. */
export async function showList(
  context: ReadContext,
  query: ListQuery,
  notice: readonly Element[] = [],
): Promise<Extract<Reply, { kind: 'say' }>> {
  const { data, person, today } = context;
  // A list drawn again may have been another's, of somebody who led the team then.
  let shown = person.role === 'rep' && !isOwn(query, person.id) ? { ...query, team: false, repId: undefined } : query;
  let page = await listTouches(data, shown, person.id, today);
  if (page.touches.length === 0 && query.page > 0) {
    shown = { ...shown, page: 0 };
    page = await listTouches(data, shown, person.id, today);
  }
  const card = page.touches.length > 0 ? listCard(page, shown, context, notice) : await nothingOn(shown, context, notice);
  return { kind: 'say', card, to: 'person', replaces: context.inbound.via !== 'command' && context.inbound.via !== 'message' };
}

async function listFor(context: ReadContext, { account, query, ...list }: z.infer<typeof asked>): Promise<Reply> {
  const { data, person, words } = context;
  const manages = person.role !== 'rep';
  if (account !== undefined) {
    const rep = await findByAccount(data, account);
    if (!rep) throw new UserError('nobodyThere', []);
    if (rep.id !== person.id && !manages) throw new UserError('onlyManagers', [words.roles.manager]);
    return showList(context, { ...list, repId: rep.id });
  }
  if (!isOwn(list, person.id) && !manages) throw new UserError('onlyManagers', [words.roles.manager]);
  if (query === undefined) return showList(context, list);
  const choice = await chooseCustomer(context, { query }, { command: 'followups' });
  return 'ask' in choice ? choice.ask : showList(context, { ...list, customerId: choice.customer.id });
}

/** The touch a button means, or the answer that it is closed already. */
export async function openTouchOr(
  context: ReadContext,
  touchId: string,
): Promise<{ readonly touch: Touch } | { readonly closed: Reply }> {
  const touch = await findTouch(context.data, touchId);
  if (!touch) throw new UserError('staleButton', []);
  return touch.state === 'open' ? { touch } : { closed: { kind: 'say', card: closedCard(touch, context), to: 'person' } };
}

const snoozeInput = z.object({
  touchId: z.uuid(),
  list: z.string().optional(),
  until: z.enum(presets).optional(),
  on: z.iso.date().optional(),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
});

async function snooze(context: ChangeContext, input: z.infer<typeof snoozeInput>): Promise<Reply> {
  const { data, words, person, now, today, workspace } = context;
  const found = await openTouchOr(context, input.touchId);
  if ('closed' in found) return found.closed;
  const { touch } = found;
  // A promise is not put off; it is moved, with a reason.
  if (touch.kind === 'promise') throw new UserError('promiseStays', []);
  if (input.until === 'other') return { kind: 'form', form: snoozeForm(touch, input.list, context) };
  const to = input.until
    ? snoozedTo(input.until, now, person.zone, touch.customer.country ?? workspace.country)
    : snoozedToDay(input.on ?? today, input.time, person.zone);
  if (to.dueOn < today || (to.dueAt && to.dueAt <= now)) throw new UserError('inThePast', [], 'on');
  await moveTouch(data, touch.id, { ...to, snoozes: touch.snoozes + 1 });
  const text = words.snooze.done(touch.customer.name, touchTitle(touch, context), touchWhen(to, context));
  const notice: Element[] = [{ kind: 'text', line: text }];
  const list = unpackList(input.list);
  if (list) return showList(context, list, notice);
  return { kind: 'say', card: { text, elements: notice }, to: 'person', replaces: true };
}

export const followupCommands: readonly Command[] = [
  readCommand({
    name: 'followups',
    word: 'followups',
    who: 'rep',
    input: asked,
    route: leadsElsewhere,
    fromText: readListText,
    run: listFor,
  }),
  changeCommand({
    name: 'snooze',
    who: 'rep',
    input: snoozeInput,
    opensForm: ({ args }) => args.until === 'other',
    run: snooze,
  }),
];
