import type { System } from './system.ts';

const dayMs = 86_400_000;

/** Drops what has served its time: answers kept for redeliveries, files that were imported or turned down. */
export async function dropServed({ prisma }: System, now: Date): Promise<number> {
  const deliveries = await prisma.delivery.deleteMany({
    where: { at: { lt: new Date(now.getTime() - 2 * dayMs) }, NOT: { key: { startsWith: 'hook:' } } },
  });
  const hooks = await prisma.delivery.deleteMany({ where: { at: { lt: new Date(now.getTime() - 30 * dayMs) } } });
  const imports = await prisma.import.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - 7 * dayMs) }, state: { notIn: ['running'] } },
  });
  return deliveries.count + hooks.count + imports.count;
}
