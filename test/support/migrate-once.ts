// A program of its own, since Prisma's engine is one for a process: `migrate-once.ts image FILE` or `migrate-once.ts url ADDRESS`.
import { writeFileSync } from 'node:fs';
import { openLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue.ts';
import { openEmbedded, openStore } from '../../src/store/index.ts';

const [kind, target = ''] = process.argv.slice(2);
const store = await openStore(
  kind === 'url' ? { engine: 'postgres', url: target } : { engine: 'pglite', database: openEmbedded() },
);
const queue = await openQueue(store, openLog('warn'));
await queue.stop();
const image = await store.image?.();
if (image) writeFileSync(target, Buffer.from(await image.arrayBuffer()));
await store.close();
