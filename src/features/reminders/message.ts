import type { ReadContext } from '../../app/context.ts';
import type { Person } from '../../app/people.ts';
import { dateIn, weekdayOf } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { languages } from '../../languages/index.ts';
import type { Reads } from '../../store/index.ts';
import { conversationWith, findTouches, listQuery, listTouches, openTouchesOf, type Touch } from '../followups/index.ts';
import { lastEntries } from '../log/index.ts';
import { foldedCard, morningCard, nudgeCard } from './cards.ts';
import type { Nudge } from './nudge-store.ts';
import { teamCard } from './team-card.ts';
import { findSlips, leads, nothingSlips } from './team-store.ts';
import { type Told, toldTouches } from './told-store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** So much of what is open with a customer is looked through for what belongs together. */
const mostOpen = 100;

/** What is to be known for drawing messages. */
export interface Material {
  readonly told: ReadonlyMap<string, Told>;
  readonly touches: readonly Touch[];
  /** All that is open with the customers. */
  readonly open: readonly Touch[];
  readonly last: Awaited<ReturnType<typeof lastEntries>>;
}

/** Reads what messages about touches need, in four statements however many they are. */
export async function readMaterial(data: Reads, nudgeIds: readonly string[]): Promise<Material> {
  const told = await toldTouches(data, nudgeIds);
  const touches = await findTouches(
    data,
    [...told.values()].flatMap(({ touchIds }) => touchIds),
  );
  const customerIds = touches.map(({ customer }) => customer.id);
  if (customerIds.length === 0) return { told, touches, open: [], last: new Map() };
  const [open, last] = [await openTouchesOf(data, customerIds, mostOpen), await lastEntries(data, customerIds)];
  return { told, touches, open, last };
}

/** Messages that are drawn from `Material`. */
export const needsMaterial = ({ kind }: Pick<Nudge, 'kind'>): boolean => kind === 'touch' || kind === 'digest';

/** What a nudge says now; undefined where all that it tells of was settled, put off or given away meanwhile. */
export async function messageFor(
  data: Reads,
  nudge: Pick<Nudge, 'nudgeId' | 'kind' | 'stage' | 'createdAt'>,
  person: Person,
  now: Date,
  material?: Material,
): Promise<Card | undefined> {
  const look = { words: languages[person.language], person, now, today: dateIn(person.zone, now) };
  if (nudge.kind === 'morning') {
    const query = listQuery.parse({});
    const page = await listTouches(data, query, person.id, look.today);
    return page.total === 0 ? undefined : morningCard(page, query, look);
  }
  if (nudge.kind === 'team') return teamMessage(data, nudge, look);
  const { told, touches: known, open, last } = material ?? (await readMaterial(data, [nudge.nudgeId]));
  const { touchIds = [], late = false } = told.get(nudge.nudgeId) ?? {};
  const touches = known.filter(({ id }) => touchIds.includes(id));
  const [touch] = touches;
  if (!touch) return undefined;
  if (nudge.kind === 'digest') return foldedCard(touches, look, late);
  const { id: customerId } = touch.customer;
  const mates = open.filter(({ customer }) => customer.id === customerId);
  return nudgeCard(conversationWith(touch, mates, look.today), last.get(customerId), look, nudge.stage);
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
