import type { System } from '../../store/index.ts';

/** The same people on two platforms, known from the start: where somebody tries the bot out, nobody has to be asked. */
export interface AccountLinks {
  readonly slackTeam: string;
  readonly teamsTenant: string;
  readonly accounts: readonly { readonly slack: string; readonly teams: string }[];
}

/** The tenant joins the workspace of the Slack team, and everybody known there is known by the other account too. */
export async function linkAccounts(
  { prisma }: System,
  { slackTeam, teamsTenant, accounts }: AccountLinks,
  now: Date,
): Promise<void> {
  const team = await prisma.installation.findUnique({ where: { platform_team: { platform: 'slack', team: slackTeam } } });
  if (!team) return;
  const { workspaceId, name } = team;
  const people = await prisma.identity.findMany({ where: { platform: 'slack', team: slackTeam, workspaceId } });
  await prisma.installation.createMany({
    data: [{ platform: 'teams', team: teamsTenant, workspaceId, name, scopes: [], installedAt: now }],
    skipDuplicates: true,
  });
  await prisma.identity.createMany({
    data: accounts.flatMap(({ slack, teams }) => {
      const known = people.find(({ account }) => account === slack);
      return known
        ? [{ platform: 'teams' as const, team: teamsTenant, account: teams, workspaceId, personId: known.personId }]
        : [];
    }),
    skipDuplicates: true,
  });
}
