import type { Feature } from '../../app/feature.ts';
import type { Element } from '../../chat/card.ts';
import { plannedItem } from './cards.ts';
import { changeElements } from './change-cards.ts';
import { listChanges } from './changes-store.ts';
import { followupCommands } from './commands.ts';
import { conversationsOf } from './conversation.ts';
import { conversationItem } from './conversation-cards.ts';
import { listQuery } from './list-query.ts';
import { listTouches, openTouches } from './store.ts';

export { conversationTitle, stepWords, talkingPoints, touchTitle, touchWhen } from './cards.ts';
export { addChanges, type Change, type Due, listChanges, type NewChange } from './changes-store.ts';
export { type Conversation, conversationsOf, conversationWith, touchesIn } from './conversation.ts';
export { conversationActions, conversationItem, touchActions, touchItem } from './conversation-cards.ts';
export { listCard } from './list-cards.ts';
export { type ListQuery, listQuery, packList, unpackList } from './list-query.ts';
export { openTouchOr, showList } from './show.ts';
export {
  addTouches,
  closeTouch,
  deleteTouch,
  dropTouches,
  findTouch,
  findTouches,
  listTouches,
  moveTouch,
  type NewTouch,
  openTouches,
  openTouchesOf,
  reopenTouches,
} from './store.ts';
export { parseSaid, type Said, saidSchema, type Touch, type TouchKind } from './touch.ts';

/** As many as a phone shows without scrolling. */
const onHome = 4;

/** What is due with customers: planned, listed, put off. */
export const followups: Feature = {
  name: 'followups',
  commands: followupCommands,
  async homeSection(context) {
    const { words } = context;
    const page = await listTouches(context.data, listQuery.parse({}), context.person.id, context.today);
    if (page.total === 0) return [{ kind: 'text', line: words.home.nothing }];
    return [
      { kind: 'text', line: [{ bold: words.followups.title.today(page.total, page.overdue) }] },
      ...conversationsOf(page.touches, context.today)
        .slice(0, onHome)
        .map((conversation) => conversationItem(conversation, context)),
      ...(page.total > onHome ? [{ kind: 'note' as const, line: words.home.more(page.total - onHome) }] : []),
    ];
  },
  async customerSection(context, customerId) {
    const touches = await openTouches(context.data, customerId, 6);
    const changes = changeElements(await listChanges(context.data, { customerId }, 5), context);
    if (touches.length === 0) return changes;
    const head: Element = { kind: 'text', line: [{ bold: context.words.followups.planned }] };
    return [head, ...touches.map((touch) => plannedItem(touch, context)), ...changes];
  },
};
