// Runs after every install, also `npm install --package-lock-only`, where nothing is there to run: then it does nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url));
const schema = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url));
if (!existsSync(cli) || !existsSync(schema)) process.exit(0);

// `generate` needs no engine, yet would fetch one: pointing at any program that exists keeps it offline.
const run = spawnSync(process.execPath, [cli, 'generate'], {
  encoding: 'utf8',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
if (run.status !== 0) {
  process.stderr.write(
    `${run.stdout}${run.stderr}\nThe database client could not be generated from prisma/schema.prisma (see above).\n`,
  );
  process.exit(1);
}
