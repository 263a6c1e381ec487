import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

/** The migrated database that every test file starts from: an embedded one as a file and as a folder, or a template on a server. */
export type Migrated =
  | { readonly engine: 'pglite'; readonly image: string; readonly folder: string }
  | { readonly engine: 'postgres'; readonly server: string; readonly template: string };

declare module 'vitest' {
  export interface ProvidedContext {
    migrated: Migrated;
  }
}

const program = fileURLToPath(new URL('migrate-once.ts', import.meta.url));
const migrate = (kind: 'image' | 'url', target: string) => promisify(execFile)(process.execPath, [program, kind, target]);

/** Migrates once for a whole project, named after the engine its tests run on. */
export default async function prepareStore(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === 'postgres') {
    const server = await startPostgres();
    const template = 'aftercare_template';
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    await client.query(`CREATE DATABASE ${template}`);
    await client.end();
    await migrate('url', server.url(template));
    project.provide('migrated', { engine: 'postgres', server: server.url(''), template });
    return () => server.stop();
  }
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-image-'));
  const image = join(folder, 'migrated.tar.gz');
  await migrate('image', image);
  const unpacked = join(folder, 'pg');
  mkdirSync(unpacked);
  await promisify(execFile)('tar', ['-xzf', image, '-C', unpacked]);
  project.provide('migrated', { engine: 'pglite', image, folder: unpacked });
  return async () => rmSync(folder, { recursive: true, force: true });
}
