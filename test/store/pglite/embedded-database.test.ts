import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, FolderInUse, openEmbedded } from '../../../src/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-embedded-'));
const poolFor = ({ client }: EmbeddedDatabase) => new pg.Pool({ ...client, max: 1, idleTimeoutMillis: 0 });
let database: EmbeddedDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await openEmbedded({ folder });
  pool = poolFor(database);
  await pool.query('CREATE TABLE fruit (id int PRIMARY KEY, name text, picked timestamptz, tags text[])');
});
afterAll(async () => {
  await pool.end();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what is written comes back, whatever its characters and however long', async () => {
  const row = [1, "pear's 배 梨 \ud83c\udf50", new Date('2026-11-24T08:00:00Z'), ['a,b', '', '"']];
  await pool.query('INSERT INTO fruit VALUES ($1, $2, $3, $4)', row);
  const { rows } = await pool.query({ text: 'SELECT * FROM fruit WHERE id = $1', values: [1], rowMode: 'array' });
  expect(rows).toEqual([row]);
  const long = '한'.repeat(3_000_000);
  expect((await pool.query('SELECT $1::text AS said', [long])).rows[0]?.said === long).toBe(true);
});

test('a failure is the error PostgreSQL gives, and the session goes on', async () => {
  const again = () => pool.query({ name: 'again', text: 'INSERT INTO fruit (id) VALUES ($1)', values: [1] });
  await expect(again()).rejects.toMatchObject({ code: '23505' });
  await expect(again()).rejects.toMatchObject({ code: '23505' });
  await expect(pool.query('SELECT nothing FROM fruit WHERE id = $1', [1])).rejects.toMatchObject({ code: '42703' });
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('the next client finds a new session: nothing open, nothing prepared, nothing listened to', async () => {
  const first = await pool.connect();
  await first.query({ name: 'kept', text: 'SELECT $1::int', values: [1] });
  await first.query('LISTEN harvest');
  await first.query('BEGIN');
  await first.query("INSERT INTO fruit (id, name) VALUES (7, 'plum')");
  first.release(true);
  expect((await pool.query('SELECT * FROM fruit WHERE id = 7')).rows).toEqual([]);
  expect((await pool.query('SELECT * FROM pg_prepared_statements')).rows).toEqual([]);
  expect((await pool.query('SELECT pg_listening_channels()')).rows).toEqual([]);
});

test('who listens is told', async () => {
  const client = await pool.connect();
  const told = new Promise((resolve) => client.once('notification', ({ payload }) => resolve(payload)));
  await client.query('LISTEN harvest');
  client.release();
  await pool.query("SELECT pg_notify('harvest', '사과')");
  expect(await told).toBe('사과');
});

test('the folder is one process’s, and one database’s in it', async () => {
  await expect(openEmbedded({ folder })).rejects.toBeInstanceOf(FolderInUse);
});

test('an image of it is a database of its own; what is asked after its end fails, and does not wait', async () => {
  const image = new Uint8Array(await (await database.image()).arrayBuffer());
  const copy = await openEmbedded({ image });
  const other = poolFor(copy);
  other.on('error', () => {});
  await other.query('DELETE FROM fruit');
  expect((await pool.query('SELECT id FROM fruit')).rows).toEqual([{ id: 1 }]);
  await copy.close();
  await expect(other.query('SELECT 1')).rejects.toThrow();
  await copy.close();
});
