// A program of its own, as an import is started from a cold process: `import-rows.ts URL ROWS`. Prints the outcome and its milliseconds.
import { systemClock } from '../../src/app/clock.ts';
import { idsAt } from '../../src/app/ids.ts';
import { runImport } from '../../src/features/imports/index.ts';
import { openLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue.ts';
import { openStore } from '../../src/store/index.ts';
import { generateSheet } from '../fixtures/files/generate-sheet.ts';

const [url = '', rows = ''] = process.argv.slice(2);
const store = await openStore({ engine: 'postgres', url });
const queue = await openQueue(store, openLog('warn'));
const system = store.system(queue.enqueue);
const newId = idsAt(() => systemClock.now());
// The sheet's purchases go on until the day before.
const now = new Date('2026-11-17T08:00:00Z');
const workspaceId = newId();
const personId = newId();
await system.prisma.workspace.create({
  data: { id: workspaceId, name: 'Bench', zone: 'Asia/Seoul', country: 'KR', createdAt: now },
});
await system.prisma.person.create({
  data: { workspaceId, id: personId, name: 'Jane Doe', role: 'admin', zone: 'Asia/Seoul', language: 'en', createdAt: now },
});
const started = performance.now();
const outcome = await runImport(system.scope(workspaceId), () => generateSheet(Number(rows)), {
  now,
  zone: 'Asia/Seoul',
  country: 'KR',
  personId,
  purchaseWord: 'Purchase',
  newId,
});
process.stdout.write(JSON.stringify({ ms: performance.now() - started, outcome }));
await queue.stop();
await store.close();
