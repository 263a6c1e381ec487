import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identified } from '../../src/app/dispatch.ts';
import type { Role } from '../../src/app/people.ts';
import { addPerson, fakeBot, inbound } from '../support/fake-feature.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
const people = new Map<Role | undefined, Identified>();
beforeAll(async () => {
  opened = await openTestStore();
  const scope = await opened.workspace();
  for (const role of [undefined, 'rep', 'manager', 'admin'] as const) people.set(role, await addPerson(opened, scope, role));
});
afterAll(() => opened.close());

const as = (role: Role | undefined) => {
  const who = people.get(role);
  if (!who || 'refused' in who) throw new Error('set up first');
  return { who, bot: fakeBot(opened, who), rows: () => who.scope.db.repName.count() };
};

describe('who may do what', () => {
  const table: readonly [role: Role | undefined, answers: readonly string[]][] = [
    [undefined, ['for anyone', 'outside', 'outside', 'outside']],
    ['rep', ['for anyone', 'for a rep', 'Only a manager can', 'Only a admin can']],
    ['manager', ['for anyone', 'for a rep', 'for a manager', 'Only a admin can']],
    ['admin', ['for anyone', 'for a rep', 'for a manager', 'for a admin']],
  ];
  test.each(table)('%s', async (role, answers) => {
    const { bot } = as(role);
    const said = [];
    for (const who of ['anyone', 'rep', 'manager', 'admin'])
      said.push((await bot.ask({ command: `fake.${who}` })).replace('Only an admin', 'Only a admin'));
    expect(said.map((text, at) => text.slice(0, answers[at]?.length))).toEqual(answers);
  });

  test.each(['stranger', 'guest', 'not-installed'] as const)('a %s is refused politely', async (refused) => {
    const said = await fakeBot(opened, { refused }).ask({ command: 'fake.anyone' });
    expect(said).toMatch(/Sorry|not set up/);
    expect(said).not.toContain('for anyone');
  });

  test('nobody outside the team changes anything', async () => {
    const { bot, rows } = as(undefined);
    const before = await rows();
    expect(await bot.ask({ args: { name: 'x' } })).toBe('outside');
    expect(await rows()).toBe(before);
  });
});

describe('what goes wrong becomes words, and nothing is saved', () => {
  test.each([
    ['user-error', 'button', /That moment has passed/],
    ['user-error', 'form', /^\{"when":"That moment has passed/],
    ['bug', 'button', /^Not saved: something went wrong.*reference [0-9a-f]{6}\.$/],
    ['bug', 'form', /^\{"":"Not saved/],
  ] as const)('%s by %s', async (after, via, words) => {
    const { bot, rows } = as('rep');
    const before = await rows();
    const said = await bot.ask({ via, args: { name: `${after}-${via}`, after } });
    expect(said).toMatch(words);
    expect(said).not.toContain('secret');
    expect(await rows()).toBe(before);
  });

  test('input that the command cannot read', async () => {
    expect(await as('rep').bot.ask({ args: { name: 'x', after: 'nonsense' } })).toMatch(
      /could not read that.*Reference [0-9a-f]{6}/,
    );
  });

  test('a text that is too long says how much fits', async () => {
    expect(await as('rep').bot.ask({ args: { name: 'x'.repeat(201) } })).toMatch(
      /too long: at most 200 characters.*nothing is saved/,
    );
  });

  test('a button of an old message that leads nowhere', async () => {
    expect(await as('rep').bot.ask({ command: 'gone.long-ago' })).toMatch(/older message/);
  });

  test('a store that is down is named as the cause', async () => {
    const down = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const bot = fakeBot(opened, () => Promise.reject(new Error('query failed', { cause: down })));
    expect(await bot.ask({ args: { name: 'x' } })).toMatch(/^Not saved: I cannot reach my database/);
    expect(await bot.ask({ command: 'fake.rep' })).toMatch(/^I cannot reach my database/);
  });

  test('whatever happens, handling never throws', async () => {
    const bot = fakeBot(opened, () => Promise.reject('not even an error'));
    await expect(bot.handle(inbound())).resolves.toMatchObject({ reply: { kind: 'say' } });
  });
});
