import type { System } from './system.ts';

const dayMs = 86_400_000;

/** Drops what has served its time: answers kept for redeliveries, files and phrases that were turned down, hashes of old replies, codes. */
export async function dropServed({ prisma }: System, now: Date): Promise<number> {
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
  return codes.count + deliveries.count + hooks.count + imports.count + trials.count + reviewed.count;
}
