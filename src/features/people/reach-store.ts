import type { Person } from '../../app/people.ts';
import type { PlatformName } from '../../chat/platform.ts';
import { type Reads, type System, WORKSPACE } from '../../store/index.ts';
import { type Account, type PersonRow, personOf } from './store.ts';

export interface Reach extends Account {
  readonly person: Person;
}

/**
 * Where a person is reached, once: the place they chose, else where they spoke last. Where the bot was removed, or never was added,
 * comes after every place that can be reached. `on`: an account on that platform first, where they have one: an answer to what was
 * done there.
 */
export async function findReach(data: Reads, personId: string, on?: PlatformName): Promise<Reach | undefined> {
  return (await findReaches(data, [personId], on)).get(personId);
}

/** The same of several people, in one statement; by person. */
export async function findReaches(
  data: Reads,
  personIds: readonly string[],
  on?: PlatformName,
): Promise<ReadonlyMap<string, Reach>> {
  const rows = await data.rows<PersonRow & Account>`
    SELECT DISTINCT ON (p."id") i."platform"::text AS "platform", i."team", i."account", p."id", p."name", p."role"::text AS "role", p."zone", p."language"::text AS "language", p."welcomedAt"
    FROM "Person" p JOIN "Identity" i ON i."workspaceId" = p."workspaceId" AND i."personId" = p."id"
      LEFT JOIN "Installation" n ON n."platform" = i."platform" AND n."team" = i."team"
      LEFT JOIN "Sighting" s ON s."platform" = i."platform" AND s."team" = i."team" AND s."account" = i."account"
    WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY(${[...new Set(personIds)]}::uuid[]) AND p."leftAt" IS NULL
    ORDER BY p."id", (i."platform"::text = ${on ?? null}::text) IS TRUE DESC, n."team" IS NULL OR n."removedAt" IS NOT NULL OR s."removedAt" IS NOT NULL,
      i."platform" = 'teams' AND s."conversation" IS NULL, (i."platform" = p."reachOn") IS TRUE DESC, i."usedAt" DESC NULLS LAST, i."platform", i."account"`;
  return new Map(rows.map(({ platform, team, account, ...row }) => [row.id, { platform, team, account, person: personOf(row) }]));
}

/** They spoke under this account. */
export async function noteUsed({ prisma }: System, { platform, team, account }: Account, now: Date): Promise<void> {
  await prisma.identity.updateMany({ where: { platform, team, account }, data: { usedAt: now } });
}
