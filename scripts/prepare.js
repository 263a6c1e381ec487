// Runs before `npm start` and `npm test`, on whatever Node the system has: installs what is missing and says so.
// Plain JavaScript, since an old Node cannot load TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { adviceFor, networkTrouble } from './install-advice.js';
import { runNpm } from './run-npm.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stampFile = at('node_modules/.aftercare-prepared.json');
const tell = (line) => process.stderr.write(`${line}\n`);

const read = (path) => readFileSync(at(path), 'utf8');
const digest = (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What `npm ci` installs from; scripts and other parts of package.json may change without it. */
function wanted() {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(read('package.json'));
  const packages = digest(
    read('package-lock.json'),
    dependencies,
    devDependencies,
    optionalDependencies,
    allowScripts,
    process.platform,
    process.arch,
  );
  return {
    packages,
    client: digest(packages, read('prisma/schema.prisma'), read('scripts/generate.js')),
    names: Object.keys({ ...dependencies, ...devDependencies }),
  };
}

function prepared() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

const packagesThere = (names) =>
  existsSync(at('node_modules/.bin/node')) && names.every((name) => existsSync(at(`node_modules/${name}/package.json`)));
const clientThere = () => existsSync(at('src/store/generated/client.ts'));

function fail(output, fallback) {
  tell(`${output.trim().split('\n').slice(-15).join('\n')}\n\n${adviceFor(output) ?? fallback}`);
  process.exit(1);
}

async function installPackages() {
  tell('Aftercare: installing its packages (once, about a minute).');
  // Without a network npm goes on trying for minutes; a short question tells, and what npm has kept may be enough.
  const asked = await runNpm(at('.'), ['ping', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=15000']);
  const offline = asked.status !== 0 && networkTrouble.test(asked.output);
  const done = await runNpm(
    at('.'),
    ['ci', '--no-audit', '--no-fund', ...(offline ? ['--offline'] : ['--prefer-offline'])],
    progress,
  );
  if (done.status !== 0)
    fail(offline ? asked.output : done.output, 'The installation failed (see above). Run `npm ci` to see all of it.');
  if (!existsSync(at('node_modules/.bin/node'))) {
    fail(
      '',
      'npm ran no install scripts, so Node 24 is missing. Run `npm config delete ignore-scripts`, then the same command again.',
    );
  }
  tell(`Aftercare: installed in ${done.seconds} s.`);
}

function progress(seconds) {
  if (process.stderr.isTTY) process.stderr.write(`\r  installing … ${seconds} s \r`);
  else if (seconds % 15 === 0) tell(`  installing … ${seconds} s`);
}

function generateClient() {
  tell('Aftercare: generating the database client.');
  const run = spawnSync(at('node_modules/.bin/node'), [at('scripts/generate.js')], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(1);
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  tell(`Aftercare needs Node 20 or later to install itself; this is Node ${process.versions.node}.`);
  process.exit(1);
}
const { packages, client, names } = wanted();
const before = prepared();
const installs = before.packages !== packages || !packagesThere(names);
const generates = before.client !== client || !clientThere();
if (installs) await installPackages();
else if (generates) generateClient();
if (installs || generates) {
  try {
    mkdirSync(at('node_modules'), { recursive: true });
    writeFileSync(stampFile, JSON.stringify({ packages, client }));
  } catch (error) {
    fail(String(error), 'What was installed could not be noted.');
  }
}
