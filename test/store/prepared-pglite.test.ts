import { messages } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PreparedPGlite } from '../../src/store/prepared-pglite.ts';

// Small enough to be the same on each of the suite's engines; the store's own tests run on it where that is PGlite.
let pglite: PreparedPGlite;
beforeAll(async () => {
  pglite = new PreparedPGlite();
  await pglite.waitReady;
  await pglite.exec('CREATE TABLE fruit (id int PRIMARY KEY, name text, picked timestamptz, tags text[])');
});
afterAll(() => pglite.close());

const kept = async () => (await pglite.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_prepared_statements')).rows[0]?.n;

test('a statement with values is kept, and answers as PGlite itself does', async () => {
  const insert = 'INSERT INTO fruit VALUES ($1, $2, $3, $4)';
  const at = new Date('2026-11-24T08:00:00Z');
  for (const id of [1, 2, 3]) {
    expect((await pglite.query(insert, [id, id === 2 ? null : `pear's "${id}"`, at, ['a,b', '']])).affectedRows).toBe(1);
  }
  const select = 'SELECT * FROM fruit WHERE id > $1 ORDER BY id';
  const plain = await pglite.transaction((tx) => tx.query(select, [0]));
  expect(await pglite.query(select, [0])).toEqual(plain);
  expect((await pglite.query(select, [2])).rows).toEqual(plain.rows.slice(2));
  expect(await pglite.query(select, [0], { rowMode: 'array' })).toEqual(
    await pglite.transaction((tx) => tx.query(select, [0], { rowMode: 'array' })),
  );
  expect(await kept()).toBe(2);
});

test('a failure is the same error, and the statement works afterwards', async () => {
  const insert = 'INSERT INTO fruit (id, name) VALUES ($1, $2)';
  await pglite.query(insert, [10, 'fig']);
  const again = pglite.query(insert, [10, 'fig']);
  await expect(again).rejects.toBeInstanceOf(messages.DatabaseError);
  await expect(again).rejects.toMatchObject({ code: '23505' });
  expect((await pglite.query(insert, [11, 'fig'])).affectedRows).toBe(1);
});

test('a statement that cannot be planned fails each time, and is not kept', async () => {
  const before = await kept();
  for (const _time of [1, 2])
    await expect(pglite.query('SELECT nothing FROM fruit WHERE id = $1', [1])).rejects.toMatchObject({ code: '42703' });
  expect(await kept()).toBe(before);
});

test('it waits for a running transaction', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const transaction = pglite.transaction(async (tx) => {
    await tx.query("INSERT INTO fruit (id, name) VALUES (20, 'plum')");
    await gate;
    await tx.rollback();
  });
  const seen = pglite.query('SELECT name FROM fruit WHERE id = $1', [20]);
  open();
  await transaction;
  expect((await seen).rows).toEqual([]);
});
