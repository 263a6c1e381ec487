import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** What opens a store, by its imports, runs once on each database; everything else runs once. */
const opensStore = /support\/(?:bot|store|program|slack-rig|fake-feature)\.ts|store\/(?:index|embedded-database)\.ts/;
const onStores = globSync(['test/{store,app,features,e2e,simulation}/**/*.test.ts', 'test/queue.test.ts']).filter((file) =>
  opensStore.test(readFileSync(file, 'utf8')),
);
/** Where there is only one of them to try, or where the other would make no difference and would cost minutes. */
const ofOne = { pglite: ['test/*/pglite/**'], postgres: ['test/*/postgres/**'] };

const onEngine = (engine: 'pglite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: engine,
    include: onStores,
    exclude: engine === 'postgres' ? ofOne.pglite : ofOne.postgres,
    // Files of one worker share what they load and the embedded database, emptied between them.
    isolate: false,
    globalSetup: ['test/support/prepare-store.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // Two for the work, and one for the tests that wait: an embedded database takes up to 0.9 GB.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...onStores, 'test/browser/**'], testTimeout: 30_000 },
      },
      onEngine('pglite'),
      onEngine('postgres'),
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
