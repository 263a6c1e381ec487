import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeCommand, type Feature } from '../../../src/app/feature.ts';
import { itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

/** Says that a complaint was opened or solved, as the feature that keeps complaints does. */
const complaining: Feature = {
  name: 'complaining',
  commands: (['opened', 'solved'] as const).map((what) =>
    changeCommand({
      name: `complaining.${what}`,
      who: 'rep',
      input: z.object({ customerId: z.uuid(), complaintId: z.string() }),
      async run(context, input) {
        await context.raise({ kind: `complaint.${what}`, ...input });
        return { kind: 'nothing' };
      },
    }),
  ),
};

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot(undefined, [complaining]);
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let kim: string;
let ids: Record<string, string>;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  team = await rig.team(`T0PAUSE${count}`, { country: 'KR' });
  rep = await team.member(`U0PAUSE${count}`, 'rep', { name: 'Hannah' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  const plan = (step: string, dueOn: string, more: Partial<Parameters<typeof seedTouch>[3]>) =>
    seedTouch(rig, team, rep.account, { customerId: kim, step, dueOn, ...more });
  ids = {
    day5: await plan('day5', '2026-11-25', { cadence: '2-5-12', dueAt: new Date('2026-11-25T01:00:00Z') }),
    day12: await plan('day12', '2026-12-02', { cadence: '2-5-12' }),
    more: await plan('wants_more', '2026-11-26', { kind: 'followup' }),
    promise: await plan('promise', '2026-11-26', { kind: 'promise', about: 'new filter' }),
    followup: await plan('followup', '2026-11-27', { kind: 'followup', about: 'ask' }),
    care: await plan('care', '2026-12-10', { kind: 'followup', cadence: 'care' }),
  };
  rig.slack.sent.length = 0;
});
const raise = async (what: 'opened' | 'solved', complaintId = 'c1') => {
  rig.pass(2);
  await rep.send({ via: 'button', command: `complaining.${what}`, args: { customerId: kim, complaintId } });
};
const touch = (name: string) => team.scope.db.touch.findFirstOrThrow({ where: { id: ids[name] ?? '' } });
const paused = async () => {
  const rows = await team.scope.db.touch.findMany({ where: { pausedAt: { not: null } } });
  return Object.keys(ids).filter((name) => rows.some(({ id }) => id === ids[name]));
};
const look = async (at: string) => {
  rig.setNow(at);
  await rig.sweep();
  await rig.runJobs();
};

test('while a complaint is open selling waits; promises, care and what a person planned do not', async () => {
  await raise('opened');
  expect(await paused()).toEqual(['day5', 'day12', 'more']);
  expect(await touch('day5')).toMatchObject({ state: 'open', nextNudgeAt: null });
  expect(itemsOf(await rep.slash('followups', 'week'))).toEqual(['Kim Minji · new filter', 'Kim Minji · ask']);
  const file = textOf(await rep.slash('customer', 'Kim'));
  expect(file).toContain('waits for the complaint to be solved');
  expect(file).toContain('Day-5 call: waits until the complaint is solved');
  await look('2026-11-25T01:00:00Z');
  expect(rig.slack.sent.filter(({ card }) => card.text.includes('Day-5'))).toEqual([]);
});

test('what is logged meanwhile does not settle what waits', async () => {
  await raise('opened');
  rig.setNow('2026-12-03T01:00:00Z');
  await rep.slash('log', 'Kim reached');
  expect(await touch('day5')).toMatchObject({ state: 'open' });
});

describe('once it is solved', () => {
  test('it comes back with fresh days, as far apart as before', async () => {
    await raise('opened');
    rig.setNow('2026-12-09T01:00:00Z');
    await raise('solved');
    expect(await paused()).toEqual([]);
    expect((await touch('day5')).dueOn).toEqual(new Date('2026-12-10'));
    expect((await touch('more')).dueOn).toEqual(new Date('2026-12-11'));
    // A week behind the first, on a Thursday.
    expect((await touch('day12')).dueOn).toEqual(new Date('2026-12-17'));
    expect((await touch('day5')).dueAt).toBeNull();
    const kept = await team.scope.db.touchChange.findMany({ where: { kind: 'resumed' } });
    expect(kept.map(({ reason }) => reason)).toEqual(['solved', 'solved', 'solved']);
  });

  test('what still lies ahead keeps its day and hour', async () => {
    await raise('opened');
    await raise('solved');
    expect(await touch('day5')).toMatchObject({ dueOn: new Date('2026-11-25'), dueAt: new Date('2026-11-25T01:00:00Z') });
    await look('2026-11-25T01:00:00Z');
    expect(rig.slack.sent.filter(({ card }) => card.text.includes('Day-5'))).toHaveLength(1);
  });

  test('what waited for more than a month is let go', async () => {
    await raise('opened');
    rig.setNow('2026-12-29T01:00:00Z');
    await raise('solved');
    expect(await touch('day5')).toMatchObject({ state: 'dropped', closedReason: 'complaint' });
    expect(await touch('day12')).toMatchObject({ state: 'open', pausedAt: null });
  });

  test('only when the last of several is', async () => {
    await raise('opened', 'c1');
    await raise('opened', 'c2');
    await raise('solved', 'c1');
    expect(await paused()).toEqual(['day5', 'day12', 'more']);
    await raise('solved', 'c2');
    expect(await paused()).toEqual([]);
  });

  test('of a complaint that nobody opened, nothing happens', async () => {
    await raise('solved', 'c9');
    expect(await team.scope.db.touchChange.count()).toBe(0);
  });
});

test('what is planned while it is open waits too', async () => {
  await raise('opened');
  await rep.slash('sale', 'Kim, air purifier');
  await rig.sweep();
  await rig.runJobs();
  const open = await team.scope.db.touch.findMany({ where: { cadence: '2-5-12', pausedAt: null, state: 'open' } });
  expect(open).toEqual([]);
});

test('do not contact ends what waits as well', async () => {
  await raise('opened');
  await rep.slash('log', 'Kim do not contact');
  expect(await team.scope.db.touch.count({ where: { state: 'open' } })).toBe(0);
});
