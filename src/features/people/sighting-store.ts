import type { Clock } from '../../app/clock.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Sighting } from '../../chat/sighting.ts';
import type { System } from '../../store/index.ts';

/** What has not changed is written again only after this long. */
const rewriteMs = 24 * 3_600_000;

/** Keeps where people are; one that does not name the person's own conversation leaves a known one. */
export function sightings({ prisma }: System, clock: Clock, platform: PlatformName) {
  const written = new Map<string, { readonly text: string; readonly at: number }>();
  const keyOf = (team: string, person: string) => `${team}:${person}`;

  return {
    async see(sighting: Sighting): Promise<void> {
      const { team, person: account, user: userId, conversation, place, serviceUrl, bot, zone, locale } = sighting;
      const now = clock.now();
      const key = keyOf(team, account);
      const text = JSON.stringify(sighting);
      const last = written.get(key);
      if (last?.text === text && now.getTime() - last.at < rewriteMs) return;
      const facts = {
        ...{ userId, place, serviceUrl, bot, seenAt: now },
        ...(conversation === undefined ? {} : { conversation }),
        ...(zone === undefined ? {} : { zone }),
        ...(locale === undefined ? {} : { locale }),
      };
      await prisma.sighting.upsert({
        where: { platform_team_account: { platform, team, account } },
        create: { platform, team, account, ...facts },
        update: facts,
      });
      if (written.size > 10_000) written.clear();
      written.set(key, { text, at: now.getTime() });
    },

    async find(team: string, person: string): Promise<Sighting | undefined> {
      const row = await prisma.sighting.findUnique({ where: { platform_team_account: { platform, team, account: person } } });
      if (!row) return undefined;
      const { userId: user, conversation, place, serviceUrl, bot, zone, locale } = row;
      return {
        ...{ team, person, user, place, serviceUrl, bot },
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

    async forget(team: string, person: string): Promise<void> {
      written.delete(keyOf(team, person));
      await prisma.sighting.updateMany({ where: { platform, team, account: person }, data: { conversation: null } });
    },
  };
}
