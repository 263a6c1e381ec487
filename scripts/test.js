// `npm test`: everything that has to hold before a change is taken, and one plain line at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const args = process.argv.slice(2);
const requireBrowser = args.includes('--require-browser') || process.env.CI === 'true';
const folder = mkdtempSync(join(tmpdir(), 'aftercare-test-'));
const totals = { passed: 0, failed: 0 };
const wrong = [];
/** Repeated at the end: the run itself is thousands of lines long. */
const failures = [];

function run(command, commandArgs) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

async function check(name, command, commandArgs) {
  process.stdout.write(`\n── ${name}\n`);
  if ((await run(command, commandArgs)) !== 0) wrong.push(name);
}

function failuresIn({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${file}\n  ${message}`];
  return failed.map(({ fullName, failureMessages }) => {
    const lines = failureMessages
      .join('\n')
      .split('\n')
      .filter((line) => !line.includes('node_modules'));
    return `${file} > ${fullName}\n  ${lines.slice(0, 15).join('\n  ')}`;
  });
}

/** Counts come from the report: a run that ends without one has failed, whatever it printed. */
async function suite(name, projects) {
  process.stdout.write(`\n── ${name}\n`);
  const report = join(folder, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const status = await run('vitest', ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (status !== 0) wrong.push(name);
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    failures.push(...testResults.flatMap(failuresIn));
  } catch {
    if (status === 0) wrong.push(name);
  }
}

await check('types (tsc)', 'tsc', ['--noEmit']);
await check('style (biome)', 'biome', ['check']);
await check('unused code (knip)', 'knip', ['--no-progress']);
await suite('unit and contract tests', ['unit']);
// Both databases in one run: while one test waits, another works.
await suite('store and end-to-end tests, on the embedded database and on PostgreSQL', ['pglite', 'postgres']);

const { chromiumPath } = await import('../test/browser/chromium.ts');
const install = 'apt-get install -y chromium';
if (chromiumPath() !== undefined) await suite('browser tests', ['browser']);
else if (requireBrowser) wrong.push(`browser tests: no Chromium found, install it with: ${install}`);
else process.stdout.write(`\nSKIPPED browser suite: no Chromium found. To run it: ${install}\n`);

rmSync(folder, { recursive: true, force: true });
for (const failure of failures) process.stdout.write(`\n✗ ${failure}\n`);
process.stdout.write(wrong.length > 0 ? `\nFAILED: ${wrong.join('; ')}\n` : '\n');
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = wrong.length > 0 || totals.failed > 0 || totals.passed === 0 ? 1 : 0;
