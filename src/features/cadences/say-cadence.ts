import type { ReadContext } from '../../app/context.ts';
import { formatWhen, rhythmOf } from '../../calendar/index.ts';
import { isBuiltIn } from './built-in.ts';
import type { Cadence, CadenceTouch, Plan } from './cadence.ts';
import { writeDays } from './read-days.ts';

export type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

export function cadenceName({ key, name }: Pick<Cadence, 'key' | 'name'>, { words }: Pick<Look, 'words'>): string {
  return name ?? (isBuiltIn(key) ? words.cadences.names[key] : key);
}

function aroundTheDay(touches: readonly CadenceTouch[], { words: { cadences } }: Pick<Look, 'words'>): string {
  const days = [...new Set(touches.map((touch) => touch.days))].sort((a, b) => a - b);
  return days
    .map((day) => (day === 0 ? cadences.onTheDay : day < 0 ? cadences.before(-day) : cadences.after(String(day))))
    .join(', ');
}

/** When it comes, without what starts it. */
function whenOf({ start, touches }: Pick<Plan, 'start' | 'touches'>, look: Look): string {
  const { cadences } = look.words;
  if (start.by === 'rule') {
    const rhythm = rhythmOf(start.rule, start.from);
    const style = { zone: look.person.zone, now: look.now, language: look.person.language, style: 'date' } as const;
    return cadences.rhythmFrom(rhythm ? cadences.rhythms[rhythm] : start.rule, formatWhen(start.from, style));
  }
  if (start.by === 'birthday' || start.by === 'holiday') return aroundTheDay(touches, look);
  const byMonth = touches.filter(({ months }) => months > 0);
  const byDay = touches.filter(({ months }) => months === 0);
  const days = writeDays(byDay, start.by);
  return [
    ...(byDay.length > 0 ? [start.by === 'purchase' ? cadences.ofDays(days) : cadences.after(days)] : []),
    ...(byMonth.length > 0 ? [cadences.ofMonths(byMonth.map(({ months }) => months).join(', '))] : []),
  ].join(', ');
}

/** What a cadence does, in a line. */
export function startLine(plan: Pick<Plan, 'start' | 'touches'>, look: Look): string {
  const { starts } = look.words.cadences;
  const { start } = plan;
  if (start.by === 'silence') return starts.silence(start.days.A, start.days.B, start.days.C, start.days.none);
  return start.by === 'hand' ? starts.hand() : starts[start.by](whenOf(plan, look));
}

/** Whom it is for; undefined: everybody. */
export function audienceLine(
  { product, tiers, countries }: Plan['audience'],
  { words }: Pick<Look, 'words'>,
): string | undefined {
  const parts = [
    product === undefined ? undefined : words.cadences.onlyProduct(product),
    tiers.length === 0 ? undefined : words.cadences.onlyTiers(tiers.join(', ')),
    countries.length === 0 ? undefined : words.cadences.onlyCountries(countries.join(', ')),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
