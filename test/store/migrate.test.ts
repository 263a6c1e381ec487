import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMigrated } from '../../src/store/migrate.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

/** What Prisma's own comparison does not see: partial and GIN indexes, checks, references within a workspace. */
describe('by name, what the schema cannot say', () => {
  const indexes: readonly [name: string, definition: RegExp][] = [
    ['Touch_open_of_rep', /\("workspaceId", "repId", "dueOn"\) WHERE .*state.* = 'open'/],
    ['Touch_open_of_team', /\("workspaceId", "dueOn"\) WHERE .*state.* = 'open'/],
    ['Touch_due', /\("nextNudgeAt"\) WHERE .*"nextNudgeAt" IS NOT NULL/],
    ['Touch_promises_due', /\("dueOn"\) WHERE .*kind.* = 'promise'.*"brokenAt" IS NULL/],
    ['Touch_pool', /\("workspaceId", "dueOn"\) WHERE .*state.* = 'open'.*"pooledAt" IS NOT NULL/],
    ['Person_release', /\("releaseAt"\) WHERE .*"releaseAt" IS NOT NULL/],
    ['Touch_unpaced', /\("workspaceId", "customerId"\) WHERE .*unpaced/],
    ['Touch_replan', /\("dueOn"\) WHERE .*replan/],
    ['Nudge_repeated', /\("workspaceId", "repeatedAt"\) WHERE .*"repeatedAt" IS NOT NULL/],
    ['Touch_lent', /\("workspaceId", "lentById"\) WHERE .*"lentById" IS NOT NULL/],
    ['Touch_escalated', /\("workspaceId", "escalatedAt"\) WHERE .*"escalatedAt" IS NOT NULL/],
    ['Person_away', /\("awayFrom"\) WHERE .*"awayFrom" IS NOT NULL/],
    ['Touch_of_day', /UNIQUE .*\("workspaceId", "customerId", cadence, step, "occursOn"\) WHERE .*"occursOn" IS NOT NULL/],
    ['Customer_birthdays', /\("workspaceId", "birthdayLunar", .*EXTRACT\(month FROM birthday\).*WHERE .*birthday IS NOT NULL/i],
    ['Customer_silence', /\("workspaceId", COALESCE\("lastContactAt", "createdAt"\)\) WHERE .*"doNotContactAt" IS NULL/],
    ['Nudge_under_way', /\("rescueAt"\) WHERE .*state.*'queued'.*'sending'/],
    ['Complaint_open', /\("workspaceId", "repId", "openedAt"\) WHERE .*"closedAt" IS NULL/],
    ['Nudge_failed', /\("workspaceId", "createdAt"\) WHERE .*state.* = 'failed'/],
    ['Customer_searchKeys_idx', /USING gin \("searchKeys"\)/],
    ['Customer_formerKeys_idx', /USING gin \("formerKeys"\)/],
  ];
  test.each(indexes)('index %s', async (name, definition) => {
    const [index] = await opened.system.prisma.$queryRaw<
      { indexdef: string }[]
    >`SELECT indexdef FROM pg_indexes WHERE indexname = ${name}`;
    expect(index?.indexdef).toMatch(definition);
  });

  const checks: readonly [name: string, definition: RegExp][] = [
    ['Touch_closed_check', /"closedAt" IS NULL/],
    ['Touch_nudge_check', /"nextNudgeAt" IS NULL/],
    ['Handshake_begun_check', /hash IS NOT NULL.*pair IS NOT NULL/],
    ['Nudge_rescue_check', /"rescueAt" IS NOT NULL/],
    ['Person_morningTime_check', /"morningTime" ~/],
    ['Workspace_touchesPerWeek_check', /"touchesPerWeek" >= 1/],
    ['Person_hours_check', /"workFrom" ~.*"workTo" ~/],
    ['Person_quiet_check', /"quietFrom" IS NULL.*"quietTo" IS NULL/],
    ['Person_away_check', /"awayFrom" <= "awayUntil"/],
    ['Complaint_closed_check', /closed.*=.*"closedAt" IS NOT NULL/],
    ['Customer_contact_check', /"contactFrom" IS NULL.*"contactTo" IS NULL/],
  ];
  test.each(checks)('check %s', async (name, definition) => {
    const [check] = await opened.system.prisma.$queryRaw<
      { definition: string }[]
    >`SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${name} AND convalidated`;
    expect(check?.definition).toMatch(definition);
  });

  test('trigger: whatever moves a touch has its moment worked out anew', async () => {
    const [trigger] = await opened.system.prisma.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = 'Touch_replan'`;
    expect(trigger?.definition).toMatch(
      /BEFORE UPDATE OF "dueOn", "dueAt", "repId", "customerId", state, "pooledAt", "pausedAt" ON .*touch_replan\(\)/,
    );
  });

  test('trigger: whatever moves a touch has its week looked through', async () => {
    const [trigger] = await opened.system.prisma.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = 'Touch_unpaced'`;
    expect(trigger?.definition).toMatch(/BEFORE UPDATE OF "dueOn", "repId", state, "pausedAt" ON .*touch_unpaced\(\)/);
  });

  test('trigger: the words of a complaint are never edited', async () => {
    const [trigger] = await opened.system.prisma.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = 'Complaint_verbatim'`;
    expect(trigger?.definition).toMatch(/BEFORE UPDATE OF words ON .*complaint_verbatim\(\)/);
  });

  test('every reference between tables of a workspace carries the workspace', async () => {
    const references = await opened.system.prisma.$queryRaw<{ name: string; columns: string[] }[]>`
      SELECT c.conname AS name, array_agg(a.attname::text) AS columns
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace GROUP BY c.conname`;
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter(({ columns }) => !columns.includes('workspaceId'))).toEqual([]);
  });
});

describe('whether there is something to migrate', () => {
  const query = async (text: string) => ({ rows: await opened.system.prisma.$queryRawUnsafe<unknown[]>(text) });
  /** The answers of this database, but for what it says of its migrations. */
  const saying = (change: (rows: readonly unknown[]) => readonly unknown[]) => async (text: string) => {
    const { rows } = await query(text);
    return { rows: text.includes('"finished_at"') ? change(rows) : rows };
  };

  test('not where all are there', async () => {
    expect(await isMigrated(query)).toBe(true);
  });
  test('where one is missing', async () => {
    expect(await isMigrated(saying((rows) => rows.slice(1)))).toBe(false);
  });
  test('where one began and failed', async () => {
    expect(await isMigrated(saying((rows) => [...rows, { name: '1_failed', at: null }]))).toBe(false);
  });
  test('where there never was one', async () => {
    expect(await isMigrated(async () => ({ rows: [] }))).toBe(false);
  });
});
