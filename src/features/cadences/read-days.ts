import type { StartedBy } from './cadence.ts';

export interface Offset {
  readonly days: number;
  readonly months: number;
}

const marks = /[,，、;；\s]+/;
const monthMark = /^(\d{1,3})(?:m|mo|months?|个月|個月|개월|달)$/i;
const dayMark = /^(?:day|第|d)?(-?\d{1,4})(?:days?|天|日|일차|일|d)?$/i;

/** The purchase day counts as day 1 (playbook: P1); everything else counts the days after it. */
export const firstDay = (by: StartedBy): number => (by === 'purchase' ? 1 : 0);

/** `2, 5, 12, 6m`, as people write it for what starts the cadence; undefined where a part is no day. */
export function readDays(text: string, by: StartedBy): readonly Offset[] | undefined {
  const first = firstDay(by);
  const offsets: Offset[] = [];
  for (const part of text.normalize('NFKC').split(marks).filter(Boolean)) {
    const months = Number(part.match(monthMark)?.[1] ?? Number.NaN);
    const day = Number(part.match(dayMark)?.[1] ?? Number.NaN) - first;
    const around = by === 'birthday' || by === 'holiday';
    if (months >= 1 && months <= 120 && !around) offsets.push({ days: 0, months });
    else if (day >= (around ? -60 : 0) && day <= (around ? 60 : 3_650)) offsets.push({ days: day, months: 0 });
    else return undefined;
  }
  const told = new Set<string>();
  const distinct = offsets.filter(({ days, months }) => !told.has(`${months} ${days}`) && told.add(`${months} ${days}`));
  return distinct.sort((a, b) => a.months * 31 + a.days - (b.months * 31 + b.days));
}

/** And back. */
export function writeDays(offsets: readonly Offset[], by: StartedBy): string {
  const written = offsets.map(({ days, months }) => (months > 0 ? `${months}m` : String(days + firstDay(by))));
  return [...new Set(written)].join(', ');
}

export interface SilenceDays {
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly none: number;
}

/** `A 30, B 60, C 90, 120`: days for each tier, and for customers without one; undefined where one is missing. */
export function readSilence(text: string): SilenceDays | undefined {
  const found = new Map<string, number>();
  for (const [, tier = 'none', days] of text
    .normalize('NFKC')
    .toUpperCase()
    .matchAll(/([ABC])?\s*[:：=]?\s*(\d{1,4})/g))
    found.set(tier, Number(days));
  const [A, B, C, none] = ['A', 'B', 'C', 'none'].map((tier) => found.get(tier) ?? 0);
  return A && B && C && none ? { A, B, C, none } : undefined;
}

export const writeSilence = ({ A, B, C, none }: SilenceDays): string => `A ${A}, B ${B}, C ${C}, ${none}`;
