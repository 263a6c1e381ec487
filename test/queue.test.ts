import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deadJobs, type Job, RetryAfter } from '../src/queue.ts';
import type { Scope } from '../src/store/index.ts';
import { eventually } from './support/program.ts';
import { openTestStore, type TestStore } from './support/store.ts';

let opened: TestStore;
let scope: Scope;
const ran: { readonly id: string; readonly last: boolean }[] = [];
const runs = (id: string) => ran.filter((one) => one.id === id).length;

const data = z.object({ id: z.string() });
const job = (name: string, work: (id: string) => void): Job => ({
  name,
  data,
  async run(given, { last }) {
    const { id } = data.parse(given);
    ran.push({ id, last });
    work(id);
  },
});

beforeAll(async () => {
  opened = await openTestStore();
  scope = await opened.workspace();
  await opened.queue.work([
    job('test.good', () => {}),
    job('test.once-bad', (id) => {
      if (runs(id) === 1) throw new Error('the first time fails');
    }),
    {
      ...job('test.found-again', () => {
        throw new Error('always');
      }),
      foundAgain: true,
    },
    job('test.later', (id) => {
      if (runs(id) === 1) throw new RetryAfter(1);
    }),
  ]);
});
afterAll(() => opened.close());

describe('a job is part of the transaction', () => {
  test('it runs where the transaction commits, and sees what was written', async () => {
    const id = randomUUID();
    await scope.transaction(async (tx) => {
      await tx.db.repName.create({ data: { workspaceId: tx.workspaceId, name: id } });
      await tx.enqueue('test.good', { id });
    });
    await eventually(() => runs(id) === 1);
    expect(await scope.db.repName.count({ where: { name: id } })).toBe(1);
  });

  test('it does not exist where the transaction fails', async () => {
    const [undone, after] = [randomUUID(), randomUUID()];
    await expect(
      scope.transaction(async (tx) => {
        await tx.enqueue('test.good', { id: undone });
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    await scope.transaction((tx) => tx.enqueue('test.good', { id: after }));
    await eventually(() => runs(after) === 1);
    expect(runs(undone)).toBe(0);
    const left = await opened.system.prisma.$queryRaw`SELECT 1 FROM pgboss.job WHERE data->>'id' = ${undone}`;
    expect(left).toEqual([]);
  });

  test('many transactions at once lose no job', async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    await Promise.all(ids.map((id) => scope.transaction((tx) => tx.enqueue('test.good', { id }))));
    await eventually(() => ids.every((id) => runs(id) === 1));
  });
});

describe('a job that fails', () => {
  test('is tried again', async () => {
    const id = randomUUID();
    await scope.transaction((tx) => tx.enqueue('test.once-bad', { id }));
    await eventually(() => runs(id) === 2, 20_000);
  });

  test('is told how long to wait, and does not count that as a failure', async () => {
    const id = randomUUID();
    await scope.transaction((tx) => tx.enqueue('test.later', { id }));
    await eventually(() => runs(id) === 2, 20_000);
    expect(ran.filter((one) => one.id === id).every(({ last }) => !last)).toBe(true);
  });

  test('for good is kept where the doctor looks', async () => {
    const id = randomUUID();
    await opened.system.transaction(async (tx) => {
      await tx.enqueue('test.once-bad', { id });
      // As if it had been tried as often as it may.
      await tx.$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE data->>'id' = ${id}`;
    });
    await eventually(async () => {
      const dead = await opened.system.prisma.$queryRaw<
        unknown[]
      >`SELECT 1 FROM pgboss.job WHERE name = ${deadJobs} AND data->>'id' = ${id}`;
      return dead.length === 1;
    });
    expect(runs(id)).toBe(1);
  });

  test('that is found again by its data is neither repeated nor kept', async () => {
    const id = randomUUID();
    await scope.transaction((tx) => tx.enqueue('test.found-again', { id }));
    await eventually(() => runs(id) === 1);
    // One that is repeated comes again after a second or two.
    const [other] = [randomUUID()];
    await scope.transaction((tx) => tx.enqueue('test.once-bad', { id: other }));
    await eventually(() => runs(other) === 2, 20_000);
    const dead = await opened.system.prisma.$queryRaw`SELECT 1 FROM pgboss.job WHERE name = ${deadJobs} AND data->>'id' = ${id}`;
    expect([runs(id), dead]).toEqual([1, []]);
  });
});

test('a list goes in together, and each waits its own time', async () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const late = randomUUID();
  const begun = performance.now();
  await opened.system.transaction((tx) =>
    tx.enqueueAll('test.good', [{ data: { id: late }, after: 3 }, ...ids.map((id) => ({ data: { id } }))]),
  );
  await eventually(() => ids.every((id) => runs(id) === 1));
  expect(runs(late)).toBe(0);
  await eventually(() => runs(late) === 1, 20_000);
  expect(performance.now() - begun).toBeGreaterThan(2_900);
});
