import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface FolderLock {
  release(): void;
}

/** The data folder belongs to another running process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes the data folder for this process alone. PGlite takes no lock of its own, and a second process on the same files
 * destroys them. Node has no file locks, but its SQLite does: an open exclusive transaction is a lock of the operating
 * system, which the death of its holder releases, also by `kill -9`.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'in-use.lock'));
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw new FolderInUse(`${folder} is in use by another Aftercare process`, { cause });
  }
  return { release: () => db.close() };
}
