// The bot on a seeded database, behind the real transport: `teams-program.ts DATABASE-URL CLOUD-URL`.
import { z } from 'zod';
import { systemClock } from '../../src/app/clock.ts';
import { createBot } from '../../src/app/dispatch.ts';
import { features } from '../../src/app/features.ts';
import type { Services } from '../../src/app/services.ts';
import { createIdentify, keepInstallation, sightings } from '../../src/features/people/index.ts';
import { startHttp, under } from '../../src/http.ts';
import { openLog } from '../../src/log.ts';
import { openCore } from '../../src/open-core.ts';
import { createTeams } from '../../src/platforms/teams/transport.ts';
import { APP, TENANT } from '../support/teams-cloud.ts';

const [databaseUrl = '', cloudUrl = ''] = process.argv.slice(2);
const log = openLog('error');
const { system, newId } = await openCore({ databaseUrl, dataFolder: '', unclearMs: 30_000 }, log);
const [seeded] = await system.prisma
  .$queryRawUnsafe('SELECT "id" FROM "Workspace"')
  .then(z.array(z.object({ id: z.string() })).parse);
await system.prisma.$executeRawUnsafe(
  `INSERT INTO "Installation" ("platform", "team", "workspaceId", "name", "scopes", "installedAt")
   VALUES ('teams', '${TENANT}', '${seeded?.id}', 'Bench', '{}', now())`,
);
await system.prisma.$executeRawUnsafe(
  `INSERT INTO "Identity" ("platform", "team", "account", "workspaceId", "personId")
   SELECT 'teams', '${TENANT}', '00000000-0000-4000-8000-' || right("id"::text, 12), "workspaceId", "id" FROM "Person"`,
);

const teams = createTeams({
  app: { id: APP, tenant: TENANT, type: 'SingleTenant' },
  cloud: { openIdMetadata: `${cloudUrl}/openid`, issuer: 'https://api.botframework.com', token: async () => 'a token of ours' },
  memory: sightings(system, systemClock, 'teams'),
  log,
  async installed(team) {
    const facts = { platform: 'teams', team, name: 'Bench', botUser: APP, scopes: [] } as const;
    await keepInstallation(system, facts, newId, systemClock.now());
  },
});
const services: Services = { system, clock: systemClock, newId, log, platform: () => teams };
await teams.start(createBot(features, services, createIdentify(services)));
const { port } = await startHttp('127.0.0.1', 0, [under('/teams', teams.listener)]);
process.stderr.write(`The bot on port ${port}.\n`);
