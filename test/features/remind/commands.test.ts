import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, buttonOf, cardOf, formOf, textOf } from '../../support/answers.ts';
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
  team = await rig.team(`T0REMINDME${count}`, { country: 'KR' });
  rep = await team.member(`U0REMINDME${count}`, 'rep', { name: 'Hannah' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
});
const touches = () => team.scope.db.touch.findMany();
const customer = (name: string) => seedCustomer(rig, team, rep.account, { name });

describe('shown back before it is kept', () => {
  const cases: readonly [language: string, name: string, text: string, shown: RegExp][] = [
    ['en-US', 'Kim Minji', 'remind Kim next Tuesday 3pm: ask about the heater', /Tue 1 Dec, 15:00/],
    ['ko-KR', '김지수', '리마인드 김지수 다음 주 화요일 오후 3시 히터 점검', /12월 1일\(화\) 오후 3시/],
    ['zh-CN', '王丽', '提醒 王丽 下周二下午三点 问一下热水器', /12月1日\(周二\)下午3点/],
  ];
  test.each(cases)('%s', async (locale, name, text, shown) => {
    const own = await team.member(`U0SPEAKS${count}${locale.slice(0, 2).toUpperCase()}`, 'rep', { locale });
    if (name !== 'Kim Minji') await customer(name);
    const asked = await own.say(text);
    expect(textOf(asked)).toContain(name);
    expect(textOf(asked)).toMatch(shown);
    expect(await touches()).toEqual([]);
    const kept = await own.press(buttonOf(asked, 'remind.keep'));
    expect(kept).toMatchObject({ replaces: true });
    expect(textOf(kept)).toMatch(shown);
    const at = new Date('2026-12-01T06:00:00Z');
    expect(await touches()).toMatchObject([{ kind: 'followup', step: 'followup', dueAt: at, state: 'open' }]);
    expect((await touches())[0]?.about).toBe(text.match(/(?:ask|히터|问).*$/)?.[0]);
  });

  test('in the rep’s own zone', async () => {
    const far = await team.member(`U0REMINDFAR${count}`, 'rep', { zone: 'America/New_York' });
    await far.press(buttonOf(await far.say('remind Kim tomorrow 3pm: heater'), 'remind.keep'));
    // Still Monday evening in New York.
    expect(await touches()).toMatchObject([{ dueOn: new Date('2026-11-24'), dueAt: new Date('2026-11-24T20:00:00Z') }]);
  });

  test('keeping it twice is once, however late the second tap comes', async () => {
    const keep = buttonOf(await rep.say('remind Kim tomorrow: heater'), 'remind.keep');
    await rep.press(keep);
    rig.pass(30);
    await rep.press(keep);
    expect(await touches()).toHaveLength(1);
  });

  test('changed in the form, which knows what was said', async () => {
    const asked = await rep.say('remind Kim next Tuesday 3pm: ask about the heater');
    const form = formOf(await rep.press(buttonOf(asked, 'remind.form')));
    expect(form.fields.map(({ name }) => name)).toEqual(['about', 'on', 'time']);
    await rep.submit(form, { time: '16:00' });
    expect(await touches()).toMatchObject([{ about: 'ask about the heater', dueAt: new Date('2026-12-01T07:00:00Z') }]);
  });

  test('and taken back for ten minutes, by whoever planned it', async () => {
    const kept = await rep.press(buttonOf(await rep.say('remind Kim tomorrow: heater'), 'remind.keep'));
    const undo = buttonOf(kept, 'remind.undo');
    const other = await team.member(`U0REMINDOTHER${count}`, 'rep');
    await other.press(undo);
    expect(await touches()).toHaveLength(1);
    await rep.press(undo);
    expect(await touches()).toEqual([]);
    rig.pass(2);
    const again = await rep.press(buttonOf(await rep.say('remind Kim tomorrow: heater'), 'remind.keep'));
    rig.pass(11);
    await rep.press(buttonOf(again, 'remind.undo'));
    expect(await touches()).toHaveLength(1);
  });
});

describe('what is in doubt is asked about', () => {
  test.each([
    ['remind Kim 3/4: heater', ['2027-03-04', '2027-04-03'], 'When shall I remind you'],
    ['remind Kim yesterday at 9: heater', ['2026-11-25', '2026-11-30'], 'That has passed'],
    ['remind Kim today 9am: heater', ['2026-11-25', '2026-12-01'], 'That has passed'],
    ['remind Kim: heater', ['2026-11-25', '2026-11-27', '2026-12-01'], 'When shall I remind you'],
  ])('%s', async (text, days, said) => {
    const asked = await rep.say(text);
    expect(textOf(asked)).toContain(said);
    const choices = actionsOf(asked).filter(
      ({ kind, ...action }) => kind === 'button' && 'command' in action && action.command === 'remind.keep',
    );
    expect(choices.map((action) => action.kind === 'button' && action.args?.on)).toEqual(days);
    expect(await touches()).toEqual([]);
    const [first] = choices;
    if (first?.kind !== 'button') throw new Error('Nothing was offered');
    await rep.press(first);
    expect(await touches()).toMatchObject([{ customerId: kim, about: 'heater', dueOn: new Date(days[0] ?? '') }]);
    // Another day is a tap away, with the rest filled in.
    expect(formOf(await rep.press(buttonOf(asked, 'remind.form'))).args).toEqual({ customerId: kim });
  });

  test('which customer, with the day kept', async () => {
    await customer('Kim Minsu');
    const which = await rep.say('remind Kim tomorrow 3pm: heater');
    const asked = await rep.press(buttonOf(which, 'Kim Minsu'));
    await rep.press(buttonOf(asked, 'remind.keep'));
    expect(await touches()).toMatchObject([{ about: 'heater', dueAt: new Date('2026-11-25T06:00:00Z') }]);
  });

  test('both', async () => {
    await customer('Kim Minsu');
    const asked = await rep.press(buttonOf(await rep.say('remind Kim 3/4: heater'), 'Kim Minsu'));
    expect(actionsOf(asked)).toHaveLength(3);
  });
});

describe('the customer may be named anywhere', () => {
  test.each([
    ['remind me to call Kim tomorrow about the heater', 'Kim Minji'],
    ['remind me tomorrow 3pm call Kim Minji', 'Kim Minji'],
    ['提醒我后天上午问王丽热水器', '王丽'],
    ['리마인드 내일 오후 3시 김지수에게 연락', '김지수'],
    ['리마인드 김지수에게 내일 히터 문의', '김지수'],
  ])('%s', async (text, name) => {
    await customer('王丽');
    await customer('김지수');
    const asked = await rep.say(text);
    expect(cardOf(asked).text).toContain(name);
    buttonOf(asked, 'remind.keep');
  });

  test('a short name is not found inside other words', async () => {
    await customer('Al');
    expect(textOf(await rep.say('remind me to call the supplier tomorrow'))).toContain('know none in');
  });

  test('what is no customer’s is not kept, and the way on is there', async () => {
    const said = await rep.say('remind me to call the supplier tomorrow 3pm');
    expect(textOf(said)).toContain('“call the supplier”');
    const form = formOf(await rep.press(buttonOf(said, 'remind.form')));
    expect(await rep.submit(form)).toMatchObject({ kind: 'errors', errors: { customerId: expect.any(String) } });
    await rep.submit(form, { customerId: kim });
    expect(await touches()).toMatchObject([{ about: 'call the supplier', dueAt: new Date('2026-11-25T06:00:00Z') }]);
  });
});

describe('the form', () => {
  test('opens from the word alone and from the customer’s card', async () => {
    expect(formOf(await rep.say('remind')).fields.map(({ name }) => name)).toEqual(['customerId', 'about', 'on', 'time']);
    const form = formOf(await rep.press(buttonOf(await rep.slash('customer', 'Kim'), 'Plan a follow-up')));
    await rep.submit(form, { on: '2026-11-27', about: 'heater' });
    expect(await touches()).toMatchObject([{ customerId: kim, about: 'heater', dueOn: new Date('2026-11-27'), dueAt: null }]);
  });
  test.each([[{ on: '2026-11-23' }], [{ on: '2026-11-24', time: '09:59' }]])(
    'says at the field that it has passed: %j',
    async (values) => {
      const form = formOf(await rep.press(buttonOf(await rep.slash('customer', 'Kim'), 'remind.form')));
      expect(await rep.submit(form, values)).toMatchObject({ kind: 'errors', errors: { on: expect.any(String) } });
      expect(await touches()).toEqual([]);
    },
  );
});

test('who does not want to be contacted is not', async () => {
  const keep = buttonOf(await rep.say('remind Kim tomorrow: heater'), 'remind.keep');
  await rep.slash('log', 'Kim do not contact');
  for (const said of [await rep.say('remind Kim tomorrow'), await rep.press(keep)])
    expect(textOf(said)).toContain('does not want');
  expect(await touches()).toEqual([]);
});

test('an umbrella command says it too', async () => {
  buttonOf(await rep.slash('aftercare', 'remind Kim tomorrow: heater'), 'remind.keep');
});

describe('a week that is full', () => {
  const full = /has 3 contacts that week already/;
  beforeEach(async () => {
    for (const dueOn of ['2026-12-01', '2026-12-02', '2026-12-03'])
      await seedTouch(rig, team, rep.account, { customerId: kim, dueOn, agreed: true });
  });

  test('is said before it is kept, and keeping it is final', async () => {
    const asked = await rep.say('remind Kim next Friday: heater');
    expect(textOf(asked)).toMatch(full);
    await rep.press(buttonOf(asked, 'remind.keep'));
    await rig.sweep();
    expect(await team.scope.db.touch.findFirst({ where: { kind: 'followup' } })).toMatchObject({
      dueOn: new Date('2026-12-04'),
      agreed: true,
      state: 'open',
    });
  });

  test('is said in answer to the form as well, with nothing kept yet', async () => {
    const form = formOf(await rep.say('remind'));
    const asked = await rep.submit(form, { customerId: kim, on: '2026-12-04' });
    expect(textOf(asked)).toMatch(full);
    expect(await touches()).toHaveLength(3);
    await rep.press(buttonOf(asked, 'remind.keep'));
    expect(await touches()).toHaveLength(4);
  });

  test('not on a day on which they talk anyway, nor in another week', async () => {
    expect(textOf(await rep.say('remind Kim next Wednesday: heater'))).not.toMatch(full);
    expect(textOf(await rep.say('remind Kim on 10 December: heater'))).not.toMatch(full);
  });
});
