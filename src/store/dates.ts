import type { CalendarDate } from '../calendar/index.ts';

/** A calendar date as the database client wants it: midnight UTC. */
export const dateColumn = (on: CalendarDate): Date => new Date(`${on}T00:00:00Z`);

/** And back. */
export const calendarDate = (column: Date): CalendarDate => column.toISOString().slice(0, 10);
