import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, test } from 'vitest';
import { migrationDrift } from '../../src/store/migrate.ts';

test('the migrations make what the schema says', { timeout: 120_000 }, async () => {
  const pglite = await PGlite.create();
  const drift = await migrationDrift(new PrismaPGlite(pglite));
  await pglite.close();
  expect(drift).toContain('This is an empty migration');
});
