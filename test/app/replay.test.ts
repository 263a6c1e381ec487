import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Scope } from '../../src/store/index.ts';
import { addPerson, fakeBot } from '../support/fake-feature.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { teamsRig } from '../support/teams-rig.ts';

const rig = teamsRig();
let opened: TestStore;
let scope: Scope;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());
beforeEach(async () => {
  scope = await opened.workspace();
  const who = await addPerson(opened, scope, 'rep');
  await rig.use(
    rig.signed(),
    fakeBot(opened, who, () => now),
  );
});

const click = (name: string, id: string, authorization?: string) =>
  rig.post(
    rig.activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id,
      value: { action: { verb: 'fake.write', data: { command: 'fake.write', args: { name } } } },
    }),
    authorization,
  );

test('a signed click of Teams that is played back is answered, and carried out once', async () => {
  const authorization = `Bearer ${rig.cloud.token()}`;
  const first = await click('a', 'f:1', authorization);
  expect(first).toMatchObject({ status: 200, body: { value: 'wrote a' } });
  const again = await Promise.all(Array.from({ length: 5 }, () => click('a', 'f:1', authorization)));
  expect(again).toEqual(Array.from({ length: 5 }, () => first));
  await click('b', 'f:2', authorization);
  now = new Date(now.getTime() + 600_000);
  expect((await click('a', 'f:1', authorization)).status).toBe(200);
  expect(await scope.db.repName.count()).toBe(2);
});
