import { z } from 'zod';
import { deadJobs } from '../queue.ts';
import type { OwnerTask } from './with-owner.ts';

export const storeFacts = z.object({
  migrations: z.number(),
  dead: z.number(),
  undelivered: z.number(),
  unreachable: z.number(),
  repeated: z.number(),
});

/** How the database is: migrations applied, jobs that failed for good, messages of this week that did not reach their person or may have come twice, people without an account to reach them at. */
export const storeTask: { readonly name: 'store'; readonly run: OwnerTask } = {
  name: 'store',
  run:
    ({ system }) =>
    async (_ask, say) => {
      const [facts] = await system.prisma.$queryRaw<z.infer<typeof storeFacts>[]>`
        SELECT (SELECT count(*)::int FROM "_prisma_migrations" WHERE finished_at IS NOT NULL) AS migrations,
               (SELECT count(*)::int FROM pgboss.job WHERE name = ${deadJobs}) AS dead,
               (SELECT count(*)::int FROM "Nudge" WHERE "state" = 'failed' AND "createdAt" > now() - interval '7 days'
                  AND "problem" IS DISTINCT FROM 'nobody_to_reach') AS undelivered,
               (SELECT count(*)::int FROM "Nudge" WHERE "repeatedAt" > now() - interval '7 days') AS repeated,
               (SELECT count(*)::int FROM (
                  SELECT 1 FROM "Person" p JOIN "Identity" i ON i."workspaceId" = p."workspaceId" AND i."personId" = p."id"
                    LEFT JOIN "Sighting" s ON s."platform" = i."platform" AND s."team" = i."team" AND s."account" = i."account"
                  WHERE p."role" IS NOT NULL AND p."leftAt" IS NULL GROUP BY p."workspaceId", p."id"
                  HAVING bool_and(i."platform" = 'teams' AND s."conversation" IS NULL)) lost) AS unreachable`;
      say(storeFacts.parse(facts));
    },
};
