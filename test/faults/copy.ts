import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const crookedClock = fileURLToPath(new URL('crooked-clock.ts', import.meta.url));
const kept = ['PATH', 'HOME', 'TMPDIR'];
const environment = () =>
  Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/** Ended with this process, however that ends. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** One copy of the bot: a process of `src/main.ts`, started again whenever it was killed. */
export interface Copy {
  readonly number: number;
  /** How it ended though nobody had ended it: its output. */
  readonly died: readonly string[];
  /** `kill -9`, and a new start a moment later. */
  kill(): void;
  /** Stands still for so long, as a machine that is suspended. */
  freeze(ms: number): void;
  /** Sets its clock forth or back. */
  jump(): void;
  /** Up and at work. */
  running(): boolean;
  stop(): Promise<void>;
}

export function startCopy(number: number, env: Readonly<Record<string, string>>): Copy {
  const died: string[] = [];
  let child: ChildProcess;
  let ended = Promise.resolve();
  let ending = false;
  let killed = false;
  let ready = false;
  let again: NodeJS.Timeout | undefined;
  let thaw: NodeJS.Timeout | undefined;

  const launch = () => {
    let said = '';
    killed = false;
    ready = false;
    const one = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', crookedClock, 'src/main.ts'], {
      cwd: checkout,
      env: { ...environment(), PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', PGAPPNAME: `copy-${number}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = one;
    alive.add(one);
    for (const stream of [one.stdout, one.stderr])
      stream.on('data', (piece) => {
        said = `${said}${piece}`.slice(-20_000);
        ready ||= said.includes('at work on port');
        if (process.env.FAULTS_LOG) process.stderr.write(`copy ${number}: ${piece}`);
      });
    ended = new Promise((resolve) =>
      one.once('close', (status) => {
        const wasUp = ready;
        ready = false;
        // A start against a database that is down ends by itself, as it should: whoever runs it starts it again.
        if (!killed && !ending && wasUp) died.push(`copy ${number} ended with ${status}:\n${said}`);
        if (!ending) again = setTimeout(launch, 500);
        alive.delete(one);
        resolve();
      }),
    );
  };
  launch();
  return {
    number,
    died,
    running: () => ready && child.exitCode === null && child.signalCode === null,
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
    freeze(ms) {
      const frozen = child;
      frozen.kill('SIGSTOP');
      thaw = setTimeout(() => frozen.kill('SIGCONT'), ms);
    },
    jump: () => void child.kill('SIGUSR2'),
    async stop() {
      ending = true;
      clearTimeout(again);
      clearTimeout(thaw);
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** Runs a program of this folder to its end; gives what it printed. */
export function runToEnd(file: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    cwd: checkout,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => (status === 0 ? resolve(said) : reject(new Error(`${file} ended with ${status}`))));
  });
}
