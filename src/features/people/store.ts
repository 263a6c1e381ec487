import type { Person, Role, Workspace } from '../../app/people.ts';
import type { PlatformName, Profile } from '../../chat/platform.ts';
import { type LanguageCode, nearestLanguage } from '../../languages/index.ts';
import { type Reads, type System, type Tx, WORKSPACE } from '../../store/index.ts';
import { nextMorning } from './hearing.ts';
import { findHearing, replanTouches } from './hearing-store.ts';

export interface Account {
  readonly platform: PlatformName;
  readonly team: string;
  readonly account: string;
}

export interface Found {
  readonly workspace: Workspace;
  readonly installedBy: string | undefined;
  readonly person:
    | (Person & {
        readonly profileAt: Date | undefined;
        /** When they spoke under this account last, where they have several. */
        readonly usedAt: Date | undefined;
        readonly several: boolean;
      })
    | undefined;
}

interface FoundRow {
  workspaceId: string;
  workspaceName: string;
  workspaceLanguage: LanguageCode;
  workspaceZone: string;
  country: string | null;
  installedBy: string | null;
  id: string | null;
  name: string;
  role: Role | null;
  zone: string;
  language: LanguageCode;
  welcomedAt: Date | null;
  profileAt: Date | null;
  usedAt: Date | null;
  several: boolean;
}

/** The workspace that has the bot on this team, and the person with this account if known; in one query. */
export async function findAccount({ prisma }: System, { platform, team, account }: Account): Promise<Found | undefined> {
  const [row] = await prisma.$queryRaw<FoundRow[]>`
    SELECT w."id" AS "workspaceId", w."name" AS "workspaceName", w."language"::text AS "workspaceLanguage", w."zone" AS "workspaceZone",
           w."country", i."installedBy", p."id", p."name", p."role"::text AS "role", p."zone", p."language"::text AS "language", p."welcomedAt", p."profileAt",
           a."usedAt", EXISTS (SELECT 1 FROM "Identity" o WHERE o."workspaceId" = a."workspaceId" AND o."personId" = a."personId" AND o."account" <> a."account") AS "several"
    FROM "Installation" i
    JOIN "Workspace" w ON w."id" = i."workspaceId"
    LEFT JOIN "Identity" a ON a."platform" = i."platform" AND a."team" = i."team" AND a."account" = ${account}
    LEFT JOIN "Person" p ON p."workspaceId" = a."workspaceId" AND p."id" = a."personId" AND p."leftAt" IS NULL
    WHERE i."platform" = ${platform}::"PlatformKind" AND i."team" = ${team} AND i."removedAt" IS NULL`;
  if (!row) return undefined;
  return {
    workspace: {
      id: row.workspaceId,
      name: row.workspaceName,
      language: row.workspaceLanguage,
      zone: row.workspaceZone,
      country: row.country ?? undefined,
    },
    installedBy: row.installedBy ?? undefined,
    person:
      row.id === null
        ? undefined
        : {
            ...personOf({ ...row, id: row.id }),
            ...{ profileAt: row.profileAt ?? undefined, usedAt: row.usedAt ?? undefined, several: row.several },
          },
  };
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly zone: string;
  readonly language: LanguageCode;
  readonly welcomedAt: Date | null;
}

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    role: row.role ?? undefined,
    zone: row.zone,
    language: row.language,
    welcomed: row.welcomedAt !== null,
  };
}

/** Keeps a member of the chat workspace; the account's row decides where two arrive at once. */
export async function addPerson(
  tx: Tx,
  account: Account,
  person: { readonly id: string; readonly name: string; readonly role: Role | undefined },
  profile: Profile | undefined,
  defaults: Workspace,
  now: Date,
): Promise<string> {
  const known = await tx.db.identity.findFirst({ where: account });
  if (known) return known.personId;
  const { workspaceId } = tx;
  await tx.db.person.create({
    data: {
      workspaceId,
      id: person.id,
      name: person.name,
      role: person.role ?? null,
      email: profile?.email ?? null,
      zone: profile?.zone ?? defaults.zone,
      language: profile ? nearestLanguage(profile.locale) : defaults.language,
      profileAt: profile ? now : null,
      createdAt: now,
    },
  });
  await tx.db.identity.create({ data: { ...account, workspaceId, personId: person.id } });
  if (profile?.email) await tx.enqueue('linking.propose', { workspaceId, personId: person.id });
  return person.id;
}

/** Takes over what the platform says of a person now; what they chose here stays. */
export async function refreshPerson(tx: Tx, personId: string, profile: Profile, now: Date): Promise<void> {
  const before = await tx.db.person.findFirst({ where: { id: personId }, include: { identities: true } });
  const others = before?.identities.filter(({ account }) => account !== profile.id) ?? [];
  // One of several accounts has ended; the person goes on under the others.
  if (profile.kind !== 'member' && others.length > 0) {
    await tx.db.identity.deleteMany({ where: { personId, account: profile.id } });
    return;
  }
  await tx.execute`
    UPDATE "Person" SET "name" = ${profile.name}, "email" = CASE WHEN ${profile.kind === 'gone'} THEN "email" ELSE ${profile.email ?? null}::text END, "profileAt" = ${now},
      "zone" = CASE WHEN "zoneChosen" THEN "zone" ELSE COALESCE(${profile.zone ?? null}, "zone") END,
      "language" = CASE WHEN "languageChosen" THEN "language" ELSE ${nearestLanguage(profile.locale)}::"Language" END,
      "releaseAt" = CASE WHEN ${profile.kind === 'member'} THEN CASE WHEN "role" IS NULL THEN "releaseAt" END WHEN "leftAt" IS NULL AND "role" IS NOT NULL THEN ${now} ELSE "releaseAt" END,
      "leftAt" = CASE WHEN ${profile.kind === 'member'} THEN NULL ELSE COALESCE("leftAt", ${now}) END
    WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${personId}::uuid`;
  if (profile.email && profile.email !== before?.email)
    await tx.enqueue('linking.propose', { workspaceId: tx.workspaceId, personId });
  const hearing = await findHearing(tx, personId);
  if (!before || !hearing) return;
  const left = before.leftAt === null && profile.kind !== 'member';
  if (before.zone === hearing.zone && !left) return;
  if (before.nextMorningAt)
    await tx.db.person.updateMany({ where: { id: personId }, data: { nextMorningAt: nextMorning(hearing, now) } });
  await replanTouches(tx, { repId: personId });
}

export async function hasAdmin(data: Reads): Promise<boolean> {
  return (await data.db.person.count({ where: { role: 'admin', leftAt: null } })) > 0;
}

export interface Member extends Person {
  readonly account: string | undefined;
  readonly askedAt: Date | undefined;
}

/**
 * Everyone who is in the team or asked to be: those who asked first, then by role and name. `on`: the platform whose account of
 * theirs is to be mentioned.
 */
export async function listMembers(data: Reads, on?: PlatformName): Promise<readonly Member[]> {
  const people = await data.db.person.findMany({
    where: { leftAt: null, OR: [{ role: { not: null } }, { askedAt: { not: null } }] },
    include: { identities: true },
    orderBy: [{ role: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
  });
  return people.map((row) => ({
    ...personOf(row),
    account: row.identities.find(({ platform }) => on === undefined || platform === on)?.account,
    askedAt: row.askedAt ?? undefined,
  }));
}

export async function findMember(data: Reads, personId: string): Promise<Person | undefined> {
  const row = await data.db.person.findFirst({ where: { id: personId, leftAt: null } });
  return row ? personOf(row) : undefined;
}

/** The mail that the platform gives as proved. */
export async function findEmail(data: Reads, personId: string): Promise<string | undefined> {
  const row = await data.db.person.findFirst({ where: { id: personId } });
  return row?.email ?? undefined;
}

/** The person with this account, if anybody. */
export async function findByAccount(data: Reads, account: string): Promise<Person | undefined> {
  const row = await data.db.identity.findFirst({ where: { account }, include: { person: true } });
  return row && row.person.leftAt === null ? personOf(row.person) : undefined;
}

/** Who is in the team has a morning list, at the chosen time of their own clock. */
export async function setRole(tx: Tx, personId: string, role: Role | undefined, now: Date): Promise<void> {
  const person = await tx.db.person.findFirst({ where: { id: personId } });
  const hearing = await findHearing(tx, personId);
  if (!person || !hearing) return;
  const nextMorningAt = role ? nextMorning(hearing, now) : null;
  const left = role === undefined && person.role !== null;
  const releaseAt = role ? null : left ? now : person.releaseAt;
  await tx.db.person.updateMany({
    where: { id: personId },
    data: { role: role ?? null, askedAt: null, nextMorningAt, releaseAt },
  });
  // Whose work nobody hears of any more is seen by who leads the team.
  if ((role === undefined) !== (person.role === null)) await replanTouches(tx, { repId: personId });
}

/** Notes that the person wants to be let in; false where that was noted before. */
export async function noteAsked(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.db.person.updateMany({ where: { id: personId, role: null, askedAt: null }, data: { askedAt: now } });
  return count > 0;
}

export async function noteWelcomed(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.db.person.updateMany({ where: { id: personId, welcomedAt: null }, data: { welcomedAt: now } });
}

export async function listAdmins(data: Reads): Promise<readonly Person[]> {
  const rows = await data.db.person.findMany({ where: { role: 'admin', leftAt: null } });
  return rows.map(personOf);
}
