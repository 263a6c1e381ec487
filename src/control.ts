import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';

/** Something the running bot does for the command line; what it says arrives there one message at a time. */
export type ControlTask = (ask: unknown, say: (message: object) => void) => Promise<void>;

/** The operating system allows about a hundred bytes for a socket's path. */
const longestPath = 96;

/** Where the bot that owns a data folder listens for the command line. */
export function controlPath(dataFolder: string): string {
  const folder = resolve(dataFolder);
  if (process.platform === 'win32') return `\\\\.\\pipe\\aftercare-${nameOf(folder)}`;
  const beside = join(folder, 'control.sock');
  return Buffer.byteLength(beside) <= longestPath ? beside : join(shortFolder(), `${nameOf(folder)}.sock`);
}

const nameOf = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 16);
const shortFolder = () => join(tmpdir(), `aftercare-${process.getuid?.() ?? 'user'}`);

/** Lets the command line reach this process, which owns the data. Only the same user of this machine can. */
export async function startControl(
  dataFolder: string,
  tasks: Readonly<Record<string, ControlTask>>,
): Promise<{ stop(): Promise<void> }> {
  const path = controlPath(dataFolder);
  if (path.startsWith(shortFolder())) mkdirSync(shortFolder(), { recursive: true, mode: 0o700 });
  const server = createServer((asked, response) => {
    const task = tasks[(asked.url ?? '').slice(1)];
    if (!task) return void response.writeHead(404).end();
    text(asked)
      .then((body) => answer(task, JSON.parse(body), response))
      .catch(() => response.destroy());
  });
  // A socket that a killed process left behind: the folder's lock says that nobody listens on it.
  rmSync(path, { force: true });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    const before = process.umask(0o177);
    server.listen(path, done);
    process.umask(before);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(task: ControlTask, ask: unknown, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  await task(ask, (message) => response.write(`${JSON.stringify(message)}\n`));
  response.end();
}

/**
 * Has the running bot do a task; `hear` gets each message. Gives false where no bot runs on this folder, and throws where
 * one stopped in the middle.
 */
export async function callControl(
  dataFolder: string,
  task: string,
  ask: object,
  hear: (message: unknown) => void,
): Promise<boolean> {
  const call = request({ agent: false, socketPath: controlPath(dataFolder), path: `/${task}`, method: 'POST' });
  const answered = new Promise<import('node:http').IncomingMessage | undefined>((done, failed) => {
    call.once('response', done);
    call.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '') ? done(undefined) : failed(error),
    );
  });
  call.end(JSON.stringify(ask));
  const response = await answered;
  if (!response) return false;
  for await (const line of createInterface({ input: response })) hear(JSON.parse(line));
  if (!response.complete || response.statusCode !== 200)
    throw new Error('The running bot did not finish this. Its log says why.');
  return true;
}
