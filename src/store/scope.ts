import { Prisma, type PrismaClient } from './generated/client.ts';

/** Stands for the workspace's id in a raw query; a query without it is refused. */
export const WORKSPACE = Symbol('workspace');

type Value =
  | string
  | number
  | boolean
  | bigint
  | Date
  | null
  | Uint8Array
  | readonly (string | number | boolean | null)[]
  | Prisma.Sql
  | typeof WORKSPACE;

/** A piece of a query, for a condition that is not always there. The query around it names the workspace. */
export const piece = Prisma.sql;

/** Work for the queue. `after`: seconds until it may begin. */
export interface Work {
  readonly data: object;
  readonly after?: number;
}

/** Puts jobs into the queue as part of the transaction: they exist if and only if the transaction commits. */
export type Enqueue = (tx: RawClient, job: string, works: readonly Work[]) => Promise<void>;
export type RawClient = Pick<PrismaClient, '$queryRawUnsafe'>;

function scopedClient(prisma: PrismaClient, workspaceId: string) {
  return prisma.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          return query(scopeArgs(model, operation, args as Record<string, unknown>, workspaceId) as typeof args);
        },
      },
    },
  });
}

/** Narrows the arguments of one model operation to the workspace, whatever they said. */
export function scopeArgs(model: string, operation: string, args: Record<string, unknown> | undefined, workspaceId: string) {
  const own = model === 'Workspace' ? { id: workspaceId } : { workspaceId };
  const fill = (data: unknown) =>
    Array.isArray(data) ? data.map((row) => ({ ...row, ...own })) : { ...(data as object), ...own };
  switch (operation) {
    case 'create':
    case 'createMany':
    case 'createManyAndReturn':
      return { ...args, data: fill(args?.data) };
    case 'upsert':
      return { ...args, where: { ...(args?.where as object), ...own }, create: fill(args?.create) };
    default:
      return { ...args, where: { ...(args?.where as object | undefined), ...own } };
  }
}

type ScopedClient = ReturnType<typeof scopedClient>;
/** The models of one workspace: every read and write is narrowed to it. */
export type Models = Omit<ScopedClient, `$${string}`>;
type RawScope = Pick<ScopedClient, '$queryRaw' | '$executeRaw' | '$queryRawUnsafe'>;

/** Reads of one workspace's data. */
export interface Reads {
  readonly workspaceId: string;
  readonly db: Models;
  /** Rows of a hand-written query, which has to name the workspace: `where "workspaceId" = ${WORKSPACE}`. */
  rows<Row>(text: TemplateStringsArray, ...values: readonly Value[]): Promise<Row[]>;
}

/** Writes of one workspace's data; they commit together, with the jobs they enqueue. */
export interface Tx extends Reads {
  /** Number of rows changed. */
  execute(text: TemplateStringsArray, ...values: readonly Value[]): Promise<number>;
  enqueue(job: string, data: object): Promise<void>;
}

/** All that can be done with one workspace's data. */
export interface Scope extends Reads {
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

function sqlOf(workspaceId: string, text: TemplateStringsArray, values: readonly Value[]): Prisma.Sql {
  if (!values.includes(WORKSPACE)) throw new Error(`A query without its workspace: ${text.join('?').slice(0, 200)}`);
  const own = Prisma.sql`${workspaceId}::uuid`;
  return Prisma.sql(text, ...values.map((value) => (value === WORKSPACE ? own : value)));
}

function reads(workspaceId: string, client: Models & RawScope): Reads {
  return {
    workspaceId,
    db: client,
    rows: (text, ...values) => client.$queryRaw(sqlOf(workspaceId, text, values)),
  };
}

/** Longest a transaction may wait for its turn and run, in milliseconds; an import's is the longest. */
const patience = { maxWait: 10_000, timeout: 300_000 };

/** One workspace's door to the store. A query outside the workspace cannot be written with it. */
export function openScope(prisma: PrismaClient, workspaceId: string, enqueue: Enqueue): Scope {
  const client = scopedClient(prisma, workspaceId);
  return {
    ...reads(workspaceId, client),
    transaction: (work) =>
      client.$transaction(
        (tx) =>
          work({
            ...reads(workspaceId, tx),
            execute: (text, ...values) => tx.$executeRaw(sqlOf(workspaceId, text, values)),
            enqueue: (job, data) => enqueue(tx as RawClient, job, [{ data }]),
          }),
        patience,
      ),
  };
}
