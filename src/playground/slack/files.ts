import type { Cloud } from './cloud.ts';
import { newId } from './ids.ts';
import type { StoredFile } from './workspace.ts';

/** Keeps a file under a new id, or under one that was promised earlier. */
export function storeFile(
  cloud: Cloud,
  file: {
    readonly id?: string;
    readonly name: string;
    readonly user: string;
    readonly bytes: Buffer;
    readonly channels: readonly string[];
  },
): StoredFile {
  const stored: StoredFile = {
    id: file.id ?? newId('F'),
    name: file.name,
    title: file.name,
    user: file.user,
    size: file.bytes.length,
    created: Math.floor(cloud.options.now().getTime() / 1000),
    channels: [...file.channels],
  };
  cloud.contents.put(stored.id, file.bytes);
  cloud.workspace.files.set(stored.id, stored);
  cloud.save();
  return stored;
}
