import type { Person } from '../../app/people.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { languages } from '../../languages/index.ts';
import type { Reads } from '../../store/index.ts';
import { conversationWith, findTouches, listQuery, listTouches, openTouches } from '../followups/index.ts';
import { listEntries } from '../log/index.ts';
import { foldedCard, morningCard, nudgeCard } from './cards.ts';
import type { Nudge } from './nudge-store.ts';
import { toldTouches } from './told-store.ts';

/** What a nudge says now; undefined where all that it tells of was settled, put off or given away meanwhile. */
export async function messageFor(
  data: Reads,
  nudge: Pick<Nudge, 'nudgeId' | 'kind' | 'stage'>,
  person: Person,
  now: Date,
): Promise<Card | undefined> {
  const look = { words: languages[person.language], person, now, today: dateIn(person.zone, now) };
  if (nudge.kind === 'morning') {
    const query = listQuery.parse({});
    const page = await listTouches(data, query, person.id, look.today);
    return page.total === 0 ? undefined : morningCard(page, query, look);
  }
  const touches = await findTouches(data, await toldTouches(data, nudge.nudgeId));
  const [touch] = touches;
  if (!touch) return undefined;
  if (nudge.kind === 'digest') return foldedCard(touches, look);
  const [last] = await listEntries(data, touch.customer.id, 1);
  const open = await openTouches(data, touch.customer.id, 100);
  return nudgeCard(conversationWith(touch, open, look.today), last, look, nudge.stage);
}
