import { z } from 'zod';
import { deadJobs } from '../queue.ts';
import type { OwnerTask } from './with-owner.ts';

export const storeFacts = z.object({ migrations: z.number(), dead: z.number(), undelivered: z.number() });

/** How the database is: migrations applied, jobs that failed for good, and messages of this week that did not reach their person. */
export const storeTask: { readonly name: 'store'; readonly run: OwnerTask } = {
  name: 'store',
  run:
    ({ system }) =>
    async (_ask, say) => {
      const [facts] = await system.prisma.$queryRaw<{ migrations: number; dead: number; undelivered: number }[]>`
        SELECT (SELECT count(*)::int FROM "_prisma_migrations" WHERE finished_at IS NOT NULL) AS migrations,
               (SELECT count(*)::int FROM pgboss.job WHERE name = ${deadJobs}) AS dead,
               (SELECT count(*)::int FROM "Nudge" WHERE "state" = 'failed' AND "createdAt" > now() - interval '7 days'
                  AND "problem" IS DISTINCT FROM 'nobody_to_reach') AS undelivered`;
      say(storeFacts.parse(facts));
    },
};
