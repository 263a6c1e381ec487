import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { FileRef, PlatformName } from '../../chat/platform.ts';
import { type Reads, type Scope, type System, type Tx, WORKSPACE } from '../../store/index.ts';
import { type Outcome, outcomeSchema, type Preview, previewSchema } from './preview.ts';
import type { OpenSource } from './read-file.ts';

export type ImportState = 'received' | 'asked' | 'running' | 'done' | 'failed' | 'dropped';

const standing = z.object({ platform: z.enum(['slack', 'teams']), team: z.string(), channel: z.string(), message: z.string() });
/** Where the card about an import stands. */
export type Standing = z.infer<typeof standing>;

const origin = z.object({
  platform: z.enum(['slack', 'teams']),
  team: z.string(),
  file: z.object({ id: z.string(), name: z.string(), url: z.string(), size: z.number() }),
  message: standing.optional(),
  /** When work on it was last asked for; what was cut short is asked for again. */
  triedAt: z.iso.datetime(),
});
/** Where the file came from, and where the card about it stands. */
export type Origin = z.infer<typeof origin>;

const result = z.object({
  preview: previewSchema.optional(),
  outcome: outcomeSchema.optional(),
  reference: z.string().optional(),
});

/** A file on its way in. */
export interface FileImport {
  readonly id: string;
  readonly personId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly origin: Origin;
  readonly preview: Preview | undefined;
  readonly outcome: Outcome | undefined;
  /** Of what went wrong, as the log has it. */
  readonly reference: string | undefined;
}

const withoutContent = { id: true, personId: true, fileName: true, state: true, card: true, result: true } as const;

export async function findImport(data: Reads, id: string): Promise<FileImport | undefined> {
  const row = await data.db.import.findFirst({ where: { id }, select: withoutContent });
  return row
    ? {
        id: row.id,
        personId: row.personId,
        fileName: row.fileName,
        state: row.state,
        origin: origin.parse(row.card),
        ...parseResult(row.result),
      }
    : undefined;
}

function parseResult(stored: unknown): Pick<FileImport, 'preview' | 'outcome' | 'reference'> {
  const { preview, outcome, reference } = result.parse(stored ?? {});
  return { preview, outcome, reference };
}

export interface Received {
  readonly id: string;
  readonly personId: string;
  readonly platform: PlatformName;
  readonly team: string;
  readonly file: FileRef;
}

export async function keepReceived(tx: Tx, { id, personId, platform, team, file }: Received, now: Date): Promise<void> {
  const card: Origin = { platform, team, file: { ...file }, triedAt: now.toISOString() };
  await tx.db.import.create({
    data: { workspaceId: tx.workspaceId, id, personId, fileName: file.name, content: Buffer.alloc(0), card, createdAt: now },
  });
}

const pack = promisify(gzip);

/**
 * Keeps the file, packed. As text: a client takes bytes through so many hands that ten megabytes of them stop the process
 * for seconds and cost it half a gigabyte.
 */
export async function keepContent(scope: Scope, id: string, content: Uint8Array): Promise<void> {
  const packed = (await pack(content)).toString('base64');
  await scope.transaction(
    (tx) => tx.execute`
      UPDATE "Import" SET "content" = decode(${packed}::text, 'base64') WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${id}::uuid`,
  );
}

/** The file, to be read from its beginning as often as is needed; it stays packed in memory. */
export async function openContent(data: Reads, id: string): Promise<OpenSource> {
  const [row] = await data.rows<{ packed: string }>`
    SELECT encode("content", 'base64') AS "packed" FROM "Import" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${id}::uuid`;
  const packed = Buffer.from(row?.packed ?? '', 'base64');
  return () => Readable.from([packed]).pipe(createGunzip());
}

interface Move {
  readonly from: readonly ImportState[];
  readonly to: ImportState;
  readonly origin?: Origin;
  readonly result?: { readonly preview?: Preview | undefined; readonly outcome?: Outcome; readonly reference?: string };
}

/** Moves an import on, and keeps what came of it; false where it stands elsewhere by now. Files that are done with are let go. */
export async function moveImport(tx: Tx, id: string, { from, to, origin: card, result: came }: Move): Promise<boolean> {
  const over = to === 'done' || to === 'dropped';
  const { count } = await tx.db.import.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      state: to,
      ...(card ? { card } : {}),
      ...(came ? { result: came } : {}),
      ...(over ? { content: Buffer.alloc(0) } : {}),
    },
  });
  return count > 0;
}

/** Takes an import that is to be run, for this transaction alone; undefined where it is done or somebody else is at it. */
export async function takeRunning(tx: Tx, id: string): Promise<FileImport | undefined> {
  const [mine] = await tx.rows<{ id: string }>`
    SELECT "id" FROM "Import" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${id}::uuid AND "state" = 'running' FOR UPDATE SKIP LOCKED`;
  return mine && findImport(tx, id);
}

export async function keepMessage(scope: Scope, id: string, message: Standing): Promise<void> {
  await scope.transaction(
    (tx) => tx.execute`
      UPDATE "Import" SET "card" = jsonb_set("card", '{message}', ${JSON.stringify(message)}::jsonb)
      WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${id}::uuid`,
  );
}

/** The workspace's country: for customers without one. */
export async function workspaceCountry(data: Reads): Promise<string | undefined> {
  const row = await data.db.workspace.findFirst({ select: { country: true } });
  return row?.country ?? undefined;
}

/** Long enough for a file to be read; asked too early, the second run finds the first at it. Somebody waits after a crash. */
const lostAfterMs = 15_000;

/**
 * Asks again for the work on files that nobody seems to be at: the queue itself would wait ten minutes after its holder's
 * death. Work that is still going on holds the row or finds the state changed.
 */
export function resumeLost(system: System, now: Date): Promise<number> {
  const before = new Date(now.getTime() - lostAfterMs).toISOString();
  return system.transaction(async (tx) => {
    const lost = await tx.$queryRaw<{ workspaceId: string; id: string; state: ImportState }[]>`
      UPDATE "Import" i SET "card" = jsonb_set(i."card", '{triedAt}', to_jsonb(${now.toISOString()}::text))
      FROM (SELECT "workspaceId", "id" FROM "Import" WHERE "state" IN ('received', 'running') AND ("card"->>'triedAt')::timestamptz < ${before}::timestamptz
            LIMIT 20 FOR UPDATE SKIP LOCKED) lost
      WHERE i."workspaceId" = lost."workspaceId" AND i."id" = lost."id"
      RETURNING i."workspaceId", i."id", i."state"::text AS "state"`;
    for (const { workspaceId, id, state } of lost)
      await tx.enqueue(state === 'running' ? 'imports.run' : 'imports.preview', { workspaceId, importId: id });
    return lost.length;
  });
}
