// What stands beside the bot: Bolt, one indexed SELECT, and the bot's own answer as it was captured.
// `bare-bolt.ts url|folder TARGET SECRET ANSWER-FILE`.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';
import { z } from 'zod';

const [kind, target = '', signingSecret = '', answerFile = ''] = process.argv.slice(2);
const answer = z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(answerFile, 'utf8')));
const columns = '"id", "kind", "step", "about", "dueOn", "dueAt", "snoozes", "attempts", "customerId", "purchaseId"';

type Query = (text: string, values: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

async function connect(): Promise<Query> {
  if (kind === 'url') {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({ connectionString: target, max: 10 });
    return (text, values) => pool.query(text, values);
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({ dataDir: `${target}/pg` });
  return (text, values) => database.query(text, values);
}

const query = await connect();
const { rows } = await query('SELECT "id" FROM "Workspace"', []);
const workspace = z.object({ id: z.string() }).parse(rows[0]).id;

const receiver = new bolt.HTTPReceiver({ signingSecret, logLevel: bolt.LogLevel.ERROR });
const app = new bolt.App({ receiver, logLevel: bolt.LogLevel.ERROR, authorize: async () => ({ botToken: 'xoxb-bare' }) });
app.command('/followups', async ({ command, ack }) => {
  // The rep's id follows from the account, so that this is one SELECT over one index and nothing else.
  const rep = `00000000-0000-7000-8000-${command.user_id.slice('U0BENCH'.length).padStart(12, '0')}`;
  const found = await query(
    `SELECT ${columns} FROM "Touch" WHERE "workspaceId" = $1 AND "repId" = $2 AND "state" = 'open' AND "dueOn" <= current_date ORDER BY "dueOn" LIMIT 8`,
    [workspace, rep],
  );
  if (found.rows.length === 0) throw new Error('Nothing due');
  await ack(answer);
});
const server = await app.start(0);
process.stderr.write(`Bare Bolt on port ${(server.address() as AddressInfo).port}.\n`);
