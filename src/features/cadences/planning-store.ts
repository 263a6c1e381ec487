import { piece, type Tx, WORKSPACE } from '../../store/index.ts';
import type { Audience, Cadence, Tier } from './cadence.ts';
import type { Occurrence, PurchaseDay } from './plan-touches.ts';
import type { PlanDay } from './store.ts';

const contains = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Conditions on a customer `c` whose country, or the workspace's, is `country`. */
function audienceOf({ tiers, countries, product }: Audience, day: PlanDay, onPurchase: boolean) {
  const ofTier = tiers.length === 0 ? piece`` : piece`AND c."tier"::text = ANY(${[...tiers]}::text[])`;
  const ofCountry =
    countries.length === 0 ? piece`` : piece`AND COALESCE(c."country", ${day.country ?? null}) = ANY(${[...countries]}::text[])`;
  const ofProduct =
    product === undefined
      ? piece``
      : onPurchase
        ? piece`AND normalize(p."product", NFKC) ILIKE ${contains(product.normalize('NFKC'))}`
        : piece`AND EXISTS (SELECT 1 FROM "Purchase" b WHERE b."workspaceId" = c."workspaceId" AND b."customerId" = c."id"
            AND b."returnedAt" IS NULL AND normalize(b."product", NFKC) ILIKE ${contains(product.normalize('NFKC'))})`;
  const only = day.only === undefined ? piece`` : piece`AND c."id" = ANY(${[...day.only]}::uuid[])`;
  return piece`c."doNotContactAt" IS NULL ${ofTier} ${ofCountry} ${ofProduct} ${only}`;
}

/** Who dropped out of a cadence that was switched off comes back with it; whatever else is there stays as it is. */
const revived = piece`
  DO UPDATE SET "state" = 'open', "closedAt" = NULL, "closedReason" = NULL, "dueOn" = excluded."dueOn", "repId" = excluded."repId"
  WHERE "Touch"."state" = 'dropped' AND "Touch"."closedReason" = 'cadence-off'`;

/** The owner while in the team: nothing is planned for a rep who left, until somebody else has the customer. */
const present = piece`rep."leftAt" IS NULL AND rep."role" IS NOT NULL`;

/** Plans a touch of every customer it is for; gives how many are new. One statement, whatever the number of customers. */
export async function planOccurrences(
  tx: Tx,
  { key, audience }: Cadence,
  occurrences: readonly Occurrence[],
  day: PlanDay,
): Promise<number> {
  if (occurrences.length === 0) return 0;
  const column = <T>(of: (occurrence: Occurrence) => T) => occurrences.map(of);
  const ofBirthday = occurrences.some(({ birthday }) => birthday)
    ? piece`AND c."birthday" IS NOT NULL AND c."birthdayLunar" = o."lunar"
        AND (EXTRACT(MONTH FROM c."birthday") * 100 + EXTRACT(DAY FROM c."birthday"))::int = o."monthDay"`
    : piece``;
  return tx.execute`
    INSERT INTO "Touch" ("workspaceId", "id", "customerId", "repId", "kind", "cadence", "step", "occursOn", "dueOn", "createdAt")
    SELECT c."workspaceId", gen_random_uuid(), c."id", rep."id", o."kind"::"TouchKind", ${key}, o."step", o."occursOn"::date, o."dueOn"::date, ${day.now}
    FROM unnest(${column(({ country }) => country ?? '')}::text[], ${column(({ kind }) => kind)}::text[], ${column(({ step }) => step)}::text[],
                ${column(({ occursOn }) => occursOn)}::text[], ${column(({ dueOn }) => dueOn)}::text[],
                ${column(({ birthday }) => birthday?.monthDay ?? null)}::int[], ${column(({ birthday }) => birthday?.lunar ?? null)}::bool[])
      AS o("country", "kind", "step", "occursOn", "dueOn", "monthDay", "lunar")
    JOIN "Customer" c ON c."workspaceId" = ${WORKSPACE} AND COALESCE(c."country", ${day.country ?? ''}) = o."country" ${ofBirthday}
    JOIN "Person" rep ON rep."workspaceId" = c."workspaceId" AND rep."id" = c."ownerId" AND ${present}
    WHERE ${audienceOf(audience, day, false)}
    ON CONFLICT ("workspaceId", "customerId", "cadence", "step", "occursOn") WHERE "occursOn" IS NOT NULL ${revived}`;
}

/** Plans what lies some time after purchases; gives how many are new. */
export async function planPurchaseDays(
  tx: Tx,
  { key, audience }: Cadence,
  days: readonly PurchaseDay[],
  day: PlanDay,
): Promise<number> {
  if (days.length === 0) return 0;
  const column = <T>(of: (one: PurchaseDay) => T) => days.map(of);
  return tx.execute`
    INSERT INTO "Touch" ("workspaceId", "id", "customerId", "purchaseId", "repId", "kind", "cadence", "step", "dueOn", "createdAt")
    SELECT DISTINCT ON (c."id", o."boughtOn", o."step", CASE WHEN o."perDay" THEN NULL ELSE p."id" END)
           p."workspaceId", gen_random_uuid(), c."id", p."id", COALESCE(seller."id", rep."id"), o."kind"::"TouchKind", ${key}, o."step", o."dueOn"::date, ${day.now}
    FROM unnest(${column(({ country }) => country ?? '')}::text[], ${column(({ kind }) => kind)}::text[], ${column(({ step }) => step)}::text[],
                ${column(({ boughtOn }) => boughtOn)}::text[], ${column(({ dueOn }) => dueOn)}::text[], ${column(({ perDay }) => perDay)}::bool[])
      AS o("country", "kind", "step", "boughtOn", "dueOn", "perDay")
    JOIN "Purchase" p ON p."workspaceId" = ${WORKSPACE} AND p."boughtOn" = o."boughtOn"::date AND p."returnedAt" IS NULL
    JOIN "Customer" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."customerId" AND COALESCE(c."country", ${day.country ?? ''}) = o."country"
    LEFT JOIN "Person" seller ON seller."workspaceId" = p."workspaceId" AND seller."id" = p."repId" AND seller."leftAt" IS NULL AND seller."role" IS NOT NULL
    LEFT JOIN "Person" rep ON rep."workspaceId" = c."workspaceId" AND rep."id" = c."ownerId" AND ${present}
    WHERE ${audienceOf(audience, day, true)} AND COALESCE(seller."id", rep."id") IS NOT NULL
      AND NOT (o."perDay" AND EXISTS (
        SELECT 1 FROM "Purchase" q JOIN "Touch" t ON t."workspaceId" = q."workspaceId" AND t."purchaseId" = q."id" AND t."cadence" = ${key} AND t."step" = o."step"
        WHERE q."workspaceId" = p."workspaceId" AND q."customerId" = p."customerId" AND q."boughtOn" = p."boughtOn" AND q."id" <> p."id"))
    ORDER BY c."id", o."boughtOn", o."step", CASE WHEN o."perDay" THEN NULL ELSE p."id" END, p."createdAt", p."id"
    ON CONFLICT ("workspaceId", "purchaseId", "cadence", "step") ${revived}`;
}

/** Most customers who fell silent that are brought to one rep at a time; the next come when these are done with. */
const mostSilent = 5;

export interface Silence {
  readonly country: string | undefined;
  readonly tier: Tier | undefined;
  /** Not spoken to since then. */
  readonly before: Date;
  readonly dueOn: string;
}

/**
 * Brings up customers nobody spoke to, the most important and the longest silent first (playbook: P11). Whose rep has left
 * goes to whoever leads: nobody falls silent unnoticed.
 */
export async function planSilence(
  tx: Tx,
  { key, audience, touches }: Cadence,
  silences: readonly Silence[],
  day: PlanDay,
): Promise<number> {
  const [touch] = touches;
  if (!touch || silences.length === 0) return 0;
  const longest = silences.reduce((most, { before }) => (before > most ? before : most), new Date(0));
  return tx.execute`
    INSERT INTO "Touch" ("workspaceId", "id", "customerId", "repId", "kind", "cadence", "step", "occursOn", "dueOn", "createdAt")
    SELECT s."workspaceId", gen_random_uuid(), s."id", s."repId", ${touch.kind}::"TouchKind", ${key}, ${touch.step},
           (s."since" AT TIME ZONE ${day.zone})::date, s."dueOn"::date, ${day.now}
    FROM (
      SELECT c."workspaceId", c."id", c."since", o."dueOn", who."repId",
             row_number() OVER (PARTITION BY who."repId" ORDER BY c."tier" NULLS LAST, c."since", c."id") AS "place"
      FROM (
        SELECT c.*, COALESCE(c."lastContactAt", c."createdAt") AS "since" FROM "Customer" c
        WHERE c."workspaceId" = ${WORKSPACE} AND COALESCE(c."lastContactAt", c."createdAt") <= ${longest} AND ${audienceOf(audience, day, false)}
      ) c
      JOIN unnest(${silences.map(({ country }) => country ?? '')}::text[], ${silences.map(({ tier }) => tier ?? '')}::text[],
                  ${silences.map(({ before }) => before.toISOString())}::text[], ${silences.map(({ dueOn }) => dueOn)}::text[])
        AS o("country", "tier", "before", "dueOn")
        ON o."country" = COALESCE(c."country", ${day.country ?? ''}) AND o."tier" = COALESCE(c."tier"::text, '') AND c."since" <= o."before"::timestamptz
      CROSS JOIN LATERAL (
        SELECT rep."id" AS "repId" FROM "Person" rep
        WHERE rep."workspaceId" = c."workspaceId" AND ${present} AND (rep."id" = c."ownerId" OR rep."role" <> 'rep')
        ORDER BY rep."id" = c."ownerId" DESC, rep."role" DESC, rep."createdAt" LIMIT 1
      ) who
      WHERE NOT EXISTS (
          SELECT 1 FROM "Touch" t WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c."id"
            AND (t."state" = 'open' AND t."kind" <> 'note' OR t."cadence" = ${key} AND t."occursOn" = (c."since" AT TIME ZONE ${day.zone})::date))
    ) s
    LEFT JOIN (
      SELECT t."repId", count(*) AS "open" FROM "Touch" t
      WHERE t."workspaceId" = ${WORKSPACE} AND t."state" = 'open' AND t."cadence" = ${key} GROUP BY t."repId"
    ) has ON has."repId" = s."repId"
    WHERE s."place" <= ${mostSilent}::int - COALESCE(has."open", 0)
    ON CONFLICT ("workspaceId", "customerId", "cadence", "step", "occursOn") WHERE "occursOn" IS NOT NULL ${revived}`;
}
