import type { PrismaClient } from './generated/client.ts';
import { type Enqueue, openScope, type RawClient, type Scope } from './scope.ts';

/**
 * The one door that sees all workspaces: the sweep, finding the workspace a message belongs to, set-up, the doctor.
 * Nothing that a person asks for goes through it.
 */
export interface System {
  readonly prisma: PrismaClient;
  scope(workspaceId: string): Scope;
  transaction<Result>(work: (tx: SystemTx) => Promise<Result>): Promise<Result>;
}

export interface SystemTx extends Pick<PrismaClient, '$queryRaw' | '$executeRaw'> {
  enqueue(job: string, data: object): Promise<void>;
}

/** Scopes are kept: building one costs more than a query. */
const keptScopes = 5_000;

export function openSystem(prisma: PrismaClient, enqueue: Enqueue): System {
  const scopes = new Map<string, Scope>();
  return {
    prisma,
    scope(workspaceId) {
      let scope = scopes.get(workspaceId);
      if (!scope) {
        if (scopes.size >= keptScopes) scopes.clear();
        scope = openScope(prisma, workspaceId, enqueue);
        scopes.set(workspaceId, scope);
      }
      return scope;
    },
    transaction: (work) =>
      prisma.$transaction(
        (tx) =>
          work({
            $queryRaw: tx.$queryRaw.bind(tx),
            $executeRaw: tx.$executeRaw.bind(tx),
            enqueue: (job, data) => enqueue(tx as RawClient, job, data),
          }),
        { maxWait: 10_000, timeout: 60_000 },
      ),
  };
}
