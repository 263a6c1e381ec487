import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { findCustomer } from '../customers/index.ts';
import { closedCard, emptyCard } from './cards.ts';
import { listCard } from './list-cards.ts';
import type { ListQuery } from './list-query.ts';
import { findTouch, listTouches, nextTouch } from './store.ts';
import type { Touch } from './touch.ts';

export const isOwn = ({ team, repId }: ListQuery, personId: string) => !team && (repId === undefined || repId === personId);

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

/** The touch a button means, or the answer that it is closed already. */
export async function openTouchOr(
  context: ReadContext,
  touchId: string,
): Promise<{ readonly touch: Touch } | { readonly closed: Reply }> {
  const touch = await findTouch(context.data, touchId);
  if (!touch) throw new UserError('staleButton', []);
  return touch.state === 'open' ? { touch } : { closed: { kind: 'say', card: closedCard(touch, context), to: 'person' } };
}
