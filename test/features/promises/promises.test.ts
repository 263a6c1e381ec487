import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, buttonOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let manager: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  team = await rig.team(`T0PROMISE${count}`, { country: 'KR' });
  rep = await team.member(`U0PROMISEREP${count}`, 'rep', { name: 'Hannah' });
  manager = await team.member(`U0PROMISEMAN${count}`, 'manager', { name: 'Lin' });
  await seedCustomer(rig, team, rep.account, { name: 'Kim Minji', phone: '010-1234-5678' });
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const promises = (where = {}) => team.scope.db.touch.findMany({ where, orderBy: { createdAt: 'asc' } });
const look = async () => {
  await rig.sweep();
  await rig.runJobs();
};
const sentTo = (desk: Desk) =>
  rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account).map(({ card }) => card.text);

describe('a promise is noted', () => {
  test('in one line, and shown back', async () => {
    const said = await rep.slash('promise', 'Kim: new filter, by Friday 5pm');
    expect(textOf(said)).toMatch(
      /Noted for Kim Minji: new filter, by Fri 27 Nov,? 17:00|Noted for Kim Minji: new filter, by Fri.*5/,
    );
    expect(await promises()).toMatchObject([
      {
        kind: 'promise',
        about: 'new filter',
        dueAt: new Date('2026-11-27T08:00:00Z'),
        nextNudgeAt: new Date('2026-11-27T07:00:00Z'),
      },
    ]);
  });

  test('in the form', async () => {
    const form = formOf(await rep.slash('promise'));
    const wrong = await rep.submit(form, { what: 'new filter', on: '2026-11-27' });
    expect(wrong).toMatchObject({ kind: 'errors', errors: { customerId: expect.any(String) } });
    const [kim] = await team.scope.db.customer.findMany();
    await rep.submit(form, { customerId: String(kim?.id), what: 'new filter', on: '2026-11-27' });
    expect(await promises()).toMatchObject([{ about: 'new filter', dueAt: null, nextNudgeAt: null }]);
  });

  test('a day that can be read in two ways is asked about', async () => {
    const asked = await rep.slash('promise', 'Kim: new filter, 3/4');
    expect(await promises()).toEqual([]);
    const [first, second] = actionsOf(asked);
    if (first?.kind !== 'button' || !second) throw new Error('two days were to be asked about');
    await rep.press(first);
    expect(await promises()).toHaveLength(1);
  });

  test.each(['Kim', 'Kim: new filter', 'Kim: new filter, yesterday', 'Kim: new filter, today at 9am'])(
    'nothing is noted of %j',
    async (text) => {
      await rep.slash('promise', text);
      expect(await promises()).toEqual([]);
    },
  );

  test('and taken back, for ten minutes, by whoever gave it', async () => {
    const said = await rep.slash('promise', 'Kim: new filter, by Friday 5pm');
    await manager.press(buttonOf(said, 'promise.undo'));
    expect(await promises()).toHaveLength(1);
    await rep.press(buttonOf(said, 'promise.undo'));
    expect(await promises()).toEqual([]);
    const again = await rep.slash('promise', 'Kim: a call, by Friday 5pm');
    rig.pass(11);
    await rep.press(buttonOf(again, 'promise.undo'));
    expect(await promises()).toHaveLength(1);
  });
});

test('where nobody manages, the admins hear of a broken one; and lists say so until it is kept', async () => {
  const admin = await team.member(`U0PROMISEADM${count}`, 'admin', { name: 'Ada' });
  await team.scope.db.person.updateMany({ where: { role: 'manager' }, data: { role: 'rep' } });
  await rep.slash('promise', 'Kim: new filter, today 5pm');
  rig.setNow('2026-11-24T08:00:01Z');
  await look();
  expect(sentTo(admin)).toEqual([expect.stringContaining('A promise was not kept')]);
  expect(textOf(await admin.slash('followups', 'team'))).toContain('not kept');
  await rep.slash('log', 'Kim reached');
  expect(textOf(await admin.slash('followups', 'team'))).not.toContain('not kept');
});

describe('a promise does not move silently', () => {
  test('it stands first in the list, and cannot be put off', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    const list = await rep.slash('followups');
    expect(actionsOf(list).filter((action) => action.kind === 'menu')).toEqual([]);
    const [promise] = await promises();
    await rep.send({ via: 'button', command: 'snooze', args: { touchId: String(promise?.id), until: 'day' } });
    expect(await promises()).toEqual([promise]);
  });

  test('it is moved with a reason, which stays in the customer’s file', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    const form = formOf(await rep.press(buttonOf(await rep.slash('followups'), 'promise.move.form')));
    const past = await rep.submit(form, { on: '2026-11-23', reason: 'the part is late', told: 'no' });
    expect(past).toMatchObject({ kind: 'errors' });
    const said = await rep.submit(form, { on: '2026-11-26', time: '11:00', reason: 'the part is late', told: 'no' });
    expect(textOf(said)).toContain('Tell them now');
    expect(await promises()).toMatchObject([
      { dueAt: new Date('2026-11-26T02:00:00Z'), nextNudgeAt: new Date('2026-11-26T01:00:00Z') },
    ]);
    expect(textOf(await rep.slash('customer', 'Kim'))).toMatch(/new filter: .* → .*the part is late \(customer not told\)/);
  });

  test('not reaching the customer leaves it due', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    const [before] = await promises({ kind: 'promise' });
    const form = formOf(await rep.press(buttonOf(await rep.slash('followups'), 'log.form')));
    await rep.submit(form, { outcome: 'no_answer' });
    expect(await promises({ kind: 'promise' })).toEqual([before]);
  });
});

describe('in time', () => {
  test('the rep hears of it an hour before, and at the moment itself', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    rig.setNow('2026-11-24T06:59:00Z');
    await look();
    expect(sentTo(rep)).toEqual([]);
    rig.setNow('2026-11-24T07:00:00Z');
    await look();
    expect(sentTo(rep)).toHaveLength(1);
    rig.setNow('2026-11-24T08:00:00Z');
    await look();
    await look();
    expect(sentTo(rep)).toHaveLength(2);
  });

  test('kept, nobody else hears of it', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    rig.setNow('2026-11-24T07:30:00Z');
    await rep.submit(formOf(await rep.press(buttonOf(await rep.slash('followups'), 'log.form'))), { outcome: 'reached' });
    rig.setNow('2026-11-24T09:00:00Z');
    await look();
    expect(sentTo(manager)).toEqual([]);
  });

  test('broken, the managers hear of it, once', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    rig.setNow('2026-11-24T08:00:01Z');
    await Promise.all([rig.sweep(), rig.sweep()]);
    await look();
    await look();
    expect(sentTo(manager)).toEqual([expect.stringMatching(/not kept: Kim Minji was promised “new filter” by .*\(Hannah\)/)]);
  });

  test('a day is over at midnight of the rep, not of the server', async () => {
    await rep.slash('promise', 'Kim: new filter, today');
    rig.setNow('2026-11-24T14:59:00Z');
    await look();
    expect(sentTo(manager)).toEqual([]);
    rig.setNow('2026-11-24T15:00:00Z');
    await look();
    expect(sentTo(manager)).toHaveLength(1);
  });

  test('nor of the manager, whose day may still go on', async () => {
    const far = await team.member(`U0PROMISEFAR${count}`, 'manager', { name: 'Ana', zone: 'America/Los_Angeles' });
    await rep.slash('promise', 'Kim: new filter, today');
    rig.setNow('2026-11-24T15:00:00Z');
    await look();
    expect(sentTo(far).filter((text) => text.includes('not kept'))).toHaveLength(1);
  });

  test('moved before it broke, it breaks at the new time', async () => {
    await rep.slash('promise', 'Kim: new filter, today 5pm');
    const form = formOf(await rep.press(buttonOf(await rep.slash('followups'), 'promise.move.form')));
    await rep.submit(form, { on: '2026-11-24', time: '18:00', reason: 'traffic', told: 'yes' });
    rig.setNow('2026-11-24T08:30:00Z');
    await look();
    expect(sentTo(manager)).toEqual([]);
    rig.setNow('2026-11-24T09:00:01Z');
    await look();
    expect(sentTo(manager)).toHaveLength(1);
  });
});
