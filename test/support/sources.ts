import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  /** A path below the project for our own files, else a package's name or `node:…`. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface Source {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';?|\bimport\('([^']+)'\)/gm;

const packageOf = (name: string) =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, named, lazy]) => {
    const name = named ?? lazy ?? '';
    const to = name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : packageOf(name);
    return { to, typeOnly: type !== undefined };
  });
}

/** Every source file below a folder of the project; what is generated is left out. */
export function sourcesBelow(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8');
