import type { Role } from './people.ts';

/** Who may do what. `anyone` is every full member of the workspace, also before being let in. */
export type Access = 'anyone' | Role;

const rank: Record<Role, number> = { rep: 1, manager: 2, admin: 3 };

export function mayUse(access: Access, role: Role | undefined): boolean {
  if (access === 'anyone') return true;
  return role !== undefined && rank[role] >= rank[access];
}
