import type { NewId } from '../../app/ids.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { System } from '../../store/index.ts';

export interface NewInstallation {
  readonly platform: PlatformName;
  readonly team: string;
  readonly name: string;
  readonly botUser: string | undefined;
  readonly scopes: readonly string[];
  /** Who installed it, where the platform tells: the first admin. The first one stays. */
  readonly installedBy?: string;
}

/** Keeps that the bot is on this team; a new team is a workspace of its own. Gives the workspace's id. */
export async function keepInstallation(
  { prisma }: System,
  installation: NewInstallation,
  newId: NewId,
  now: Date,
): Promise<string> {
  const { platform, team, name, botUser, scopes, installedBy } = installation;
  const facts = { name, botUser: botUser ?? null, scopes: [...scopes], removedAt: null };
  const known = await prisma.installation.findUnique({ where: { platform_team: { platform, team } } });
  if (known) {
    await prisma.installation.update({ where: { platform_team: { platform, team } }, data: facts });
    return known.workspaceId;
  }
  const id = newId();
  await prisma.workspace.create({
    data: {
      id,
      name,
      createdAt: now,
      installations: { create: { platform, team, installedAt: now, installedBy: installedBy ?? null, ...facts } },
    },
  });
  return id;
}
