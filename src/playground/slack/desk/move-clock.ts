import type { Clock } from '../../protocol.ts';
import type { Cloud } from '../cloud.ts';
import { Refusal } from '../refusal.ts';
import { zoneInstant } from '../zone-facts.ts';

type Move = { readonly to: string } | { readonly move: 'next-morning' | 'next-day'; readonly as?: string | undefined };

/** Moves the clock of the whole program; every desk hears of it. 'Next morning' is 08:30 of the asking person's next day. */
export async function moveClock(cloud: Cloud, move: Move): Promise<Clock> {
  const { clock } = cloud.options;
  if (!clock) throw new Refusal('clock_not_movable', 409);
  await clock.set(target(cloud, clock.now(), move));
  const moved = { now: clock.now().toISOString() };
  cloud.desks.tellAll({ kind: 'clock', clock: moved });
  return moved;
}

function target(cloud: Cloud, now: Date, move: Move): Date {
  if ('to' in move) return new Date(move.to);
  if (move.move === 'next-day') return new Date(now.getTime() + 86_400_000);
  const asking = cloud.workspace.people.get(move.as ?? '') ?? cloud.workspace.people.values().next().value;
  return zoneInstant(asking?.zone ?? 'UTC', now, 1, 8, 30);
}
