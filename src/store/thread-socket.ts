import { Duplex } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './embedded-database.ts';

export class DatabaseEnded extends Error {
  override readonly name = 'DatabaseEnded';
  override readonly message = 'The embedded database has ended.';
}

/** What `pg` needs of a socket; at the other end is the database's thread. */
export class ThreadSocket extends Duplex {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on('message', this.#take);
    worker.on('error', this.#lose);
    worker.on('exit', this.#lose);
  }

  connect(): this {
    // A thread that has ended says so no second time.
    if (this.#worker.threadId === -1) return this.destroy(new DatabaseEnded());
    this.#post({ kind: 'connect' });
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  readonly #take = (said: FromThread) => {
    if (said.kind === 'bytes') this.push(said.bytes);
  };
  readonly #lose = (why: unknown) => this.destroy(why instanceof Error ? why : new DatabaseEnded());

  #post(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#post({ kind: 'bytes', bytes });
    done();
  }

  /** A query's messages go over together, as one call of the database. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#post({ kind: 'bytes', bytes: Buffer.concat(chunks.map(({ chunk }) => chunk)) });
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#worker.off('message', this.#take);
    this.#worker.off('error', this.#lose);
    this.#worker.off('exit', this.#lose);
    done(error);
  }
}
