import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planSweep } from '../../../src/features/cadences/sweep.ts';
import { buttonOf, formOf, itemsOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let boss: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-23T01:00:00Z');
  team = await rig.team(`T0CMD${count}`, { country: 'KR', zone: 'Asia/Seoul' });
  rep = await team.member(`U0CMDREP${count}`, 'rep');
  boss = await team.member(`U0CMDBOSS${count}`, 'manager');
  await seedCustomer(rig, team, rep.account, { name: 'Kim' });
});

const planned = async (state: 'open' | 'dropped' = 'open') =>
  (await team.scope.db.touch.findMany({ where: { state }, orderBy: [{ dueOn: 'asc' }, { step: 'asc' }] })).map(
    ({ step, dueOn }) => `${step} ${dueOn.toISOString().slice(0, 10)}`,
  );
const sold = ['thanks 2026-11-23', 'day2 2026-11-24', 'day5 2026-11-27', 'day12 2026-12-04'];
const sweep = () => planSweep(rig.services)(rig.now());
/** The form of 2-5-12 with other days. */
const change = async (days: string) => {
  const shown = await boss.slash('aftercare', 'cadences 2-5-12');
  return boss.submit(formOf(await boss.press(buttonOf(shown, 'cadences.form'))), { days });
};

describe('looking', () => {
  test('everybody sees what each does, on or off, and how many open touches come from it', async () => {
    await rep.slash('sale', 'Kim, boiler');
    const list = await rep.slash('aftercare', 'cadences');
    expect(itemsOf(list)[0]).toContain('2-5-12 with a thank-you note · on');
    expect(textOf(list)).toContain('day 1, 2, 5, 12');
    expect(textOf(list)).toContain('4 open');
    expect(itemsOf(await rep.press(buttonOf(list, 'Next page')))).toContain('Nobody has spoken to them · off');
  });

  test('a rep may not change anything, by whichever way', async () => {
    const list = await rep.slash('aftercare', 'cadences');
    expect(() => buttonOf(list, 'cadences.form')).toThrow('No button');
    for (const command of ['cadences.switch', 'cadences.save', 'cadences.remove', 'cadences.answer', 'cadences.touch.save'])
      expect(textOf(await rep.send({ via: 'button', command, args: { key: '2-5-12', on: 'false' } }))).toContain(
        'Only a manager',
      );
    expect(textOf(await rep.slash('aftercare', 'cadences off birthday'))).toContain('Only a manager');
    expect(await team.scope.db.cadence.count()).toBe(0);
  });
});

describe('a change, with touches planned already', () => {
  beforeEach(async () => {
    await rep.slash('sale', 'Kim, boiler');
  });

  test('says what would be kept, moved and dropped, names the first, and does nothing yet', async () => {
    const asked = await change('1, 2, 14');
    expect(textOf(asked)).toContain(
      '4 contacts are planned from it already. With the change 2 would stay, 1 would move and 1 would fall away.',
    );
    expect(textOf(asked)).toMatch(/Kim: Day-5 call, .* → /);
    expect(textOf(asked)).toMatch(/Kim: Day-12 call, .*falls away/);
    expect(await planned()).toEqual(sold);
    expect(textOf(await rep.slash('aftercare', 'cadences'))).toContain('day 1, 2, 5, 12');
  });

  test('keep: what is planned stays, what comes next is new', async () => {
    await boss.press(buttonOf(await change('1, 2, 14'), 'Leave them as they are'));
    expect(await planned()).toEqual(sold);
    await sweep();
    expect(await planned()).toEqual(sold);
    await seedCustomer(rig, team, rep.account, { name: 'Lee' });
    const said = await rep.slash('sale', 'Lee, boiler');
    expect(textOf(said)).toContain('Day-14 call');
  });

  test('move: what is planned goes with it, but for what a rep has put off', async () => {
    const second = (await team.scope.db.touch.findFirstOrThrow({ where: { step: 'day2' } })).id;
    await rep.send({ via: 'button', command: 'snooze', args: { touchId: second, on: '2026-11-30' } });
    const done = await boss.press(buttonOf(await change('1, 3, 6, 15'), 'Change them too'));
    expect(textOf(done)).toContain('2 stayed, 2 moved, 0 fell away');
    expect(await planned()).toEqual(
      ['thanks 2026-11-23', 'day2 2026-11-30', 'day5 2026-11-30', 'day12 2026-12-07'].sort(
        (a, b) => a.slice(-10).localeCompare(b.slice(-10)) || a.localeCompare(b),
      ),
    );
    const list = await rep.slash('followups', 'week');
    expect(textOf(list)).toContain('Day-6 call');
  });

  test('drop: all of it ends, and does not come back', async () => {
    await boss.press(buttonOf(await change('1, 2, 14'), 'Drop them all'));
    expect(await planned()).toEqual([]);
    expect(await planned('dropped')).toEqual(sold);
    await sweep();
    expect(await planned()).toEqual([]);
  });

  test('an answer counts once, and a change given up changes nothing', async () => {
    const other = await change('1, 2');
    await boss.press(buttonOf(other, 'Change nothing'));
    expect(textOf(await boss.press(buttonOf(other, 'Change them too')))).toContain('older message');
    const asked = await change('1, 2, 14');
    await boss.press(buttonOf(asked, 'Drop them all'));
    rig.pass(2);
    expect(textOf(await boss.press(buttonOf(asked, 'Leave them as they are')))).toContain('older message');
    expect(textOf(await rep.slash('aftercare', 'cadences'))).toContain('day 1, 2, 14');
  });

  test('stands in the history', async () => {
    const done = await boss.press(buttonOf(await change('1, 2, 14'), 'Change them too'));
    expect(textOf(done)).toMatch(/Changed.*U0CMDBOSS.*2 stayed, 1 moved, 1 fell away/s);
  });

  test('off asks, drops, and on again brings back what has not gone by', async () => {
    const asked = await boss.slash('aftercare', 'cadences off 2-5-12');
    await boss.press(buttonOf(asked, 'Drop them all'));
    expect(await planned()).toEqual([]);
    rig.setNow('2026-11-27T01:00:00Z');
    expect(textOf(await boss.slash('aftercare', 'cadences on 2-5-12'))).toContain('is on');
    await sweep();
    expect(await planned()).toEqual(['day5 2026-11-27', 'day12 2026-12-04']);
  });

  test('in one workspace leaves the other alone', async () => {
    const other = await rig.team(`T0CMDX${count}`, { country: 'KR' });
    const theirs = await other.member(`U0CMDX${count}`, 'manager');
    const asked = await change('1, 2, 14');
    expect(textOf(await theirs.press(buttonOf(asked, 'Drop them all')))).toContain('older message');
    expect(await planned()).toEqual(sold);
    await boss.press(buttonOf(asked, 'Drop them all'));
    expect(textOf(await theirs.slash('aftercare', 'cadences'))).toContain('day 1, 2, 5, 12');
  });
});

describe('a cadence of one’s own', () => {
  test('by a rule in plain choices, with its own talking points', async () => {
    const list = await boss.press(buttonOf(await boss.slash('aftercare', 'cadences'), 'Next page'));
    const form = formOf(await boss.press(buttonOf(list, 'Regular dates')));
    const said = await boss.submit(form, {
      name: 'Filter check',
      rhythm: 'month',
      from: '2026-12-10',
      points: 'Bring a filter\nAsk for the seal',
    });
    expect(textOf(said)).toContain('Saved: Filter check');
    await sweep();
    expect(await planned()).toEqual(['d0 2026-12-10']);
    rig.setNow('2026-12-10T01:00:00Z');
    expect(textOf(await rep.slash('followups'))).toContain('Filter check');
  });

  test('by a free rule; one that is no good is said at its field', async () => {
    const start = { via: 'form', command: 'cadences.save' } as const;
    const args = { by: 'rule', name: 'First Monday', from: '2026-11-23', kind: 'call', closed: 'keep' };
    await boss.send({ ...start, args: { ...args, rule: 'FREQ=MONTHLY;BYDAY=1MO' } });
    await sweep();
    expect(await planned()).toEqual(['d0 2026-12-07', 'd0 2027-01-04']);
    for (const rule of ['FREQ=DAILY', 'FREQ=HOURLY', 'every monday', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'])
      expect(await boss.send({ ...start, args: { ...args, rule } })).toMatchObject({
        kind: 'errors',
        errors: { rule: expect.any(String) },
      });
  });

  test('what cannot be read is said at its field', async () => {
    const save = (args: Record<string, string>) =>
      boss.send({ via: 'form', command: 'cadences.save', args: { by: 'purchase', name: 'Ours', days: '3', ...args } });
    for (const [field, value] of [
      ['days', 'soon'],
      ['tiers', 'D'],
      ['countries', 'Korea'],
      ['name', ''],
    ] as const)
      expect(await save({ [field]: value })).toMatchObject({ kind: 'errors', errors: { [field]: expect.any(String) } });
    expect(await team.scope.db.cadence.count()).toBe(0);
  });

  test('is removed, and what it planned is asked about', async () => {
    await boss.send({
      via: 'form',
      command: 'cadences.save',
      args: { by: 'purchase', name: 'Ours', days: '3', product: 'boiler' },
    });
    await rep.slash('sale', 'Kim, boiler');
    await rep.slash('sale', 'Kim, pump, 2026-11-20');
    expect((await planned()).filter((line) => line.startsWith('d3'))).toEqual(['d3 2026-11-25']);
    const shown = await boss.slash('aftercare', 'cadences Ours');
    const asked = await boss.press(buttonOf(shown, 'cadences.remove'));
    await boss.press(buttonOf(asked, 'Drop them all'));
    expect((await planned()).filter((line) => line.startsWith('d3'))).toEqual([]);
    expect(textOf(await boss.slash('aftercare', 'cadences Ours'))).toContain('There is no cadence');
  });
});

test('own talking points stand on the nudge in the reader’s language, ours where the team has none', async () => {
  const shown = await boss.slash('aftercare', 'cadences 2-5-12');
  const button = { ...buttonOf(shown, 'cadences.touch'), args: { key: '2-5-12', step: 'day2' } };
  await boss.submit(formOf(await boss.press(button)), { title_en: 'Welcome call', points_en: 'Ask for the cat' });
  await rep.slash('sale', 'Kim, boiler');
  expect(textOf(await rep.slash('followups', 'week'))).toContain('Welcome call');
  const { words } = await team.scope.db.cadence.findFirstOrThrow({ where: { key: '2-5-12' } });
  expect(words).toEqual({ day2: { en: { title: 'Welcome call', points: ['Ask for the cat'] } } });
});

describe('by what happens to a customer', () => {
  test('a rep says that a note of thanks is due, once', async () => {
    const file = await rep.slash('customer', 'Kim');
    const menu = menuOf(file, 'cadences.start');
    await rep.choose(menu, 'thanks-favour');
    rig.pass(2);
    expect(textOf(await rep.choose(menu, 'thanks-favour'))).toContain('planned for Kim already');
    expect(await planned()).toEqual(['thanks-favour 2026-11-23']);
  });

  test('what is given back needs no calls, and needs them again when it was not', async () => {
    await rep.slash('sale', 'Kim, boiler');
    const file = await rep.slash('customer', 'Kim');
    const said = await rep.press(buttonOf(file, 'sale.returned'));
    expect(await planned()).toEqual([]);
    rig.pass(2);
    await rep.press(buttonOf(said, 'Undo'));
    expect(await planned()).toEqual(sold);
  });
});

describe('a file', () => {
  let sent = 0;
  const send = async (content: string, name = 'cadences.csv') => {
    sent += 1;
    const id = `FC${count}-${sent}`;
    rig.slack.files.set(id, Buffer.from(content));
    await boss.send({ text: 'cadences', files: [{ id, name, url: 'https://files.example/c', size: 10 }] });
    await rig.runJobs();
    return rig.slack.sent.at(-1);
  };

  test('as exported changes nothing; with changes it asks first', async () => {
    const exported = await boss.slash('aftercare', 'cadences export');
    const table = (exported.kind === 'say' ? exported.card.elements : [])
      .flatMap((element) => (element.kind === 'quote' && typeof element.text === 'string' ? [element.text] : []))
      .join('\n');
    expect(table).toContain('2-5-12,,on,purchase,"1, 2, 5, 12"');
    expect(JSON.stringify(await send(table))).toContain('says what is set already');
    const asked = await send(
      table.replace('care,,off,rule,"FREQ=MONTHLY;BYMONTHDAY=10"', 'care,,on,rule,"FREQ=MONTHLY;BYMONTHDAY=15"'),
    );
    expect(JSON.stringify(asked)).toContain('1 cadence would change');
    expect(await team.scope.db.cadence.count()).toBe(0);
    const { id } = await team.scope.db.cadenceChange.findFirstOrThrow({ where: { state: 'asked' } });
    await boss.send({ via: 'button', command: 'cadences.answer', args: { changes: id, answer: 'move' } });
    await sweep();
    expect(await planned()).toEqual(['care 2026-12-15']);
  });

  test('in JSON carries touches and words; what is wrong is named by its line', async () => {
    const good = {
      key: 'ours',
      name: 'Ours',
      on: true,
      start: { by: 'hand' },
      touches: [{ step: 'one', kind: 'note' }],
      words: { one: { en: { title: 'Hello', points: [] } } },
    };
    const said = await send(JSON.stringify([good, { key: 'bad' }]), 'c.json');
    expect(JSON.stringify(said)).toContain('line 2');
    expect(await team.scope.db.cadenceChange.count()).toBe(1);
  });
});
