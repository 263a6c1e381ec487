import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/store/index.ts';
import { addPerson, type FakeBot, fakeBot } from '../support/fake-feature.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
let scope: Scope;
let bot: FakeBot;
let now = new Date('2026-11-24T09:00:00Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};
const rows = () => scope.db.repName.count();
const write = (name: string, given: object = {}) => bot.ask({ args: { name }, ...given });

beforeAll(async () => {
  opened = await openTestStore();
});
beforeEach(async () => {
  scope = await opened.workspace();
  const who = await addPerson(opened, scope, 'rep');
  bot = fakeBot(opened, who, () => now);
});
afterAll(() => opened.close());

describe('one thing that was done is one record', () => {
  test('a double tap within a minute, answered both times', async () => {
    expect(await write('a', { delivery: '1' })).toBe('wrote a');
    later(5);
    expect(await write('a', { delivery: '2' })).toBe('wrote a');
    expect(await rows()).toBe(1);
  });

  test('the same again after a minute is meant', async () => {
    await write('a');
    later(61);
    await write('a');
    expect(await rows()).toBe(2);
  });

  test('something else in between is meant', async () => {
    for (const name of ['a', 'b', 'a']) await write(name);
    expect(await rows()).toBe(3);
  });

  test('two people doing the same are two', async () => {
    await write('a');
    const other = fakeBot(opened, await addPerson(opened, scope, 'rep', 'Lee'), () => now);
    await other.ask({ args: { name: 'a' } });
    expect(await rows()).toBe(2);
  });

  test.each(['slack', 'teams'] as const)(
    'a message of %s that is delivered again, minutes later and after others, is not carried out or answered again',
    async (platform) => {
      const message = { platform, via: 'message', delivery: 'Ev1', command: 'fake.write' } as const;
      expect(await write('a', message)).toBe('wrote a');
      later(30);
      await write('b', { ...message, delivery: 'Ev2' });
      later(300);
      expect(await write('a', message)).toBe('nothing');
      expect(await rows()).toBe(2);
    },
  );

  test('a click of Teams that comes again, minutes later and after others, is answered and not carried out', async () => {
    const click = { platform: 'teams', via: 'button', delivery: 'button:a:1' } as const;
    expect(await write('a', click)).toBe('wrote a');
    later(300);
    expect(await write('a', click)).toBe('wrote a');
    await write('b', { ...click, delivery: 'button:a:2' });
    later(300);
    expect(await write('a', click)).toBe('nothing');
    expect(await rows()).toBe(2);
  });

  test('clicks that nobody numbered are told apart by what they do', async () => {
    const click = { platform: 'teams', via: 'button', delivery: '' } as const;
    await write('a', click);
    await write('b', click);
    expect(await rows()).toBe(2);
  });

  test('what failed was not done, so it may be tried again at once', async () => {
    const failing = { args: { name: 'a', after: 'bug' } };
    expect(await bot.ask(failing)).toMatch(/^Not saved/);
    expect(await bot.ask(failing)).toMatch(/^Not saved/);
    expect(await write('a')).toBe('wrote a');
    expect(await rows()).toBe(1);
  });

  test('ten taps at the same instant', async () => {
    const said = await Promise.all(Array.from({ length: 10 }, () => write('a')));
    expect(said).toEqual(Array.from({ length: 10 }, () => 'wrote a'));
    expect(await rows()).toBe(1);
  });

  test('what people typed is not kept to tell repetitions', async () => {
    await write('a very private name');
    const kept = await scope.db.delivery.findMany();
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.map(({ key, hash }) => [key, hash]))).not.toContain('private');
  });
});
