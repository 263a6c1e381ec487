import type { Reads, Tx } from '../../store/index.ts';

/** A person's id; null: said to be nobody of ours. A name that is missing is unknown. */
export type Reps = ReadonlyMap<string, string | null>;

export const repKey = (name: string): string => name.trim().toLowerCase();

/** Everything a file may call a rep: what was answered once, then mails and names, unless two people share one. */
export async function loadReps(data: Reads): Promise<Reps> {
  const people = await data.db.person.findMany({
    where: { leftAt: null, role: { not: null } },
    select: { id: true, name: true, email: true },
  });
  const reps = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { id, name, email } of people) {
    for (const key of new Set([repKey(name), ...(email ? [repKey(email)] : [])])) {
      if (reps.has(key)) shared.add(key);
      reps.set(key, id);
    }
  }
  for (const key of shared) reps.delete(key);
  const ids = new Set(people.map(({ id }) => id));
  for (const { name, personId } of await data.db.repName.findMany()) {
    // A name that meant somebody who has left means nobody in particular now.
    if (personId === null || ids.has(personId)) reps.set(name, personId);
  }
  return reps;
}

/** Who gets what a file names no rep for. */
export interface Unnamed {
  /** People in the team: a customer of theirs stays theirs. */
  readonly members: ReadonlySet<string>;
  /** Whoever imports leads others and does not do the calls: the lines wait in the pool for somebody to take them. */
  readonly pools: boolean;
}

export async function loadUnnamed(data: Reads, importerId: string): Promise<Unnamed> {
  const people = await data.db.person.findMany({
    where: { leftAt: null, role: { not: null } },
    select: { id: true, role: true },
  });
  const leads = people.some(({ id, role }) => id === importerId && role !== 'rep');
  const others = people.some(({ id, role }) => id !== importerId && role === 'rep');
  return { members: new Set(people.map(({ id }) => id)), pools: leads && others };
}

/** Keeps who a name means, for this file and every later one. */
export async function nameRep(tx: Tx, name: string, personId: string | null): Promise<void> {
  const { workspaceId } = tx;
  const key = { workspaceId, name: repKey(name) };
  await tx.db.repName.upsert({ where: { workspaceId_name: key }, create: { ...key, personId }, update: { personId } });
}
