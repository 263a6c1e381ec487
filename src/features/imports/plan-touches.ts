import type { CalendarDate } from '../../calendar/index.ts';
import { type Bought, type Buyer, type Cadence, touchesAfter } from '../cadences/index.ts';

type Planned = ReturnType<typeof touchesAfter>;
export type PlanTouches = (bought: Bought, buyer: Buyer) => Planned;

/** Plans as `touchesAfter`, and remembers: many purchases share day and country, and looking up holidays takes its time. */
export function touchPlanner(cadences: readonly Cadence[], today: CalendarDate): PlanTouches {
  const kept = new Map<string, Planned>();
  const byProduct = cadences.some(({ audience }) => audience.product !== undefined);
  return (bought, buyer) => {
    const key = JSON.stringify([bought.boughtOn, buyer.country, buyer.tier, bought.first, byProduct && bought.product]);
    const planned = kept.get(key) ?? touchesAfter(cadences, bought, buyer, today);
    kept.set(key, planned);
    return planned;
  };
}
