import type { PrismaClient } from './generated/client.ts';
import { type Enqueue, openScope, type RawClient, type Scope, type Work } from './scope.ts';

/**
 * The one door that sees all workspaces: the sweep, finding the workspace a message belongs to, set-up, the doctor.
 * Nothing that a person asks for goes through it.
 */
export interface System {
  readonly prisma: PrismaClient;
  scope(workspaceId: string): Scope;
  /** So long it may take until it is clear what became of a message; who has had one for longer has lost it. */
  readonly unclearMs: number;
  /** By the database's clock, which all copies share and nobody moves: how long somebody has had a row. */
  now(): Promise<Date>;
  transaction<Result>(work: (tx: SystemTx) => Promise<Result>): Promise<Result>;
}

export interface SystemTx extends Pick<PrismaClient, '$queryRaw' | '$executeRaw'> {
  enqueue(job: string, data: object): Promise<void>;
  /** Many in one statement. */
  enqueueAll(job: string, works: readonly Work[]): Promise<void>;
}

/** Scopes are kept: building one costs more than a query. */
const keptScopes = 5_000;

export function openSystem(prisma: PrismaClient, enqueue: Enqueue, unclearMs: number): System {
  const scopes = new Map<string, Scope>();
  return {
    prisma,
    unclearMs,
    scope(workspaceId) {
      let scope = scopes.get(workspaceId);
      if (!scope) {
        if (scopes.size >= keptScopes) scopes.clear();
        scope = openScope(prisma, workspaceId, enqueue);
        scopes.set(workspaceId, scope);
      }
      return scope;
    },
    async now() {
      const [row] = await prisma.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
      if (!row) throw new Error('The database did not say what time it is.');
      return row.at;
    },
    transaction: (work) =>
      prisma.$transaction(
        (tx) =>
          work({
            $queryRaw: tx.$queryRaw.bind(tx),
            $executeRaw: tx.$executeRaw.bind(tx),
            enqueue: (job, data) => enqueue(tx as RawClient, job, [{ data }]),
            enqueueAll: (job, works) => enqueue(tx as RawClient, job, works),
          }),
        { maxWait: 10_000, timeout: 60_000 },
      ),
  };
}
