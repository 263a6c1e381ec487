import type { ReadContext } from '../../app/context.ts';
import type { Person } from '../../app/people.ts';
import { dateIn, weekdayOf } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { languages } from '../../languages/index.ts';
import type { Reads } from '../../store/index.ts';
import { conversationWith, findTouches, listQuery, listTouches, openTouches } from '../followups/index.ts';
import { listEntries } from '../log/index.ts';
import { foldedCard, morningCard, nudgeCard } from './cards.ts';
import type { Nudge } from './nudge-store.ts';
import { teamCard } from './team-card.ts';
import { findSlips, leads, nothingSlips } from './team-store.ts';
import { toldLate, toldTouches } from './told-store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** What a nudge says now; undefined where all that it tells of was settled, put off or given away meanwhile. */
export async function messageFor(
  data: Reads,
  nudge: Pick<Nudge, 'nudgeId' | 'kind' | 'stage' | 'createdAt'>,
  person: Person,
  now: Date,
): Promise<Card | undefined> {
  const look = { words: languages[person.language], person, now, today: dateIn(person.zone, now) };
  if (nudge.kind === 'morning') {
    const query = listQuery.parse({});
    const page = await listTouches(data, query, person.id, look.today);
    return page.total === 0 ? undefined : morningCard(page, query, look);
  }
  if (nudge.kind === 'team') return teamMessage(data, nudge, look);
  const touches = await findTouches(data, await toldTouches(data, nudge.nudgeId));
  const [touch] = touches;
  if (!touch) return undefined;
  if (nudge.kind === 'digest') return foldedCard(touches, look, await toldLate(data, nudge.nudgeId));
  const [last] = await listEntries(data, touch.customer.id, 1);
  const open = await openTouches(data, touch.customer.id, 100);
  return nudgeCard(conversationWith(touch, open, look.today), last, look, nudge.stage);
}

/** What slips, for who leads the team; what stays so for long is said on Mondays. */
async function teamMessage(data: Reads, nudge: Pick<Nudge, 'nudgeId' | 'createdAt'>, look: Look): Promise<Card | undefined> {
  const { person, today } = look;
  if (!(await leads(data, person.id))) return undefined;
  const monday = weekdayOf(today) === 1;
  const slips = await findSlips(data, person.id, { id: nudge.nudgeId, createdAt: nudge.createdAt }, today, monday);
  if (nothingSlips(slips)) return undefined;
  return teamCard(slips, await findTouches(data, slips.overdue), look);
}
