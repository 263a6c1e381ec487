import { type CalendarDate, dateIn } from '../../calendar/index.ts';
import { type Hearing, worksOn } from '../people/index.ts';
import { daysGate, quietGate, throughGates, workGate } from './gates.ts';

/** A moment that lies so far back came while nobody could tell it: the bot was down, or the chat platform. */
export const missedMs = 3_600_000;

export const missedBefore = (now: Date): Date => new Date(now.getTime() - missedMs);

/**
 * When what could not be told in time may be told: on the day it was for at any hour that is not quiet, later in working hours.
 * `now` where it may be told at once.
 */
export function tellableAt(hearing: Hearing, meantFor: Date, now: Date): Date {
  const sameDay = dateIn(hearing.zone, meantFor) === dateIn(hearing.zone, now);
  const gates = sameDay ? quietGate(hearing) : [daysGate(hearing, true), workGate(hearing), ...quietGate(hearing)];
  return throughGates(gates, now, 60)?.at ?? now;
}

/** A morning list that is late still serves on a working day until work ends. */
export function listStillServes(hearing: Hearing, on: CalendarDate, time: string): boolean {
  return worksOn(hearing, on) && hearing.morningTime <= time && time < hearing.workTo;
}
