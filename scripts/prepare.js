// Runs before `npm start` and `npm test`, on whatever Node the system has: installs what is missing and says so.
// Plain JavaScript, since an old Node cannot load TypeScript.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stampFile = at('node_modules/.aftercare-installed');

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json', 'prisma/schema.prisma', 'scripts/generate.js']) hash.update(readFileSync(at(file)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

const upToDate = () =>
  existsSync(at('node_modules/.bin/node')) &&
  existsSync(at('src/store/generated/client.ts')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === fingerprint();

/** What the usual failures of an install mean for the person in front of it. */
const advice = [
  [/ENOSPC|no space left/i, 'The disk is full. Free about 2 GB and run the same command again.'],
  [/EACCES|EPERM|EROFS/i, 'This folder cannot be written to. Clone into a folder of your own and run the same command again.'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i, 'The npm registry cannot be reached. The first start needs it once; check the network or proxy and run the same command again.'],
  [/EUSAGE|lock file/i, 'package.json and package-lock.json do not agree. Run `npm install` and commit the lock file.'],
];

function install() {
  const started = Date.now();
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    if (process.stderr.isTTY) process.stderr.write(`\r  installing … ${seconds} s `);
    else if (seconds % 15 === 0) process.stderr.write(`  installing … ${seconds} s\n`);
  }, 1000);
  return new Promise((resolve) => {
    let output = '';
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: at('.'), shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => keep(String(error)));
    child.on('close', (status) => {
      clearInterval(tick);
      if (process.stderr.isTTY) process.stderr.write('\r');
      resolve({ status, output, seconds: Math.round((Date.now() - started) / 1000) });
    });
  });
}

function fail(output) {
  const known = advice.find(([pattern]) => pattern.test(output));
  process.stderr.write(`${output.trim().split('\n').slice(-15).join('\n')}\n\n${known ? known[1] : 'The installation failed (see above). Run `npm ci` to see all of it.'}\n`);
  process.exit(1);
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`Aftercare needs Node 20 or later to install itself; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}
if (!upToDate()) {
  process.stderr.write('Aftercare: installing its packages (once, about a minute).\n');
  const { status, output, seconds } = await install();
  if (status !== 0) fail(output);
  if (!existsSync(at('node_modules/.bin/node'))) fail('npm ran no install scripts, so Node 24 is missing. Run `npm config delete ignore-scripts`, then the same command again.');
  try {
    mkdirSync(at('node_modules'), { recursive: true });
    writeFileSync(stampFile, fingerprint());
  } catch (error) {
    fail(String(error));
  }
  process.stderr.write(`Aftercare: installed in ${seconds} s.\n`);
}
