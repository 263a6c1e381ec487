// npm run migration -- <name>: writes the SQL that brings prisma/migrations up to prisma/schema.prisma.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { migrationDrift, prismaFolder } from '../src/store/migrate.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Usage: npm run migration -- short_name_in_snake_case');
const sql = await migrationDrift(new PrismaPGlite(await PGlite.create()));
if (sql.includes('This is an empty migration')) {
  console.log('The migrations already agree with the schema.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(prismaFolder, 'migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${folder}/migration.sql. Read it, and add what the schema cannot say (partial indexes, checks).`);
}
process.exit(0);
