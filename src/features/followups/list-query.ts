import { z } from 'zod';
import { addDays, type CalendarDate } from '../../calendar/index.ts';

/** Which follow-ups are looked at. `team` and another rep's are for managers. */
export const listQuery = z.object({
  span: z.enum(['today', 'overdue', 'week']).default('today'),
  team: z.stringbool().or(z.boolean()).default(false),
  repId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  page: z.coerce.number().int().min(0).default(0),
});
export type ListQuery = z.infer<typeof listQuery>;

export const pageSize = 8;

/** The last day that belongs to the span. */
export function lastDay(query: Pick<ListQuery, 'span' | 'customerId'>, today: CalendarDate): CalendarDate {
  if (query.customerId !== undefined) return '9999-12-31';
  if (query.span === 'overdue') return addDays(today, -1);
  return query.span === 'week' ? addDays(today, 7) : today;
}

/** A list's own address, carried by its buttons so that the list can be drawn again after one was used. */
export function listArgs(query: ListQuery): Record<string, string> {
  return {
    span: query.span,
    page: String(query.page),
    ...(query.team ? { team: 'true' } : {}),
    ...(query.repId ? { repId: query.repId } : {}),
    ...(query.customerId ? { customerId: query.customerId } : {}),
  };
}

/** The same, as one short argument. */
export const packList = (query: ListQuery): string => new URLSearchParams(listArgs(query)).toString();

export function unpackList(packed: string | undefined): ListQuery | undefined {
  if (!packed) return undefined;
  const parsed = listQuery.safeParse(Object.fromEntries(new URLSearchParams(packed)));
  return parsed.success ? parsed.data : undefined;
}
