import { PgBoss } from 'pg-boss';
import { openLog } from '../../src/log.ts';
import { type Job, openQueue, RetryAfter } from '../../src/queue.ts';
import type { Enqueue, Store, System } from '../../src/store/index.ts';
import type { Copy } from './copy.ts';
import { Killed } from './mortal.ts';

/** Takes jobs from the real queue when their time has come, as its workers do, but for the polling. */
export interface Jobs {
  readonly enqueue: Enqueue;
  /** Runs what is due and what that leads to; each by one of the copies that live, and now and then by two at once. */
  work(copies: () => readonly Copy[], twice: () => boolean): Promise<void>;
  /** Gives up jobs whose worker was killed. */
  supervise(): Promise<void>;
  close(): Promise<void>;
}

const retryLimit = 8;
const mostRounds = 200;

interface Options {
  readonly store: Pick<Store, 'jobs'>;
  readonly system: System;
  readonly kinds: readonly Job[];
  wrong(what: string): void;
}

export async function openJobs({ store, system: { prisma }, kinds, wrong }: Options): Promise<Jobs> {
  // The queues as the bot makes them; there is nothing in them yet that its workers could take.
  const maker = await openQueue(store, openLog('silent'));
  await maker.work(kinds);
  await maker.stop();
  // It knows the queues from its start: to ask for one inside a transaction would stall the embedded database's one session.
  const queue = await openQueue(store, openLog('silent'));
  const quiet = { schedule: false, supervise: false, migrate: false } as const;
  const { jobs } = store;
  const boss =
    'url' in jobs
      ? new PgBoss({ connectionString: jobs.url, max: 2, ...quiet })
      : new PgBoss({
          ...quiet,
          backend: 'pglite',
          db: {
            executeSql: async (text, values) => ({
              rows: [await jobs.pool.query(text, values)].flat().flatMap(({ rows }) => rows),
            }),
          },
        });
  boss.on('error', (error) => wrong(`job queue: ${error.message}`));
  await boss.start();

  const dueNames = async () => {
    const rows = await prisma.$queryRawUnsafe<{ name: string }[]>(
      `SELECT "name" FROM pgboss.job WHERE "state" < 'active' AND "start_after" <= pgboss.job_now() AND "name" <> 'dead' GROUP BY 1 ORDER BY min("created_on"), 1`,
    );
    return rows.map(({ name }) => name);
  };

  const runOne = async (copy: Copy, name: string, id: string, data: object, attempt: number) => {
    try {
      await copy.run(name, data);
      if (copy.life.alive()) await boss.complete(name, id);
    } catch (error) {
      // Whoever was killed tells the queue nothing.
      if (!copy.life.alive() || error instanceof Killed) return;
      if (error instanceof RetryAfter) {
        await boss.send(name, data, { startAfter: error.seconds });
        await boss.complete(name, id);
        return;
      }
      if (attempt >= retryLimit) wrong(`the job ${name} failed for good: ${error instanceof Error ? error.stack : error}`);
      await boss.fail(name, id, { message: String(error) });
    }
  };

  return {
    enqueue: queue.enqueue,
    async work(copies, twice) {
      for (let round = 0; round < mostRounds; round += 1) {
        const names = await dueNames();
        if (names.length === 0 || copies().length === 0) return;
        for (const name of names) {
          const batch = await boss.fetch<object>(name, { batchSize: 10, includeMetadata: true });
          for (const { id, data, retryCount } of batch) {
            const [one, other] = copies();
            if (!one) return;
            // A job is promised to run at least once: two copies may have it at the same time.
            await Promise.all([
              runOne(one, name, id, data, retryCount),
              ...(twice() ? [(other ?? one).run(name, data).catch(() => {})] : []),
            ]);
          }
        }
      }
      wrong('jobs lead to jobs without an end');
    },
    supervise: () => boss.supervise(),
    async close() {
      await boss.stop({ graceful: false });
      await queue.stop();
    },
  };
}
