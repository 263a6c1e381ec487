import type { Clock } from '../../app/clock.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Seen, Sighting } from '../../chat/sighting.ts';
import type { System } from '../../store/index.ts';

/** What has not changed is written again only after this long; so long at most another copy's news of a loss may hold. */
const rewriteMs = 60_000;
/** Who does not add the bot is asked to no more often than this. */
const inviteMs = 7 * 24 * 3_600_000;

/** Keeps where people are; a sighting that does not name the person's own conversation leaves a known one. */
export function sightings({ prisma }: System, clock: Clock, platform: PlatformName) {
  const written = new Map<string, { readonly text: string; readonly at: number }>();
  const keyOf = (team: string, person: string) => `${team}:${person}`;
  const rowOf = (team: string, account: string) => ({ platform_team_account: { platform, team, account } });

  return {
    async see({ at, ...sighting }: Sighting): Promise<void> {
      const { team, person: account, user, place, serviceUrl, bot } = sighting;
      const [conversation, zone, locale] = [sighting.conversation ?? null, sighting.zone ?? null, sighting.locale ?? null];
      const now = clock.now();
      const key = keyOf(team, account);
      const text = JSON.stringify(sighting);
      const last = written.get(key);
      if (last?.text === text && now.getTime() - last.at < rewriteMs) return;
      const heardAt = conversation === null ? null : (at ?? now);
      // What a person did before removing the bot brings nothing back, however late it is heard of.
      await prisma.$executeRaw`
        INSERT INTO "Sighting" AS s ("platform", "team", "account", "userId", "conversation", "place", "serviceUrl", "bot", "zone", "locale", "seenAt", "heardAt")
        VALUES (${platform}::"PlatformKind", ${team}, ${account}, ${user}, ${conversation}, ${place}, ${serviceUrl}, ${bot}, ${zone}, ${locale}, ${now}, ${heardAt})
        ON CONFLICT ("platform", "team", "account") DO UPDATE SET "userId" = excluded."userId", "place" = excluded."place", "serviceUrl" = excluded."serviceUrl",
          "bot" = excluded."bot", "seenAt" = excluded."seenAt", "zone" = COALESCE(excluded."zone", s."zone"), "locale" = COALESCE(excluded."locale", s."locale"),
          "conversation" = COALESCE(excluded."conversation", s."conversation"), "heardAt" = GREATEST(s."heardAt", excluded."heardAt"),
          "removedAt" = CASE WHEN excluded."conversation" IS NULL THEN s."removedAt" END
        WHERE excluded."conversation" IS NULL OR s."removedAt" IS NULL OR excluded."heardAt" >= s."removedAt"`;
      if (written.size > 10_000) written.clear();
      written.set(key, { text, at: now.getTime() });
    },

    async find(team: string, person: string): Promise<Seen | undefined> {
      const row = await prisma.sighting.findUnique({ where: rowOf(team, person) });
      if (!row) return undefined;
      const { userId: user, conversation, place, serviceUrl, bot, zone, locale, removedAt } = row;
      return {
        ...{ team, person, user, place, serviceUrl, bot, removed: removedAt !== null },
        ...(conversation === null ? {} : { conversation }),
        ...(zone === null ? {} : { zone }),
        ...(locale === null ? {} : { locale }),
      };
    },

    /** Where a whole tenant is spoken to. */
    async service(team: string): Promise<string | undefined> {
      const row = await prisma.sighting.findFirst({ where: { platform, team }, orderBy: { seenAt: 'desc' } });
      return row?.serviceUrl;
    },

    async lose(team: string, person: string): Promise<void> {
      written.delete(keyOf(team, person));
      await prisma.sighting.updateMany({ where: { platform, team, account: person }, data: { conversation: null } });
    },

    async remove({ team, person: account, user, place, serviceUrl, bot, at }: Sighting): Promise<void> {
      written.delete(keyOf(team, account));
      const now = clock.now();
      await prisma.$executeRaw`
        INSERT INTO "Sighting" AS s ("platform", "team", "account", "userId", "place", "serviceUrl", "bot", "seenAt", "removedAt")
        VALUES (${platform}::"PlatformKind", ${team}, ${account}, ${user}, ${place}, ${serviceUrl}, ${bot}, ${now}, ${at ?? now})
        ON CONFLICT ("platform", "team", "account") DO UPDATE SET "conversation" = NULL, "greetedAt" = NULL, "removedAt" = GREATEST(s."removedAt", excluded."removedAt")
        WHERE s."heardAt" IS NULL OR s."heardAt" <= excluded."removedAt"`;
    },

    async greet(team: string, person: string): Promise<boolean> {
      const { count } = await prisma.sighting.updateMany({
        where: { platform, team, account: person, greetedAt: null, removedAt: null },
        data: { greetedAt: clock.now() },
      });
      return count > 0;
    },

    async invite(team: string, person: string): Promise<boolean> {
      const now = clock.now();
      const before = new Date(now.getTime() - inviteMs);
      const { count } = await prisma.sighting.updateMany({
        where: { platform, team, account: person, OR: [{ invitedAt: null }, { invitedAt: { lt: before } }] },
        data: { invitedAt: now },
      });
      return count > 0;
    },
  };
}
