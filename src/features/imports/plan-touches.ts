import type { CalendarDate } from '../../calendar/index.ts';
import { touchesAfter } from '../followups/index.ts';

type Planned = ReturnType<typeof touchesAfter>;
export type PlanTouches = (boughtOn: CalendarDate, country: string | undefined) => Planned;

/** Plans as `touchesAfter`, and remembers: many purchases share day and country, and looking up holidays takes its time. */
export function touchPlanner(today: CalendarDate): PlanTouches {
  const kept = new Map<string, Planned>();
  return (boughtOn, country) => {
    const key = `${boughtOn}${country ?? ''}`;
    const planned = kept.get(key) ?? touchesAfter(boughtOn, country, today);
    kept.set(key, planned);
    return planned;
  };
}
