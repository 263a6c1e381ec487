import type { SystemTx } from '../../store/index.ts';
import { repKey } from './fold.ts';

export interface NewNudge {
  readonly workspaceId: string;
  readonly id: string;
  readonly personId: string;
}

type Whose = Omit<NewNudge, 'id'>;

interface Moment {
  readonly now: Date;
  /** By the database's clock. */
  readonly at: Date;
  readonly rescueAt: Date;
}

/** A carrier that waits for longer has its own story. */
const waitsMs = 3 * 86_400_000;

const columns = (people: readonly Whose[]) =>
  [people.map(({ workspaceId }) => workspaceId), people.map(({ personId }) => personId)] as const;

/**
 * The messages that wait to tell these people of several things; by rep. Whoever is just drawing one, without what is about to
 * be added, does not get it for sending: `claimedAt` is not what it was.
 */
async function waitingCarriers(
  tx: SystemTx,
  people: readonly Whose[],
  { now, at, rescueAt }: Moment,
): Promise<readonly NewNudge[]> {
  const [workspaces, ids] = columns(people);
  return tx.$queryRaw<NewNudge[]>`
    UPDATE "Nudge" n SET "claimedAt" = ${at}, "rescueAt" = ${rescueAt}
    FROM unnest(${workspaces}::uuid[], ${ids}::uuid[]) AS p("workspaceId", "personId")
    WHERE n."workspaceId" = p."workspaceId" AND n."personId" = p."personId" AND n."createdAt" > ${new Date(now.getTime() - waitsMs)}
      AND n."kind" = 'digest' AND n."state" = 'queued'
    RETURNING n."workspaceId", n."id", n."personId"`;
}

/** For each of these people the message that tells of several things: one that waits to be sent, or a new one; by rep. */
export async function carriersFor(
  tx: SystemTx,
  people: readonly Whose[],
  moment: Moment,
): Promise<ReadonlyMap<string, NewNudge>> {
  const keyOf = ({ workspaceId, personId }: Whose) => repKey({ workspaceId, repId: personId });
  const each = [...new Map(people.map((one) => [keyOf(one), one])).values()];
  if (each.length === 0) return new Map();
  const waiting = new Map((await waitingCarriers(tx, each, moment)).map((carrier) => [keyOf(carrier), carrier]));
  const [workspaces, ids] = columns(each.filter((one) => !waiting.has(keyOf(one))));
  const made = await tx.$queryRaw<NewNudge[]>`
    INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "createdAt", "rescueAt")
    SELECT r."workspaceId", r."id", 'digest:' || r."id", 'digest', r."personId", ${moment.now}, ${moment.rescueAt}
    FROM (SELECT "workspaceId", gen_random_uuid() AS "id", "personId" FROM unnest(${workspaces}::uuid[], ${ids}::uuid[]) AS x("workspaceId", "personId")) r
    RETURNING "workspaceId", "id", "personId"`;
  return new Map([...waiting.values(), ...made].map((carrier) => [keyOf(carrier), carrier]));
}
