import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Close = () => unknown;
const open = new Set<Close>();

/** Keeps what was started until it is closed: at the end of its part, or on Ctrl-C. Gives the function that closes it. */
export function keepOpen(close: Close): () => Promise<void> {
  open.add(close);
  return async () => {
    if (open.delete(close)) await close();
  };
}

/** Closes everything that is still open, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) {
    open.delete(close);
    await Promise.resolve(close()).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }
}

/** An empty folder that is gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-bench-'));
  keepOpen(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
