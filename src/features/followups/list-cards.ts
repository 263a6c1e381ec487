import type { ReadContext } from '../../app/context.ts';
import type { Action, Card, Element } from '../../chat/card.ts';
import { conversationsOf, touchesIn } from './conversation.ts';
import { conversationItem } from './conversation-cards.ts';
import { type ListQuery, listArgs, packList, pageSize } from './list-query.ts';
import type { TouchPage } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

function grouped(page: TouchPage, query: ListQuery, look: Look): Element[] {
  const { words, today } = look;
  const list = packList(query);
  const showRep = query.team || query.customerId !== undefined;
  let group = '';
  return conversationsOf(page.touches, today).flatMap((conversation) => {
    const touches = touchesIn(conversation);
    const here = touches.some(({ dueOn }) => dueOn < today)
      ? words.followups.overdue
      : conversation.lead.dueOn === today
        ? words.followups.today
        : words.followups.later;
    const head: Element[] = here === group ? [] : [{ kind: 'text', line: [{ bold: here }] }];
    group = here;
    return [...head, conversationItem(conversation, look, { list, showRep })];
  });
}

function pager(query: ListQuery, total: number, look: Look): Element[] {
  const { words } = look;
  const last = Math.ceil(total / pageSize) - 1;
  const to = (page: number, label: string): Action => ({
    kind: 'button',
    label,
    command: 'followups',
    args: listArgs({ ...query, page }),
  });
  const actions = [
    ...(query.page > 0 ? [to(query.page - 1, words.common.back)] : []),
    ...(query.page < last ? [to(query.page + 1, words.common.next)] : []),
  ];
  if (actions.length === 0) return [];
  return [
    { kind: 'note', line: words.followups.page(query.page + 1, last + 1, total) },
    { kind: 'actions', actions },
  ];
}

function listTitle(page: TouchPage, query: ListQuery, { words }: Look): string {
  if (query.customerId !== undefined) return words.followups.ofCustomer(page.total, page.touches[0]?.customer.name ?? '');
  return words.followups.title[query.span](page.total, page.overdue);
}

/** The list. `notice` stands above it: what was just done. */
export function listCard(
  page: TouchPage,
  query: ListQuery,
  look: Look,
  notice: readonly Element[] = [],
  title = listTitle(page, query, look),
): Card {
  return {
    text: title,
    elements: [{ kind: 'heading', text: title }, ...notice, ...grouped(page, query, look), ...pager(query, page.total, look)],
  };
}
