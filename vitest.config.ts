import { defineConfig } from 'vitest/config';

/** What stands on a store runs once on each database. */
const onStores = ['test/{store,app,features,e2e}/**/*.test.ts', 'test/queue.test.ts'];

const onEngine = (engine: 'pglite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: engine,
    include: onStores,
    exclude: engine === 'postgres' ? [] : ['test/*/postgres/**'],
    globalSetup: ['test/support/prepare-store.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // An embedded database takes up to 0.9 GB and a core to itself.
    maxWorkers: 2,
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
