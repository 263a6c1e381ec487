import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

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
const folder = new URL('../../node_modules/.cache/coach/', import.meta.url);
let hash: string | undefined;

function hashOfCoach(): string {
  if (hash !== undefined) return hash;
  const sum = createHash('sha1').update(process.version);
  for (const name of readdirSync(coach, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) sum.update(name).update(readFileSync(new URL(name.replaceAll('\\', '/'), coach)));
  hash = sum.digest('hex');
  return hash;
}

function parseStored<Tables>(bytes: Uint8Array, made: string): Tables | undefined {
  const stored: Stored<Tables> = deserialize(bytes);
  return stored.made === made ? stored.tables : undefined;
}

/** What `make` gives, from the store where it is there. `name` is a file's. */
export function storedTables<Tables>(name: string, make: () => Tables): Tables {
  let made: string;
  try {
    made = hashOfCoach();
    const tables = parseStored<Tables>(readFileSync(new URL(`${name}.bin`, folder)), made);
    if (tables !== undefined) return tables;
  } catch {
    // Not stored yet, or by another Node; or this is a bundle, without files of its own.
  }
  const tables = make();
  store(name, tables);
  return tables;
}

function store<Tables>(name: string, tables: Tables): void {
  try {
    mkdirSync(folder, { recursive: true });
    const stored: Stored<Tables> = { made: hashOfCoach(), tables };
    // Written beside and put in place at once, since several processes may start together.
    const beside = fileURLToPath(new URL(`${name}.${process.pid}.part`, folder));
    writeFileSync(beside, serialize(stored));
    renameSync(beside, fileURLToPath(new URL(`${name}.bin`, folder)));
  } catch {
    // A folder that is not ours to write: the next start makes the tables again.
  }
}

/** Enough of a hash to tell a handful of texts apart. */
export const shortHash = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 12);
