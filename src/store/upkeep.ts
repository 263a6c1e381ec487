import type { System } from './system.ts';

const dayMs = 86_400_000;

/**
 * So long a nudge is kept: the receipt of last year's birthday or yearly service can still be read when this year's comes. What
 * was heard of a touch stands in the touch, so that nothing is told again when its rows are gone.
 */
const nudgeDays = 400;
/** Rows one hour's upkeep takes, so that it holds up nobody. */
const mostNudges = 100_000;

/** Drops nudges that have an end, the oldest first. */
function dropNudges({ prisma }: System, now: Date): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM "Nudge" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Nudge" WHERE "createdAt" < ${new Date(now.getTime() - nudgeDays * dayMs)} AND "state" NOT IN ('queued', 'sending') LIMIT ${mostNudges}))`;
}

/** Drops what has served its time: answers kept for redeliveries, files and phrases that were turned down, hashes of old replies, nudges of long ago, codes. */
export async function dropServed(system: System, now: Date): Promise<number> {
  const { prisma } = system;
  const deliveries = await prisma.delivery.deleteMany({
    where: { at: { lt: new Date(now.getTime() - 2 * dayMs) }, NOT: { key: { startsWith: 'hook:' } } },
  });
  const hooks = await prisma.delivery.deleteMany({ where: { at: { lt: new Date(now.getTime() - 30 * dayMs) } } });
  const imports = await prisma.import.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - 7 * dayMs) }, state: { notIn: ['running'] } },
  });
  const trials = await prisma.phraseTrial.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 7 * dayMs) } } });
  const reviewed = await prisma.reviewed.deleteMany({ where: { at: { lt: new Date(now.getTime() - 90 * dayMs) } } });
  const codes = await prisma.handshake.deleteMany({
    where: { hash: { not: null }, state: { not: 'done' }, expiresAt: { lt: new Date(now.getTime() - 7 * dayMs) } },
  });
  const nudges = await dropNudges(system, now);
  return nudges + codes.count + deliveries.count + hooks.count + imports.count + trials.count + reviewed.count;
}
