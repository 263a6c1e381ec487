import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBudget } from '../../src/advisor/budget.ts';
import { openAdvisor } from '../../src/advisor/open-advisor.ts';
import { reserveTokens, settleTokens, tokensUsed } from '../../src/advisor/store.ts';
import type { Scope } from '../../src/store/index.ts';
import { says, startOddServer } from '../advisor/odd-server.ts';
import { requestFor } from '../advisor/rig.ts';
import { samples } from '../advisor/samples.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
let ours: Scope;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const day = '2026-11-24';
const fresh = async () => {
  ours = await opened.workspace();
  return ours;
};

test('tokens are set aside up to the ceiling of the day, and no further', async () => {
  const scope = await fresh();
  expect(await reserveTokens(scope, day, 600, 1_000)).toBe(true);
  expect(await reserveTokens(scope, day, 600, 1_000)).toBe(false);
  expect(await tokensUsed(scope, day)).toBe(600);
  expect(await reserveTokens(scope, day, 400, 1_000)).toBe(true);
  expect(await reserveTokens(scope, day, 1, 1_000)).toBe(false);
  expect(await reserveTokens(scope, '2026-11-25', 1_000, 1_000)).toBe(true);
  expect(await reserveTokens(scope, '2026-11-26', 1_001, 1_000)).toBe(false);
});

test('what was really used takes the place of what was set aside', async () => {
  const scope = await fresh();
  await reserveTokens(scope, day, 600, 1_000);
  await settleTokens(scope, day, 600, 150);
  expect(await tokensUsed(scope, day)).toBe(150);
  await reserveTokens(scope, day, 600, 1_000);
  await settleTokens(scope, day, 600, 900);
  expect(await tokensUsed(scope, day)).toBe(1_050);
  await settleTokens(scope, day, 5_000, 0);
  expect(await tokensUsed(scope, day)).toBe(0);
});

test('many at once do not pass it together', async () => {
  const scope = await fresh();
  const asked = await Promise.all(Array.from({ length: 12 }, () => reserveTokens(scope, day, 100, 500)));
  expect(asked.filter(Boolean)).toHaveLength(5);
  expect(await tokensUsed(scope, day)).toBe(500);
});

test('each workspace has its own, and each day of the clock', async () => {
  const [scope, other] = [await fresh(), await opened.workspace()];
  let now = new Date('2026-11-24T23:59:00Z');
  const budget = createBudget(opened.system, { now: () => now }, 1_000);
  const settle = await budget.reserve(scope.workspaceId, 1_000);
  expect(settle).toBeDefined();
  expect(await budget.reserve(scope.workspaceId, 1)).toBeUndefined();
  expect(await budget.reserve(other.workspaceId, 1_000)).toBeDefined();
  now = new Date('2026-11-25T00:01:00Z');
  expect(await budget.reserve(scope.workspaceId, 700)).toBeDefined();
  await settle?.(10);
  expect([await tokensUsed(scope, day), await tokensUsed(scope, '2026-11-25')]).toEqual([10, 700]);
});

test('an advisor asks as long as the day has tokens, and writes down what it used', async () => {
  const { workspaceId } = await fresh();
  const server = await startOddServer(says({}, { tokens: 4_000 }));
  try {
    const settings = { apiKey: 'k', baseUrl: server.baseUrl, model: 'm', tokensPerDay: 10_000 };
    const advisor = openAdvisor(settings, {
      system: opened.system,
      clock: { now: () => new Date(`${day}T09:00:00Z`) },
      log: opened.log,
    });
    const outcomes: unknown[] = [];
    for (const sample of samples) outcomes.push(await advisor.advise(requestFor(sample, { workspaceId })));
    expect(outcomes).toEqual(['nonsense', 'nonsense', 'ceiling'].map((why) => ({ kind: 'none', why })));
    expect(server.bodies).toHaveLength(2);
    expect(await tokensUsed(ours, day)).toBe(8_000);
  } finally {
    await server.stop();
  }
});
