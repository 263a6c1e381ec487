import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepOpen } from './open-things.ts';

export const checkout = fileURLToPath(new URL('../../', import.meta.url));

export interface Program {
  /** The process itself, also where npm and a shell stand in between. */
  readonly pid: number;
  /** From the start of the command to the line that was waited for. */
  readonly readyMs: number;
  /** What stood in the line, as the pattern's first group. */
  readonly said: string;
  stop(): Promise<void>;
}

interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The line on standard error that says it is up. */
  readonly ready: RegExp;
  /** How the process to look at is recognised among those the command starts; the command itself where left out. */
  readonly named?: string;
}

/** Settings of whoever runs the bench must not reach what is measured. */
function cleanEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'SystemRoot'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

/** Starts a program in the checkout and waits until it says that it is up. */
export async function launch({ command, args, env, ready, named }: Launch): Promise<Program> {
  const started = performance.now();
  // A group of its own: Ctrl-C comes to us alone, and npm's children end with it.
  const child = spawn(command, args, {
    cwd: checkout,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = keepOpen(() => end(child, ended));
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${command} ${args.join(' ')} ended:\n${text}`)));
    child.stderr.on('data', (chunk) => {
      text = `${text}${chunk}`.slice(-20_000);
      const hit = ready.exec(text);
      if (hit) resolve(hit[1] ?? '');
    });
  });
  const readyMs = performance.now() - started;
  return { pid: named === undefined ? (child.pid ?? 0) : descendant(child.pid ?? 0, named), readyMs, said, stop };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
    } catch {
      // It ended by itself.
    }
  };
  signal('SIGTERM');
  const patience = setTimeout(() => signal('SIGKILL'), 15_000);
  await ended;
  clearTimeout(patience);
}

/** Runs a program of the bench to its end; gives what it printed. */
export function runToEnd(file: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    cwd: checkout,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = keepOpen(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => {
      void stop();
      if (status === 0) resolve(text);
      else reject(new Error(`${file} ended with ${status}`));
    });
  });
}

function descendant(pid: number, named: string): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      parents.set(
        Number(entry),
        Number(
          readFileSync(`/proc/${entry}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        ),
      );
    } catch {
      // Gone meanwhile.
    }
  }
  const below = (one: number): boolean => one === pid || (parents.has(one) && below(parents.get(one) ?? 0));
  const found = [...parents.keys()].filter(
    (one) => below(one) && argumentsOf(one).at(-1) === named && argumentsOf(one)[0]?.endsWith('node'),
  );
  if (found[0] === undefined) throw new Error(`${named} is not among what the command started`);
  return found[0];
}

const argumentsOf = (pid: number): readonly string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);

/** Resident memory in MB: now, and the most there ever was. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Processor time that a process has had so far, in milliseconds. */
export function processorMs(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}
