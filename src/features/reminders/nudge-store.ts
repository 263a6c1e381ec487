import { z } from 'zod';
import type { MessageRef, PlatformName } from '../../chat/platform.ts';
import type { System, SystemTx } from '../../store/index.ts';
import type { Stage } from './nudge-moment.ts';
import { pace } from './pace.ts';

/** What one job sends at the same time: few enough that the last is on its way long before a claim counts as unclear. */
const atOnce = 25;
/** Unsettled so long after its last step, a nudge has lost its job. By then an unclear end may be looked up. */
const rescueMs = ({ unclearMs }: System) => (unclearMs * 4) / 3;
/** When a nudge whose last step is now counts as one without a job. */
export const rescueAfter = (system: System, at: Date) => new Date(at.getTime() + rescueMs(system));
export const nextRescue = async (system: System) => rescueAfter(system, await system.now());
/** Rows one statement rescues; the rest is for the next look. */
const batch = 2_000;

export const nudgeKey = z.object({ workspaceId: z.uuid(), nudgeId: z.uuid() });
export type NudgeKey = z.infer<typeof nudgeKey>;

interface Claimed {
  readonly workspaceId: string;
  readonly id: string;
  readonly personId: string;
}

/** Jobs for nudges, as many together as are sent at the same time, none before its turn. */
async function enqueueSends(tx: SystemTx, nudges: readonly NudgeKey[], after: readonly number[]): Promise<void> {
  const turns = Map.groupBy(nudges.keys(), (i) => after[i] ?? 0);
  const works = [...turns].flatMap(([seconds, turn]) =>
    Array.from({ length: Math.ceil(turn.length / atOnce) }, (_, i) => ({
      data: { nudges: turn.slice(i * atOnce, (i + 1) * atOnce).flatMap((at) => nudges[at] ?? []) },
      after: seconds,
    })),
  );
  await tx.enqueueAll('reminders.send', works);
}

/** Puts new nudges into the queue, spread so that Slack's limits hold. */
export async function enqueueNudges(tx: SystemTx, claimed: readonly Claimed[]): Promise<void> {
  const after = pace(claimed);
  const late = claimed.flatMap((nudge, i) => (after[i] ? [{ ...nudge, after: after[i] }] : []));
  if (late.length > 0)
    await tx.$executeRaw`
      UPDATE "Nudge" n SET "rescueAt" = n."rescueAt" + late."after" * interval '1 second'
      FROM unnest(${late.map(({ workspaceId }) => workspaceId)}::uuid[], ${late.map(({ id }) => id)}::uuid[], ${late.map((one) => one.after)}::int[])
        AS late("workspaceId", "id", "after")
      WHERE n."workspaceId" = late."workspaceId" AND n."id" = late."id"`;
  await enqueueSends(
    tx,
    claimed.map(({ workspaceId, id }) => ({ workspaceId, nudgeId: id })),
    after,
  );
}

/** Makes jobs for nudges that lost theirs: the copy was killed, or the queue's row with it. A job too many is harmless. */
export async function rescueNudges(system: System): Promise<number> {
  const at = await system.now();
  return system.transaction(async (tx) => {
    const lost = await tx.$queryRaw<NudgeKey[]>`
      UPDATE "Nudge" n SET "rescueAt" = ${rescueAfter(system, at)}
      FROM (
        SELECT "workspaceId", "id" FROM "Nudge" WHERE "state" IN ('queued', 'sending') AND "rescueAt" <= ${at}
        ORDER BY "rescueAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED
      ) lost WHERE n."workspaceId" = lost."workspaceId" AND n."id" = lost."id"
      RETURNING n."workspaceId", n."id" AS "nudgeId"`;
    await enqueueSends(tx, lost, []);
    return lost.length;
  });
}

export interface Nudge extends NudgeKey {
  readonly kind: 'touch' | 'morning' | 'digest' | 'team';
  readonly personId: string;
  readonly touchId: string | undefined;
  readonly stage: Stage | undefined;
  readonly state: 'queued' | 'sending';
  readonly claimedAt: Date | undefined;
  readonly createdAt: Date;
  /** Sendings begun. */
  readonly attempts: number;
  /** It was sent once more although it may have arrived. */
  readonly repeated: boolean;
  /** Where the last sending went. */
  readonly sentTo: NudgePlace | undefined;
}

/** A person's account on a platform. */
export interface NudgePlace {
  readonly platform: PlatformName;
  readonly team: string;
  readonly account: string;
}

type NudgeRow = Omit<Nudge, 'touchId' | 'stage' | 'claimedAt' | 'sentTo'> & {
  readonly platform: PlatformName | null;
  readonly team: string | null;
  readonly channel: string | null;
  readonly touchId: string | null;
  readonly stage: Stage | null;
  readonly claimedAt: Date | null;
};

const columns = (keys: readonly NudgeKey[]) =>
  [keys.map(({ workspaceId }) => workspaceId), keys.map(({ nudgeId }) => nudgeId)] as const;

/** Those of them that are neither sent nor given up. */
export async function findUnsettled({ prisma }: System, keys: readonly NudgeKey[]): Promise<readonly Nudge[]> {
  const [workspaces, ids] = columns(keys);
  const rows = await prisma.$queryRaw<NudgeRow[]>`
    SELECT n."workspaceId", n."id" AS "nudgeId", n."kind"::text AS "kind", n."personId", n."touchId", n."stage"::text AS "stage", n."state"::text AS "state", n."claimedAt", n."createdAt", n."attempts",
      n."repeatedAt" IS NOT NULL AS "repeated", n."platform"::text AS "platform", n."team", n."channel"
    FROM "Nudge" n JOIN unnest(${workspaces}::uuid[], ${ids}::uuid[]) AS key("workspaceId", "id")
      ON n."workspaceId" = key."workspaceId" AND n."id" = key."id"
    WHERE n."state" IN ('queued', 'sending')`;
  return rows.map(({ platform, team, channel, ...row }) => ({
    ...row,
    sentTo: platform && team && channel ? { platform, team, account: channel } : undefined,
    touchId: row.touchId ?? undefined,
    stage: row.stage ?? undefined,
    claimedAt: row.claimedAt ?? undefined,
  }));
}

/** A nudge that is to be sent, and where; `repeats` where it may be there already. */
export interface Sending {
  readonly nudge: Nudge;
  readonly reach: NudgePlace;
  readonly repeats: boolean;
}

/** Takes nudges for sending, or for sending again; gives those that nobody else has or had, as they are now. */
export async function claimNudges(system: System, sendings: readonly Sending[], at: Date): Promise<readonly Nudge[]> {
  const nudges = sendings.map(({ nudge }) => nudge);
  const [workspaces, ids] = columns(nudges);
  const taken = await system.prisma.$queryRaw<NudgeKey[]>`
    UPDATE "Nudge" n SET "state" = 'sending', "claimedAt" = ${at}, "attempts" = n."attempts" + 1, "rescueAt" = ${rescueAfter(system, at)},
      "platform" = was."platform"::"PlatformKind", "team" = was."team", "channel" = was."account", "repeatedAt" = CASE WHEN was."repeats" THEN COALESCE(n."repeatedAt", ${at}) END
    FROM unnest(${workspaces}::uuid[], ${ids}::uuid[], ${nudges.map(({ state }) => state)}::text[], ${nudges.map(({ claimedAt }) => claimedAt?.toISOString() ?? null)}::text[],
      ${sendings.map(({ reach }) => reach.platform)}::text[], ${sendings.map(({ reach }) => reach.team)}::text[], ${sendings.map(({ reach }) => reach.account)}::text[],
      ${sendings.map(({ repeats }) => repeats)}::boolean[])
      AS was("workspaceId", "id", "state", "claimedAt", "platform", "team", "account", "repeats")
    WHERE n."workspaceId" = was."workspaceId" AND n."id" = was."id"
      AND n."state"::text = was."state" AND n."claimedAt" IS NOT DISTINCT FROM was."claimedAt"::timestamptz
    RETURNING n."workspaceId", n."id" AS "nudgeId"`;
  const mine = new Set(taken.map(({ nudgeId }) => nudgeId));
  return nudges
    .filter(({ nudgeId }) => mine.has(nudgeId))
    .map((nudge) => ({ ...nudge, state: 'sending', claimedAt: at, attempts: nudge.attempts + 1 }));
}

/** What became of a nudge that somebody had. `again`: seconds until it is looked at once more. */
export type Outcome =
  | {
      readonly state: 'sent';
      readonly platform: PlatformName;
      readonly team: string;
      readonly ref: MessageRef;
      readonly at: Date;
    }
  | {
      readonly state: 'skipped' | 'failed';
      readonly problem: string;
      /** The platform does not reach the person any more. */
      readonly gone?: boolean;
    }
  | {
      readonly state: 'queued' | 'sending';
      readonly problem?: string;
      readonly again: number;
      /** Where it is not as many as before: of something that failed before the sending began. */
      readonly attempts?: number;
    };

/**
 * Writes down what became of nudges, in one statement; those to be looked at again get a job in the same transaction. One that
 * another copy took meanwhile is left alone: what it says is newer.
 */
export async function settleNudges(system: System, ends: readonly (readonly [Nudge, Outcome])[]): Promise<void> {
  if (ends.length === 0) return;
  const [workspaces, ids] = columns(ends.map(([nudge]) => nudge));
  const rescueAt = await nextRescue(system);
  const sent = ends.map(([, end]) => (end.state === 'sent' ? end : undefined));
  const update = ({ $queryRaw }: Pick<SystemTx, '$queryRaw'>) => $queryRaw<NudgeKey[]>`
    UPDATE "Nudge" n SET "state" = e."state"::"NudgeState", "problem" = e."problem", "attempts" = COALESCE(e."attempts", n."attempts"), "rescueAt" = ${rescueAt}::timestamptz + e."again" * interval '1 second',
      "platform" = COALESCE(e."platform"::"PlatformKind", n."platform"), "team" = COALESCE(e."team", n."team"), "channel" = COALESCE(e."channel", n."channel"), "message" = e."message", "sentAt" = e."at"::timestamptz
    FROM unnest(${workspaces}::uuid[], ${ids}::uuid[], ${ends.map(([{ state }]) => state)}::text[], ${ends.map(([{ claimedAt }]) => claimedAt?.toISOString() ?? null)}::text[],
      ${ends.map(([, { state }]) => state)}::text[], ${ends.map(([, end]) => ('problem' in end ? (end.problem ?? null) : null))}::text[], ${ends.map(([, end]) => ('again' in end ? end.again : 0))}::int[],
      ${ends.map(([, end]) => ('again' in end ? (end.attempts ?? null) : null))}::int[],
      ${sent.map((end) => end?.platform ?? null)}::text[], ${sent.map((end) => end?.team ?? null)}::text[], ${sent.map((end) => end?.ref.channel ?? null)}::text[],
      ${sent.map((end) => end?.ref.message ?? null)}::text[], ${sent.map((end) => end?.at.toISOString() ?? null)}::text[])
      AS e("workspaceId", "id", "was", "claimedAt", "state", "problem", "again", "attempts", "platform", "team", "channel", "message", "at")
    WHERE n."workspaceId" = e."workspaceId" AND n."id" = e."id" AND n."state"::text = e."was" AND n."claimedAt" IS NOT DISTINCT FROM e."claimedAt"::timestamptz
    RETURNING n."workspaceId", n."id" AS "nudgeId"`;
  const again = ends.filter(([, end]) => 'again' in end);
  const gone = ends.filter(([, end]) => 'gone' in end && end.gone);
  if (again.length === 0 && gone.length === 0) {
    await update({ $queryRaw: system.prisma.$queryRaw.bind(system.prisma) });
    return;
  }
  await system.transaction(async (tx) => {
    const mine = new Set((await update(tx)).map(({ nudgeId }) => nudgeId));
    const works = again.flatMap(([{ workspaceId, nudgeId }, end]) =>
      'again' in end && mine.has(nudgeId) ? [{ data: { nudges: [{ workspaceId, nudgeId }] }, after: end.again }] : [],
    );
    await tx.enqueueAll('reminders.send', works);
    await tx.enqueueAll(
      'people.look',
      gone.map(([{ workspaceId, personId }]) => ({ data: { workspaceId, personId } })),
    );
  });
}
