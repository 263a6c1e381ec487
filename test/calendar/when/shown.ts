import type { CalendarLanguage } from '../../../src/calendar/holidays/holiday.ts';
import { type Moment, parseWhen } from '../../../src/calendar/when/parse-when.ts';

/** Tuesday 24 November 2026, ten in the morning in Seoul: the moment of the example tables. */
export const now = new Date('2026-11-24T01:00:00Z');
export const zone = 'Asia/Seoul';

const moment = ({ on, time }: Moment) => (time ? `${on} ${time}` : on);

/** What was understood, in one line: 'at 2026-12-01 15:00 by (morning) | rest of the text'. */
export function shown(text: string, language?: CalendarLanguage): string {
  const parsed = parseWhen(text, { now, zone, language });
  const rest = parsed.rest === '' ? '' : ` | ${parsed.rest}`;
  if (parsed.kind === 'none') return `none${rest}`;
  const marks = `${parsed.by ? ' by' : ''}${parsed.part ? ` (${parsed.part})` : ''}`;
  const when = parsed.kind === 'ambiguous' ? parsed.choices.map(moment).join(' or ') : moment(parsed);
  return `${parsed.kind} ${when}${marks}${rest}`;
}
