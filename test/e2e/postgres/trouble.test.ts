import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts';
import { eventually, type Home, importRows, makeHome, type Program } from '../../support/program.ts';
import { HANNAH, openSlackRig, type SlackRig } from '../../support/slack-rig.ts';

let server: PostgresServer;
let rig: SlackRig;
let home: Home;
let program: Program;
beforeAll(async () => {
  server = await startPostgres();
  const url = server.url('postgres');
  const made = await makeHome();
  home = { ...made, env: { ...made.env, DATABASE_URL: url }, databaseUrl: url };
  rig = await openSlackRig();
  program = await rig.boot(home);
  await rig.letTeamIn();
  await importRows(home, ['Ada Park,kettle', 'Bea Stone,toaster']);
}, 120_000);
afterAll(async () => {
  await program.stop();
  await server.stop();
  await rig.close();
  home.remove();
}, 60_000);

const type = (text: string) => rig.cloud.command({ as: HANNAH, channel: rig.cloud.direct(HANNAH), text });
const said = (what: string) => rig.texts(HANNAH).filter((text) => text.includes(what)).length;
const slowest = () =>
  Math.max(
    0,
    ...rig.cloud.journal.entries.map((entry) => (entry.kind === 'request' && entry.what === 'command' ? entry.milliseconds : 0)),
  );

async function whileLocked(table: string, work: () => Promise<void>): Promise<void> {
  const holder = new pg.Client({ connectionString: server.url('postgres') });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
  await work().finally(() => holder.query('ROLLBACK').then(() => holder.end()));
}

test('a slow database: acknowledged in time, called not saved yet, and the outcome follows', { timeout: 60_000 }, async () => {
  rig.cloud.journal.clear();
  await whileLocked('Entry', async () => {
    await type('/log Ada Park reached all well');
    expect(said('Not saved yet')).toBe(1);
    expect(said('Logged: Ada Park')).toBe(0);
  });
  expect(slowest()).toBeLessThan(3_000);
  await eventually(() => said('Logged: Ada Park') === 1);
  expect(await rig.type(HANNAH, '/customer Ada')).toContain('all well');
});

test('a database that is down: said at once or after the budget, and nothing is called saved; it comes back by itself', {
  timeout: 120_000,
}, async () => {
  rig.cloud.journal.clear();
  await server.halt();
  await type('/log Bea Stone reached this is lost');
  await eventually(() => said('Not saved: ') + said('Not saved. ') > 0, 30_000);
  expect(said('Logged: Bea Stone')).toBe(0);
  expect(slowest()).toBeLessThan(3_000);

  await server.resume();
  await eventually(async () => {
    await type('/log Bea Stone reached second try').catch(() => {});
    return said('Logged: Bea Stone') > 0;
  }, 60_000);
  const file = await rig.type(HANNAH, '/customer Bea');
  expect(file).toContain('second try');
  expect(file).not.toContain('this is lost');
});
