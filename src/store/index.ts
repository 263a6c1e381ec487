import { type Connection, connect, type StoreOptions } from './connect.ts';
import type { Enqueue } from './scope.ts';
import { openSystem, type System } from './system.ts';

export { type EmbeddedDatabase, openEmbedded } from './embedded-database.ts';
export { FolderInUse } from './folder-lock.ts';
export { type Enqueue, piece, type RawClient, type Reads, type Scope, type Tx, WORKSPACE, type Work } from './scope.ts';
export type { System, SystemTx } from './system.ts';
export { dropServed } from './upkeep.ts';
export type { StoreOptions };

export interface Store extends Pick<Connection, 'engine' | 'jobs' | 'image' | 'close'> {
  /** `enqueue` joins jobs to transactions; the queue that gives it runs on `jobs`. */
  system(enqueue: Enqueue, unclearMs?: number): System;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { prisma, ...connection } = await connect(options);
  return { ...connection, system: (enqueue, unclearMs = 30_000) => openSystem(prisma, enqueue, unclearMs) };
}
