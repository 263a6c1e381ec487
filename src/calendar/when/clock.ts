import type { Clock, PartOfDay } from './mention.ts';

/** When something happens that is planned for a part of the day, and by when it must be done if the part is a deadline. */
const PARTS: Readonly<Record<PartOfDay, { usual: number; end: number }>> = {
  dawn: { usual: 6 * 60, end: 7 * 60 },
  morning: { usual: 9 * 60, end: 12 * 60 },
  noon: { usual: 12 * 60, end: 13 * 60 },
  afternoon: { usual: 14 * 60, end: 18 * 60 },
  evening: { usual: 19 * 60, end: 21 * 60 },
  night: { usual: 20 * 60, end: 23 * 60 + 59 },
};

export function usualMinutes(part: PartOfDay): number {
  return PARTS[part].usual;
}

export function endMinutes(part: PartOfDay): number {
  return PARTS[part].end;
}

/** A clock time as spoken. Undefined when no clock shows it. `firm` is for 24-hour writing ('09:00', '15시'). */
export function clockOf(hour: number, minute: number, part?: PartOfDay, firm = false): Clock | undefined {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return undefined;
  const minutes = hour * 60 + minute;
  if (part && hour <= 12) return { minutes: minutesInPart(hour, minute, part), firm: true };
  return { minutes, firm: firm || hour > 12 || hour === 0 };
}

function minutesInPart(hour: number, minute: number, part: PartOfDay): number {
  if (part === 'dawn' || part === 'morning') return (hour % 12) * 60 + minute;
  if (part === 'noon') return (hour < 6 ? hour + 12 : hour) * 60 + minute;
  if (part === 'afternoon') return ((hour % 12) + 12) * 60 + minute;
  // 'Twelve at night' is the end of the day, 'one at night' the small hours of the next.
  if (hour === 12 || hour < 4) return (hour === 12 ? 24 : 24 + hour) * 60 + minute;
  return (hour + 12) * 60 + minute;
}

/** Reps call by day: an hour from one to six without more is the afternoon's. */
export function likelyMinutes({ minutes, firm }: Clock): number {
  return !firm && minutes >= 60 && minutes < 7 * 60 ? minutes + 12 * 60 : minutes;
}
