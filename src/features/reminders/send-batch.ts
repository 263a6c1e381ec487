import type { Scope, System } from '../../store/index.ts';
import { findReaches, type Reach } from '../people/index.ts';
import { type Material, needsMaterial, readMaterial } from './message.ts';
import type { Nudge } from './nudge-store.ts';

/** What a job's nudges need to know, read together: a few statements for each workspace, however many nudges it has here. */
export interface Batch {
  reach(nudge: Nudge): Promise<Reach | undefined>;
  material(nudge: Nudge): Promise<Material | undefined>;
}

export function openBatch(system: System, nudges: readonly Nudge[]): Batch {
  const byWorkspace = Map.groupBy(nudges, ({ workspaceId }) => workspaceId);
  const once = <Read>(read: (scope: Scope, own: readonly Nudge[]) => Promise<Read>) => {
    const kept = new Map<string, Promise<Read>>();
    return ({ workspaceId }: Nudge) => {
      const known = kept.get(workspaceId) ?? read(system.scope(workspaceId), byWorkspace.get(workspaceId) ?? []);
      kept.set(workspaceId, known);
      return known;
    };
  };
  const reaches = once((scope, own) =>
    findReaches(
      scope,
      own.map(({ personId }) => personId),
    ),
  );
  const materials = once((scope, own) =>
    readMaterial(
      scope,
      own.filter(needsMaterial).map(({ nudgeId }) => nudgeId),
    ),
  );
  return {
    reach: async (nudge) => (await reaches(nudge)).get(nudge.personId),
    // Where one cannot be read, the others still can, each by itself.
    material: async (nudge) => (needsMaterial(nudge) ? materials(nudge).catch(() => undefined) : undefined),
  };
}
