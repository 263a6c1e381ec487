import { addDays, businessDayFrom, toInstant } from '../../calendar/index.ts';
import type { Tx } from '../../store/index.ts';
import { type Cadence, tiers } from './cadence.ts';
import { occurrencesOf, purchaseDaysOf } from './plan-touches.ts';
import { planOccurrences, planPurchaseDays, planSilence, type Silence } from './planning-store.ts';
import { customerCountries, type PlanDay } from './store.ts';

/** Since when a customer must have been silent, for each country and tier. */
function silencesOf({ start }: Cadence, countries: readonly (string | undefined)[], day: PlanDay): readonly Silence[] {
  if (start.by !== 'silence') return [];
  return countries.flatMap((country) =>
    [...tiers, undefined].map((tier) => ({
      country,
      tier,
      before: toInstant(addDays(day.today, 1 - start.days[tier ?? 'none']), '00:00', day.zone),
      dueOn: businessDayFrom(day.today, country),
    })),
  );
}

/**
 * Plans what the cadences that are on lead to until the horizon; gives how many touches are new. What is there stays, so
 * that looking twice, or two copies looking at once, changes nothing. `fresh`: cadences that were changed.
 */
export async function planCadences(
  tx: Tx,
  cadences: readonly Cadence[],
  fresh: ReadonlySet<string>,
  day: PlanDay,
): Promise<number> {
  const on = cadences.filter((cadence) => cadence.on);
  const countries = [...new Set((await customerCountries(tx, day.only)).map((country) => country ?? day.country))];
  let planned = 0;
  for (const cadence of on) {
    const occurrences = countries.flatMap((country) => occurrencesOf(cadence, country, day.today));
    const days = countries.flatMap((country) => purchaseDaysOf(cadence, country, day.today, fresh.has(cadence.key)));
    planned += await planOccurrences(tx, cadence, occurrences, day);
    planned += await planPurchaseDays(tx, cadence, days, day);
    planned += await planSilence(tx, cadence, silencesOf(cadence, countries, day), day);
  }
  return planned;
}
