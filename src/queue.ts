import type { Pool } from 'pg';
import { type Db, fromPrisma, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Log } from './log.ts';
import type { Enqueue, Store } from './store/index.ts';

/** Work done outside a request, at least once; the handler makes a second run harmless. */
export interface Job<Data = unknown> {
  readonly name: string;
  readonly data: z.core.$ZodType<Data>;
  /** What is left undone is found in the data again, so that a failed job is neither repeated nor kept. */
  readonly foundAgain?: boolean;
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

/** Jobs that failed for good wait here for the doctor and the admin. */
export const deadJobs = 'dead';

const retryLimit = 8;
const repeated = { retryLimit, retryBackoff: true, retryDelay: 1, retryDelayMax: 300, deadLetter: deadJobs };
const queueOptions = { notify: true, expireInSeconds: 600 };
/** Two at a time, twice, and on at once while there is more. Those put off, and retries, are found by looking: by itself only every 30 s. */
const workOptions = {
  includeMetadata: true,
  perJobResults: true,
  batchSize: 2,
  localConcurrency: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const;
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

  const runOne = async (job: Job, { data, retryCount, id }: JobWithMetadata<object>): Promise<JobResult> => {
    try {
      await job.run(z.parse(job.data, data), { last: retryCount >= retryLimit }).catch((error: unknown) => {
        if (!(error instanceof RetryAfter)) throw error;
        return boss.send(job.name, data, { startAfter: error.seconds });
      });
      return { id, status: 'completed' };
    } catch (error) {
      log.warn({ err: error, job: job.name, id, attempt: retryCount }, 'job failed');
      return { id, status: 'failed', output: error };
    }
  };

  return {
    async enqueue(tx, name, works) {
      if (works.length === 0) return;
      const jobs = works.map(({ data, after }) => ({ data, ...(after ? { startAfter: after } : {}) }));
      await boss.insert(name, jobs, { db: fromPrisma(tx) });
    },
    async work(jobs) {
      for (const job of jobs) {
        await boss.createQueue(job.name, { ...queueOptions, ...(job.foundAgain ? { retryLimit: 0 } : repeated) });
        await boss.work<object, void, typeof workOptions>(job.name, workOptions, (batch) =>
          Promise.all(batch.map((one) => runOne(job, one))),
        );
      }
    },
    stop: (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }),
  };
}
