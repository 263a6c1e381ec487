// A program of its own, so that an embedded database leaves nothing in the bench's memory: `seed.ts url|folder TARGET REPS TOUCHES`.
import { systemClock } from '../../src/app/clock.ts';
import { idsAt } from '../../src/app/ids.ts';
import { keepInstallation } from '../../src/features/people/index.ts';
import { openLog } from '../../src/log.ts';
import { BOT, TEAM } from '../../src/playground/cast.ts';
import { openQueue } from '../../src/queue.ts';
import { openEmbedded, openStore } from '../../src/store/index.ts';

const [kind, target = '', reps = '1000', touches = '100'] = process.argv.slice(2);
const store = await openStore(
  kind === 'url' ? { engine: 'postgres', url: target } : { engine: 'pglite', database: openEmbedded({ folder: target }) },
);
const queue = await openQueue(store, openLog('warn'));
const { prisma } = store.system(queue.enqueue);
const newId = idsAt(() => systemClock.now());
const installation = { platform: 'slack', team: TEAM.id, name: TEAM.name, botUser: BOT.userId, scopes: BOT.scopes } as const;
const workspace = await keepInstallation(store.system(queue.enqueue), installation, newId, systemClock.now());

/** Four touches a customer, spread over a month from the day before yesterday, so that a tenth is due. */
const statements = [
  `INSERT INTO "Person" ("workspaceId", "id", "name", "role", "zone", "language", "welcomedAt", "profileAt", "createdAt")
   SELECT '${workspace}', ('00000000-0000-7000-8000-' || lpad(rep::text, 12, '0'))::uuid, 'Rep ' || rep, 'rep', 'UTC', 'en', now(), now(), now()
   FROM generate_series(1, ${reps}) AS rep`,
  `INSERT INTO "Identity" ("platform", "team", "account", "workspaceId", "personId")
   SELECT 'slack', '${TEAM.id}', 'U0BENCH' || lpad(right("id"::text, 12)::bigint::text, 4, '0'), "workspaceId", "id"
   FROM "Person" WHERE "workspaceId" = '${workspace}'`,
  `INSERT INTO "Customer" ("workspaceId", "id", "identityKey", "name", "company", "phone", "country", "ownerId", "searchText", "searchKeys", "createdAt", "updatedAt")
   SELECT p."workspaceId", gen_random_uuid(), 'bench:' || p."id" || ':' || n, (ARRAY['김민수', '王静怡', 'Ada Okafor', 'Erik Lindqvist'])[n % 4 + 1] || ' ' || n,
          (ARRAY['한빛상사', '东方机械', 'Northwind Sample'])[n % 3 + 1], '+82 10-' || (1000 + n) || '-' || right(p."id"::text, 4), 'KR', p."id",
          'customer ' || n, ARRAY['cu', 'us', n::text], now(), now()
   FROM "Person" p, generate_series(1, ${Math.ceil(Number(touches) / 4)}) AS n WHERE p."workspaceId" = '${workspace}'`,
  `INSERT INTO "Purchase" ("workspaceId", "id", "key", "customerId", "product", "boughtOn", "repId", "createdAt")
   SELECT "workspaceId", gen_random_uuid(), "identityKey", "id", (ARRAY['드럼 세탁기', '空气净化器', 'Espresso machine, two groups'])[1 + length("name") % 3],
          current_date - 3, "ownerId", now()
   FROM "Customer" WHERE "workspaceId" = '${workspace}'`,
  `INSERT INTO "Touch" ("workspaceId", "id", "customerId", "purchaseId", "repId", "kind", "step", "dueOn", "createdAt")
   SELECT p."workspaceId", gen_random_uuid(), p."customerId", p."id", p."repId", (CASE step WHEN 0 THEN 'note' ELSE 'call' END)::"TouchKind",
          (ARRAY['note', '2-5-12/2', '2-5-12/5', '2-5-12/12'])[step + 1],
          current_date - 2 + ((split_part(p."key", ':', 3)::int - 1) * 4 + step) * 30 / ${touches}, now()
   FROM "Purchase" p, generate_series(0, 3) AS step WHERE p."workspaceId" = '${workspace}'`,
  'ANALYZE',
];
for (const statement of statements) await prisma.$executeRawUnsafe(statement);
const [counted] = await prisma.$queryRawUnsafe<{ open: number }[]>(
  `SELECT count(*)::int AS open FROM "Touch" WHERE "state" = 'open'`,
);
process.stdout.write(String(counted?.open));
await queue.stop();
await store.close();
