import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { NOTHING_READ, readOn, written } from './fingerprint.ts';

/**
 * Tables made of the shipped rules take half a second to make, and are the same until a file of the coach changes. So they are
 * kept beside the packages, under a hash of these files: what is stored was made, and tested, from the very rules at hand. Where
 * there is nothing or it cannot be read, they are made anew; where it cannot be written, each start makes them.
 */
interface Stored<Tables> {
  readonly made: string;
  readonly tables: Tables;
}

const coach = new URL('./', import.meta.url);
let hash: string | undefined;

function hashOfCoach(): string {
  if (hash !== undefined) return hash;
  let read = readOn(NOTHING_READ, process.version);
  for (const name of readdirSync(coach, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts'))
      read = readOn(readOn(read, name), readFileSync(new URL(name.replaceAll('\\', '/'), coach), 'latin1'));
  hash = written(read);
  return hash;
}

function parseStored<Tables>(bytes: Uint8Array, made: string): Tables | undefined {
  const stored: Stored<Tables> = deserialize(bytes);
  return stored.made === made ? stored.tables : undefined;
}

/** What `make` gives, from the store where it is there. `name` is a file's. */
export type TableStore = <Tables>(name: string, make: () => Tables) => Tables;

/** A store in a folder, of what was made by the sources with the hash `made`. */
export function tableStore(folder: URL, made: () => string): TableStore {
  const store = (name: string, stored: Stored<unknown>): void => {
    try {
      mkdirSync(folder, { recursive: true });
      // Written beside and put in place at once, since several processes may start together.
      const beside = new URL(`${name}.${process.pid}.part`, folder);
      writeFileSync(beside, serialize(stored));
      renameSync(beside, new URL(`${name}.bin`, folder));
    } catch {
      // A folder that is not ours to write: the next start makes the tables again.
    }
  };
  return <Tables>(name: string, make: () => Tables): Tables => {
    try {
      const tables = parseStored<Tables>(readFileSync(new URL(`${name}.bin`, folder)), made());
      if (tables !== undefined) return tables;
    } catch {
      // Not stored yet, or by another Node.
    }
    const tables = make();
    store(name, { made: made(), tables });
    return tables;
  };
}

export const storedTables: TableStore = tableStore(new URL('../../node_modules/.cache/coach/', import.meta.url), hashOfCoach);

/** Enough of a hash to tell a handful of texts apart. */
export const shortHash = (text: string): string => written(readOn(NOTHING_READ, text)).slice(0, 8);
