import { z } from 'zod';
import { deadJobs } from '../queue.ts';
import type { OwnerTask } from './with-owner.ts';

export const storeFacts = z.object({ migrations: z.number(), dead: z.number() });

/** How the database is: migrations applied, and jobs that failed for good. */
export const storeTask: { readonly name: 'store'; readonly run: OwnerTask } = {
  name: 'store',
  run:
    ({ system }) =>
    async (_ask, say) => {
      const [facts] = await system.prisma.$queryRaw<{ migrations: number; dead: number }[]>`
        SELECT (SELECT count(*)::int FROM "_prisma_migrations" WHERE finished_at IS NOT NULL) AS migrations,
               (SELECT count(*)::int FROM pgboss.job WHERE name = ${deadJobs}) AS dead`;
      say(storeFacts.parse(facts));
    },
};
