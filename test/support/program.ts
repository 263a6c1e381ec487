import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { createDatabase, engine } from './store.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node = join(root, 'node_modules/.bin/node');

export interface Home {
  readonly folder: string;
  /** What the program needs to find its data, on whichever database this run stands. */
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string | undefined;
  remove(): void;
}

/** A place for the program's data, kept over restarts; `empty` as a newcomer's, otherwise with the tables made. */
export async function makeHome({ empty = false } = {}): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-e2e-'));
  const migrated = inject('migrated');
  if (migrated.engine === 'pglite' && !empty) cpSync(migrated.folder, join(folder, 'pg'), { recursive: true });
  const databaseUrl = engine() === 'postgres' ? await createDatabase() : undefined;
  return {
    folder,
    databaseUrl,
    env: { AFTERCARE_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
}

export interface Program {
  readonly origin: string;
  /** All that it has printed. */
  output(): string;
  /** `kill -9`, in the middle of whatever it is doing. */
  kill(): Promise<void>;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
}

const clean = (): Record<string, string | undefined> => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
});

function launch(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(node, [join(root, 'src/main.ts'), ...args], {
    cwd: root,
    env: { ...clean(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)));
  return { child, ended, said: () => said };
}

/** Runs a command of the program to its end. */
export async function runProgram(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const { ended, said } = launch(args, env);
  return { status: await ended, out: said() };
}

/** Brings customers in by the command line, each row `name,product`, bought today by Hannah. */
export async function importRows(home: Home, rows: readonly string[]): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const file = join(home.folder, 'rows.csv');
  writeFileSync(
    file,
    ['customer,product,bought on,rep', ...rows.map((row) => `${row},${today},hannah.brooks@example.com`)].join('\n'),
  );
  const { status, out } = await runProgram(['import', file, '--yes', '--as', 'hannah.brooks@example.com'], home.env);
  if (status !== 0) throw new Error(out);
}

/** Starts the real program on a free port and waits until it is ready. */
export async function startProgram(env: Readonly<Record<string, string>>, port = 0): Promise<Program> {
  const { child, ended, said } = launch([], { PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env });
  const found = await ready(child, said);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    origin: `http://127.0.0.1:${found}`,
    output: said,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

function ready(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const port = /(?:localhost:|on port )(\d+)/.exec(said())?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`The program ended before it was ready:\n${said()}`)));
  });
}

/** Looks again until it is there; throws what was seen last. */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = 15_000): Promise<NonNullable<T>> {
  const until = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > until) throw new Error(`Not there after ${withinMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
