import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropServed } from '../../src/store/index.ts';
import { type BotRig, openBot } from '../support/bot.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

test('nudges are kept for 400 days, and those under way for as long as they are', async () => {
  const team = await rig.team('T0UPKEEP');
  await team.member('U0UPKEEP', 'rep');
  const personId = await team.personId('U0UPKEEP');
  const { workspaceId } = team.scope;
  const day = (days: number) => new Date(rig.now().getTime() - days * 86_400_000);
  const nudge = (key: string, days: number, state: 'sent' | 'skipped' | 'queued') => ({
    ...{ workspaceId, id: rig.newId(), key, kind: 'morning' as const, personId, state },
    ...{ createdAt: day(days), rescueAt: state === 'queued' ? day(days) : null },
  });
  await team.scope.db.nudge.createMany({
    data: [nudge('a', 401, 'sent'), nudge('b', 399, 'sent'), nudge('c', 500, 'queued'), nudge('d', 500, 'skipped')],
  });
  await dropServed(rig.system, rig.now());
  const kept = await team.scope.db.nudge.findMany({ orderBy: { key: 'asc' } });
  expect(kept.map(({ key }) => key)).toEqual(['b', 'c']);
});
