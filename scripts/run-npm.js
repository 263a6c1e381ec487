import { spawn } from 'node:child_process';

/** Runs npm and gives its exit status, the end of what it said, and how long it took; `onSecond` is called while it does. */
export function runNpm(folder, args, onSecond = () => {}) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const tick = setInterval(() => onSecond(seconds()), 1000);
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    const child = spawn('npm', args, { cwd: folder, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => keep(String(error)));
    child.on('close', (status) => {
      clearInterval(tick);
      resolve({ status, output, seconds: seconds() });
    });
  });
}
