import { type System, type Tx, WORKSPACE } from '../../store/index.ts';

/** Workspaces one look takes; the rest is taken by the next, or by another copy. */
const batch = 20;

interface DueWorkspace {
  readonly id: string;
  readonly zone: string;
  readonly country: string | undefined;
  readonly nextPlanAt: Date;
}

export async function dueWorkspaces({ prisma }: System, now: Date): Promise<readonly DueWorkspace[]> {
  const rows = await prisma.workspace.findMany({
    where: { nextPlanAt: { lte: now } },
    select: { id: true, zone: true, country: true, nextPlanAt: true },
    orderBy: { nextPlanAt: 'asc' },
    take: batch,
  });
  return rows.map(({ country, ...row }) => ({ ...row, country: country ?? undefined }));
}

/** Takes a workspace's turn; false where another copy has it or had it. */
export async function claimWorkspace(tx: Tx, seen: Date, next: Date): Promise<boolean> {
  const claimed =
    await tx.execute`UPDATE "Workspace" SET "nextPlanAt" = ${next} WHERE "id" = ${WORKSPACE} AND "nextPlanAt" = ${seen}`;
  return claimed > 0;
}

export async function putOff({ prisma }: System, id: string, seen: Date, until: Date): Promise<void> {
  await prisma.workspace.updateMany({ where: { id, nextPlanAt: seen }, data: { nextPlanAt: until } });
}
