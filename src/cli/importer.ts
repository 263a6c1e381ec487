import type { Person } from '../app/people.ts';
import { languageCodes } from '../languages/index.ts';
import type { System } from '../store/index.ts';

export interface Importer {
  readonly workspaceId: string;
  readonly country: string | undefined;
  readonly person: Pick<Person, 'id' | 'zone' | 'language'>;
}

/** In whose name a file is imported: the one named, else the first admin. Where that is not clear, what to add to the command. */
export async function findImporter(
  { prisma }: System,
  wanted: { readonly workspace?: string | undefined; readonly as?: string | undefined },
): Promise<Importer | { readonly problem: string }> {
  const workspaces = await prisma.workspace.findMany({ orderBy: { createdAt: 'asc' } });
  const chosen = wanted.workspace === undefined ? workspaces : workspaces.filter(({ id }) => id === wanted.workspace);
  const [workspace] = chosen;
  if (!workspace) {
    return {
      problem:
        workspaces.length === 0
          ? 'Nobody has set up Aftercare here yet. Start it once, and let your team in.'
          : `There is no workspace ${wanted.workspace}.`,
    };
  }
  if (chosen.length > 1) {
    return {
      problem: [
        'There are several workspaces. Choose one with --workspace:',
        ...chosen.map(({ id, name }) => `  ${id}  ${name}`),
      ].join('\n'),
    };
  }
  const team = await prisma.person.findMany({
    where: { workspaceId: workspace.id, role: { not: null }, leftAt: null },
    orderBy: [{ role: 'desc' }, { createdAt: 'asc' }],
  });
  const name = wanted.as?.trim().toLowerCase();
  const people =
    name === undefined
      ? team.filter(({ role }) => role === 'admin').slice(0, 1)
      : team.filter((person) => [person.name, person.email].some((one) => one?.toLowerCase() === name));
  const [person] = people;
  if (!person || people.length > 1) {
    const list = team.map((one) => `  ${one.name}${one.email ? ` <${one.email}>` : ''}`);
    return {
      problem: [
        person ? 'Several people are called that. Name one by mail with --as:' : 'Name somebody of the team with --as:',
        ...list,
      ].join('\n'),
    };
  }
  const language = languageCodes.find((code) => code === person.language) ?? 'en';
  return {
    workspaceId: workspace.id,
    country: workspace.country ?? undefined,
    person: { id: person.id, zone: person.zone, language },
  };
}
