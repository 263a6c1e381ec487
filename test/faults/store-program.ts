// A program of its own, since an embedded database belongs to one process: `store-program.ts seed|read url|folder TARGET [PEOPLE SECONDS]`.
import { openLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue.ts';
import { openEmbedded, openStore } from '../../src/store/index.ts';
import { worldOf } from './world.ts';

const [task, kind, target = '', people = '0', seconds = '0'] = process.argv.slice(2);
const store = await openStore(
  kind === 'url' ? { engine: 'postgres', url: target } : { engine: 'pglite', database: openEmbedded({ folder: target }) },
);
const queue = await openQueue(store, openLog('warn'));
const { prisma } = store.system(queue.enqueue);
if (task === 'seed') for (const statement of worldOf(Number(people), Number(seconds))) await prisma.$executeRawUnsafe(statement);
const nudges = await prisma.$queryRawUnsafe(`
  SELECT n."id", n."state"::text AS "state", n."problem", n."message", n."channel", i."account"
  FROM "Nudge" n JOIN "Identity" i ON i."workspaceId" = n."workspaceId" AND i."personId" = n."personId"`);
const [left] = await prisma.$queryRawUnsafe<{ left: number }[]>(
  'SELECT count(*)::int AS "left" FROM "Touch" WHERE "nextNudgeAt" <= now()',
);
process.stdout.write(JSON.stringify({ nudges, left: left?.left ?? -1 }));
await queue.stop();
await store.close();
