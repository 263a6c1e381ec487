import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { buttonOf, formOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  rig.slack.sent.length = 0;
  rig.slack.updated.length = 0;
  team = await rig.team(`T0JOIN${count}`, { country: 'KR' });
  rep = await team.member(`U0JOIN${count}`, 'rep', { name: 'Hannah' });
  await team.scope.db.person.updateMany({ data: { nextMorningAt: null } });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
});

const plan = (step: string, at: string, more: Partial<Parameters<typeof seedTouch>[3]> = {}) =>
  seedTouch(rig, team, rep.account, { customerId: kim, step, dueOn: at.slice(0, 10), dueAt: new Date(at), ...more });
const look = async (at: string) => {
  rig.setNow(at);
  await rig.sweep();
  await rig.runJobs();
};
const sent = () => rig.slack.sent.map(({ card }) => card.text);
const last = () => {
  const message = rig.slack.sent.at(-1);
  if (!message) throw new Error('Nothing was sent');
  return { kind: 'say', card: message.card, to: 'person' } as const;
};

describe('two touches to one customer on one day', () => {
  test('at one moment are one nudge that names both', async () => {
    await plan('day5', '2026-11-24T02:00:00Z');
    await plan('day12', '2026-11-24T02:00:00Z');
    await look('2026-11-24T02:00:00Z');
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).toMatch(/^Now: Day-\d+ call \+ Day-\d+ call with Kim Minji$/);
    for (const point of ['What are the first impressions?', 'Let them speak first'])
      expect(plainText(last().card)).toContain(point);
  });

  test('at two hours too: at the first, and not again at the second', async () => {
    await plan('day5', '2026-11-24T02:00:00Z');
    await plan('day12', '2026-11-24T05:00:00Z');
    await look('2026-11-24T02:00:00Z');
    expect(sent()).toHaveLength(1);
    expect(plainText(last().card)).toContain('14:00');
    await look('2026-11-24T05:00:00Z');
    expect(sent()).toHaveLength(1);
  });

  test('a promise is warned of all the same', async () => {
    await plan('day5', '2026-11-24T02:00:00Z');
    await seedTouch(rig, team, rep.account, {
      ...{ customerId: kim, kind: 'promise', step: 'promise', about: 'new filter' },
      ...{ dueOn: '2026-11-24', dueAt: new Date('2026-11-24T07:00:00Z') },
    });
    await look('2026-11-24T02:00:00Z');
    await look('2026-11-24T06:00:00Z');
    expect(sent()).toHaveLength(2);
    expect(sent()[1]).toContain('new filter');
  });

  test('two copies that look at once send one', async () => {
    await plan('day5', '2026-11-24T02:00:00Z');
    await plan('day12', '2026-11-24T02:00:01Z');
    rig.setNow('2026-11-24T02:00:05Z');
    await rig.sweep();
    rig.slack.sent.length = 0;
    await Promise.all([rig.sweep(), rig.sweep()]);
    await rig.sweep();
    await rig.runJobs();
    expect(sent()).toHaveLength(1);
  });

  test('settled in one form, the message has no buttons left', async () => {
    await plan('day5', '2026-11-24T02:00:00Z');
    await plan('day12', '2026-11-24T05:00:00Z');
    await look('2026-11-24T02:00:00Z');
    const form = formOf(await rep.press(buttonOf(last(), 'log.form')));
    await rep.submit(form, { outcome: 'reached' });
    await rig.runJobs();
    expect(await team.scope.db.touch.count({ where: { state: 'open' } })).toBe(0);
    expect(rig.slack.updated.at(-1)?.card.elements.some(({ kind }) => kind === 'actions')).toBe(false);
  });

  test('what is left open on purpose stays on the message, and is nudged at its own hour', async () => {
    const first = await plan('day5', '2026-11-24T02:00:00Z');
    await plan('day12', '2026-11-24T05:00:00Z');
    await look('2026-11-24T02:00:00Z');
    const form = formOf(await rep.slash('log', 'Kim'));
    await rep.submit(form, { outcome: 'reached', settles: first });
    await rig.runJobs();
    expect(await team.scope.db.touch.count({ where: { state: 'open' } })).toBe(1);
    await look('2026-11-24T05:00:00Z');
    expect(sent()).toEqual([expect.any(String), 'Now: Day-12 call with Kim Minji']);
  });

  test('a colleague’s with the same customer is theirs', async () => {
    const otto = await team.member(`U0JOINOTTO${count}`, 'rep', { name: 'Otto' });
    await plan('day5', '2026-11-24T02:00:00Z');
    await seedTouch(rig, team, otto.account, {
      ...{ customerId: kim, step: 'day12', dueOn: '2026-11-24', dueAt: new Date('2026-11-24T02:00:00Z') },
    });
    await look('2026-11-24T02:00:00Z');
    expect(sent().sort()).toEqual(['Now: Day-12 call with Kim Minji', 'Now: Day-5 call with Kim Minji']);
  });
});
