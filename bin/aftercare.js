#!/usr/bin/env node
// `npx aftercare …` on whatever Node the system has: goes on as the program itself, on the Node it was made for.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const node = at(process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node');

if (!existsSync(node) || !existsSync(at('src/store/generated/client.ts'))) {
  process.stderr.write(
    'Aftercare is not installed yet. Run `npm start` once, which installs it; or `npm ci`, then this command again.\n',
  );
  process.exit(1);
}

// What npm start has too: quick to load, and quiet about what libraries of ours will have to change.
const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning'];
const cache = ['--import', new URL('../scripts/compile-cache.js', import.meta.url).href];
const child = spawn(node, [...flags, ...cache, at('src/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
// A terminal sends Ctrl-C to both; others send it to this process alone. The program ends on the first and this one with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
child.on('error', (error) => {
  process.stderr.write(`Aftercare could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (status, signal) => {
  if (signal === null) process.exit(status ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
