import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0CUST${count}`, { country: 'KR' });
  rep = await team.member(`U0CUSTREP${count}`, 'rep');
});
const seed = (fields: Parameters<typeof seedCustomer>[3]) => seedCustomer(rig, team, rep.account, fields);
const customers = () => team.scope.db.customer.findMany({ orderBy: { createdAt: 'asc' } });

describe('find', () => {
  const people = [
    { name: '김민지', company: '한빛상사', phone: '010-1234-5678' },
    { name: '王小明', email: 'wang@example.com' },
    { name: 'Anna Schmidt', company: 'Studio 2000' },
  ];
  const cases: readonly [typed: string, name: string][] = [
    ['민지', '김민지'],
    ['ㄱㅁㅈ', '김민지'],
    ['ㅎㅂ', '김민지'],
    ['한빛', '김민지'],
    ['5678', '김민지'],
    ['+82 10 1234 5678', '김민지'],
    ['01012345678', '김민지'],
    ['小明', '王小明'],
    ['wxm', '王小明'],
    ['wang@example.com', '王小明'],
    ['schmi', 'Anna Schmidt'],
    ['ANNA', 'Anna Schmidt'],
    ['2000', 'Anna Schmidt'],
  ];
  test.each(cases)('%s: %s', async (typed, name) => {
    for (const fields of people) await seed(fields);
    expect(textOf(await rep.slash('customer', typed)).split('\n')[1]).toBe(name);
  });

  test('a number that only ends alike is nobody’s', async () => {
    await seed({ name: '김민지', phone: '010-1234-5678' });
    expect(textOf(await rep.slash('customer', '010-9999-5678'))).toContain('I know nobody');
  });

  test('signs alone mean nobody, also where there is one customer only', async () => {
    await seed({ name: '김민지' });
    expect(textOf(await rep.slash('log', '?! reached'))).toContain('I know nobody');
  });

  test('a name in full is that customer, although others begin with it', async () => {
    await seed({ name: 'Kim Minjung' });
    await seed({ name: 'Kim Min' });
    expect(textOf(await rep.slash('customer', 'kim min')).split('\n')[1]).toBe('Kim Min');
  });

  test('the form offers those one dealt with last before anything is typed', async () => {
    const kim = await seed({ name: 'Kim' });
    expect(await rep.suggest('customer.suggest', '')).toMatchObject({ choices: [{ value: kim }] });
    const form = formOf(await rep.slash('customer'));
    expect(textOf(await rep.submit(form, { customerId: kim }))).toContain('Kim');
  });
});

describe('which', () => {
  test('a part that fits several asks, with what tells them apart, and the answer goes on', async () => {
    await seed({ name: 'Kim Minji', company: 'Hanbit' });
    await seed({ name: 'Kim Minji', phone: '010-1111-2222' });
    const which = await rep.slash('log', 'Kim Minji reached happy');
    expect(itemsOf(which)).toHaveLength(2);
    expect(textOf(which)).toContain('Hanbit');
    expect(textOf(which)).toContain('010-1111-2222');
    await rep.press(buttonOf(which, 'log'));
    expect(await team.scope.db.entry.findMany()).toMatchObject([{ outcome: 'reached', note: 'happy' }]);
  });

  test('of very many the likeliest are shown, and that there are more', async () => {
    for (let at = 0; at < 12; at += 1) await seed({ name: `Kim ${'abcdefghijkl'.charAt(at)}x` });
    const which = await rep.slash('customer', 'Kim');
    expect(itemsOf(which)).toHaveLength(8);
    expect(textOf(which)).toContain('There are more');
  });
});

describe('none', () => {
  test('offers the nearest', async () => {
    await seed({ name: 'Schmidt' });
    const none = await rep.slash('customer', 'Schmitd');
    expect(textOf(none)).toContain('Did you mean');
    expect(textOf(await rep.press(buttonOf(none, 'Schmidt')))).toContain('Schmidt');
  });

  test.each([
    ['log', 'Lee reached happy'],
    ['log', `이서준 통화함 ${'잘 쓰고 계심 '.repeat(40)}`],
  ])('offers to create, and then goes on with what was begun: /%s %s', async (command, typed) => {
    const form = formOf(await rep.press(buttonOf(await rep.slash(command, typed), 'customer.edit')));
    const created = await rep.submit(form, { phone: '010-3333-4444' });
    expect((await customers()).map(({ phone }) => phone)).toEqual(['010-3333-4444']);
    await rep.press(buttonOf(created, 'Go on with what you began'));
    expect(await team.scope.db.entry.findMany()).toMatchObject([{ outcome: 'reached' }]);
  });

  test('a sale makes the customer itself', async () => {
    await rep.press(buttonOf(await rep.slash('sale', 'Lee Seojun, air purifier'), 'sale'));
    expect(await customers()).toMatchObject([{ name: 'Lee Seojun' }]);
    expect(await team.scope.db.purchase.findMany()).toMatchObject([{ product: 'air purifier' }]);
  });
});

describe('edit', () => {
  test('changes what can be found', async () => {
    const kim = await seed({ name: 'Kim Minji', company: 'Hanbit' });
    const form = formOf(await rep.press(buttonOf(await rep.slash('customer', 'Kim'), 'customer.edit')));
    await rep.submit(form, { name: 'Kim Minjung', company: '' });
    expect(await customers()).toMatchObject([{ id: kim, name: 'Kim Minjung', company: null }]);
    expect(textOf(await rep.slash('customer', 'jung'))).toContain('Kim Minjung');
    expect(textOf(await rep.slash('customer', 'Hanbit'))).toContain('I know nobody');
  });

  test('a corrected number is not wrong any more; one that stays is', async () => {
    const kim = await seed({ name: 'Kim', phone: '010-1111-2222' });
    await rep.slash('log', 'Kim wrong number');
    const edit = async (values: Record<string, string>) =>
      rep.submit(
        formOf(await rep.press({ kind: 'button', label: '', command: 'customer.edit', args: { customerId: kim } })),
        values,
      );
    expect(textOf(await edit({ note: 'likes tea' }))).toContain('The phone number is wrong');
    expect(textOf(await edit({ phone: '010-1111-3333' }))).not.toContain('The phone number is wrong');
  });

  test('the day of the last contact is the reader’s day', async () => {
    await seed({ name: 'Kim' });
    // Seven in the morning in Seoul, still the day before in UTC.
    rig.setNow('2026-11-24T22:00:00Z');
    await rep.slash('log', 'Kim reached');
    expect(textOf(await rep.slash('customer', 'Kim'))).toContain('Last contact: today');
  });

  const mistakes: readonly [field: string, value: string][] = [
    ['phone', 'none'],
    ['email', 'kim at home'],
    ['birthday', '1.2.1990'],
    ['name', '   '],
  ];
  test.each(mistakes)('a mistake is said at its field: %s %j', async (field, value) => {
    const answer = await rep.send({ via: 'form', command: 'customer.save', args: { name: 'Kim', [field]: value } });
    expect(answer).toMatchObject({ kind: 'errors', errors: { [field]: expect.any(String) } });
    expect(await customers()).toEqual([]);
  });

  const twins: readonly [there: Record<string, string>, twin: Record<string, string>][] = [
    [{ name: 'Kim Minji' }, { name: 'kim  minji' }],
    [
      { name: 'Kim', phone: '010-1234-5678', country: 'KR' },
      { name: 'Other', phone: '+82 10 1234 5678' },
    ],
    [
      { name: 'Kim', email: 'kim@example.com' },
      { name: 'Other', email: 'KIM@example.com' },
    ],
  ];
  test.each(twins)('a twin is refused, by name: %j %j', async (there, twin) => {
    await rep.send({ via: 'form', command: 'customer.save', args: there });
    rig.pass(2);
    const answer = await rep.send({ via: 'form', command: 'customer.save', args: twin });
    expect(answer).toMatchObject({ kind: 'errors', errors: { name: expect.stringContaining(there.name ?? '') } });
    expect(await customers()).toHaveLength(1);
  });
});
