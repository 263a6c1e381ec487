import type { Pool } from 'pg';
import { type Db, fromPrisma, type JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Log } from './log.ts';
import type { Enqueue, Store } from './store/index.ts';

/** Work done outside a request, at least once; the handler makes a second run harmless. */
export interface Job<Data = unknown> {
  readonly name: string;
  readonly data: z.core.$ZodType<Data>;
  /** Throwing tries again with backoff; `RetryAfter` after just that long. */
  run(data: Data, attempt: { readonly last: boolean }): Promise<void>;
}

/** Try this job again after so many seconds, and do not count it as a failure. */
export class RetryAfter extends Error {
  override readonly name = 'RetryAfter';
  readonly seconds: number;

  constructor(seconds: number, cause?: unknown) {
    super(`again in ${seconds} s`, { cause });
    this.seconds = seconds;
  }
}

export interface Queue {
  readonly enqueue: Enqueue;
  /** Starts working on these jobs. */
  work(jobs: readonly Job[]): Promise<void>;
  /** Waits for the running jobs, at most `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

const retryLimit = 8;
/** Jobs that failed for good wait here for the doctor and the admin. */
export const deadJobs = 'dead';

/** The embedded database's one session is everybody's: a block that failed in the middle must not stay open in it. */
const overPool = (pool: Pool): Db => ({
  async executeSql(text, values) {
    const client = await pool.connect();
    try {
      // Several statements in one text have an answer each.
      const answers = [await client.query(text, values)].flat();
      return { rows: answers.flatMap(({ rows }) => rows) };
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  },
  async listen(channel, onNotification, onReconnect) {
    const client = await pool.connect();
    client.on('notification', (said) => said.channel === channel && onNotification(said.payload ?? ''));
    await client.query(`LISTEN ${channel}`).finally(() => client.release());
    onReconnect();
    return { close: async () => void (await pool.query(`UNLISTEN ${channel}`)) };
  },
});

export async function openQueue(store: Pick<Store, 'jobs'>, log: Log): Promise<Queue> {
  const where =
    'pool' in store.jobs
      ? { db: overPool(store.jobs.pool), backend: 'pglite' as const }
      : { connectionString: store.jobs.url, max: 4 };
  const boss = new PgBoss({ ...where, schedule: false, useListenNotify: true });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  await boss.createQueue(deadJobs);

  const runOne = async (job: Job, { data, retryCount, id }: JobWithMetadata<object>) => {
    try {
      await job.run(z.parse(job.data, data), { last: retryCount >= retryLimit });
    } catch (error) {
      if (!(error instanceof RetryAfter)) {
        log.warn({ err: error, job: job.name, id, attempt: retryCount }, 'job failed');
        throw error;
      }
      await boss.send(job.name, data, { startAfter: error.seconds });
    }
  };

  return {
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, { db: fromPrisma(tx) });
    },
    async work(jobs) {
      for (const job of jobs) {
        await boss.createQueue(job.name, {
          notify: true,
          retryLimit,
          retryBackoff: true,
          retryDelay: 1,
          retryDelayMax: 300,
          expireInSeconds: 600,
          deadLetter: deadJobs,
        });
        // Notified of new jobs; those put off, and retries, are found by looking: by itself only every 30 s.
        const options = {
          includeMetadata: true,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 2,
          localConcurrency: 4,
        } as const;
        await boss.work<object, void, typeof options>(job.name, options, async (batch) => {
          for (const one of batch) await runOne(job, one);
        });
      }
    },
    stop: (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }),
  };
}
