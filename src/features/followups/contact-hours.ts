import { type TimeWindow, type Weekday, zoneOfCountry } from '../../calendar/index.ts';
import { bestHoursOf } from '../customers/index.ts';
import type { Touch } from './touch.ts';

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

/** When a customer has time: their own hours, else the best of their trade (playbook: P6); none where nothing is known. */
export function contactHours({ country, contact }: Touch['customer'], repZone: string): readonly TimeWindow[] {
  if (!contact) return [];
  const zone = contact.zone ?? zoneOfCountry(country) ?? repZone;
  const { from, to, days } = contact;
  if (from !== undefined && to !== undefined) {
    const own = days.filter(isWeekday);
    return [{ zone, country, from, to, ...(own.length > 0 ? { days: own } : {}) }];
  }
  const best = bestHoursOf(contact.trade);
  return (best?.hours ?? []).map((hours) => ({ zone, country, ...hours, ...(best?.days ? { days: best.days } : {}) }));
}
