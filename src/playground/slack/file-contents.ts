import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of uploaded files: in memory, or in a folder where the cloud is kept. */
export interface FileContents {
  put(id: string, bytes: Buffer): void;
  get(id: string): Buffer | undefined;
}

export function createFileContents(folder: string | undefined): FileContents {
  const memory = new Map<string, Buffer>();
  if (folder === undefined) {
    return { put: (id, bytes) => void memory.set(id, bytes), get: (id) => memory.get(id) };
  }
  return {
    put(id, bytes) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, id), bytes);
    },
    get(id) {
      const path = join(folder, id);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
  };
}
