import { addDays, businessDayFrom, type CalendarDate, ruleDays } from '../../calendar/index.ts';
import type { Said } from '../followups/index.ts';
import type { Proposal, Tier } from './cadence.ts';
import { dueOf, isFor } from './plan-touches.ts';

/** A touch that a cadence planned and that is still open. */
export interface OpenTouch {
  readonly id: string;
  readonly step: string;
  readonly said: Said | undefined;
  readonly dueOn: CalendarDate;
  /** The day that led to it: a birthday, or the purchase. */
  readonly anchor: CalendarDate | undefined;
  readonly product: string | undefined;
  readonly country: string | undefined;
  readonly tier: Tier | undefined;
  readonly customer: string;
  /** Somebody has put it off, tried it or agreed on a time: it is theirs now. */
  readonly taken: boolean;
}

export type Fate = { readonly kind: 'keep' } | { readonly kind: 'drop' } | { readonly kind: 'move'; readonly to: CalendarDate };

export interface Effect {
  readonly touch: OpenTouch;
  readonly fate: Fate;
}

const keep: Fate = { kind: 'keep' };
const drop: Fate = { kind: 'drop' };

/** The days of the new rule among those that led to touches; undefined where no rule starts it. */
function ruledDays({ start }: Proposal, touches: readonly OpenTouch[]): ReadonlySet<CalendarDate> | undefined {
  if (start.by !== 'rule') return undefined;
  const anchors = touches.flatMap(({ anchor }) => anchor ?? []).sort();
  const [first] = anchors;
  return new Set(first === undefined ? [] : ruleDays(start.rule, start.from, first, anchors.at(-1) ?? first));
}

function fateOf(touch: OpenTouch, proposal: Proposal, ruled: ReadonlySet<string> | undefined, today: CalendarDate): Fate {
  const { anchor, country, tier, product } = touch;
  const planned = proposal.touches.find(({ step }) => step === touch.step);
  if (!proposal.on || proposal.removed || !planned) return drop;
  const audience = product === undefined ? { ...proposal.audience, product: undefined } : proposal.audience;
  if (!isFor(audience, { country, tier }, product)) return drop;
  if (anchor === undefined || proposal.start.by === 'silence' || touch.taken) return keep;
  if (ruled && !ruled.has(anchor)) return drop;
  const due = dueOf(planned, anchor, country);
  if (due === touch.dueOn) return keep;
  if (due >= today) return { kind: 'move', to: due };
  // What is overdue already stays where it is.
  if (touch.dueOn < today) return keep;
  return addDays(due, planned.usefulFor) < today ? drop : { kind: 'move', to: businessDayFrom(today, country) };
}

/** What a changed cadence would do to each touch it has planned, were they changed with it. */
export function effectsOf(touches: readonly OpenTouch[], proposal: Proposal, today: CalendarDate): readonly Effect[] {
  const ruled = ruledDays(proposal, touches);
  return touches.map((touch) => ({ touch, fate: fateOf(touch, proposal, ruled, today) }));
}

export interface Counts {
  readonly kept: number;
  readonly moved: number;
  readonly dropped: number;
}

export function countEffects(effects: readonly Effect[]): Counts {
  const of = (kind: Fate['kind']) => effects.filter(({ fate }) => fate.kind === kind).length;
  return { kept: of('keep'), moved: of('move'), dropped: of('drop') };
}
