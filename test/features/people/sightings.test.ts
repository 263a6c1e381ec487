import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sightings } from '../../../src/features/people/index.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let opened: TestStore;
let now = new Date('2026-11-24T01:00:00Z');
const clock = { now: () => now };
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const seen = { team: 'T', person: 'hannah', user: '29:h', place: '19:c', serviceUrl: 'https://a.example', bot: '28:b' };

test('a sighting elsewhere leaves the person’s own conversation, and a new address is the tenant’s', async () => {
  const places = sightings(opened.system, clock, 'teams');
  expect(await places.find('T', 'hannah')).toBeUndefined();
  expect(await places.service('T')).toBeUndefined();
  await places.see({ ...seen, conversation: 'a:1', place: 'a:1', zone: 'Asia/Seoul' });
  now = new Date('2026-11-24T01:00:01Z');
  await places.see({ ...seen, serviceUrl: 'https://b.example' });
  expect(await places.find('T', 'hannah')).toEqual({
    ...seen,
    conversation: 'a:1',
    serviceUrl: 'https://b.example',
    removed: false,
    zone: 'Asia/Seoul',
  });
  expect(await places.service('T')).toBe('https://b.example');
  expect(await places.service('another')).toBeUndefined();
});

test('what has not changed is not written again at once', async () => {
  const places = sightings(opened.system, clock, 'teams');
  const writtenAt = async () => (await opened.system.prisma.sighting.findFirstOrThrow({ where: { account: 'minseo' } })).seenAt;
  await places.see({ ...seen, person: 'minseo' });
  const first = await writtenAt();
  now = new Date(now.getTime() + 30_000);
  await places.see({ ...seen, person: 'minseo' });
  expect(await writtenAt()).toEqual(first);
  now = new Date(now.getTime() + 31_000);
  await places.see({ ...seen, person: 'minseo' });
  expect(await writtenAt()).toEqual(now);
});

test('a conversation that is lost comes back with the next message', async () => {
  const places = sightings(opened.system, clock, 'teams');
  const own = { ...seen, person: 'lin', conversation: 'a:2' };
  await places.see(own);
  await places.lose('T', 'lin');
  expect(await places.find('T', 'lin')).not.toHaveProperty('conversation');
  await places.see(own);
  expect(await places.find('T', 'lin')).toMatchObject({ conversation: 'a:2' });
});

describe('what happened later holds, in whatever order it is heard of', () => {
  const at = (minute: number) => new Date(`2026-11-24T02:0${minute}:00Z`);
  const places = () => sightings(opened.system, clock, 'teams');
  const conversationOf = async (person: string) => (await places().find('T', person))?.conversation;

  test('an adding that is heard of after the removal that followed it', async () => {
    const own = { ...seen, person: 'out', conversation: 'a:3' };
    await places().remove({ ...own, at: at(5) });
    await places().see({ ...own, at: at(4) });
    expect(await places().find('T', 'out')).toMatchObject({ removed: true });
    expect(await conversationOf('out')).toBeUndefined();
    expect(await places().greet('T', 'out')).toBe(false);
  });

  test('a removal that is heard of after the adding that followed it', async () => {
    const own = { ...seen, person: 'back', conversation: 'a:4' };
    await places().see({ ...own, at: at(1) });
    await places().see({ ...own, place: 'a:4', at: at(5) });
    await places().remove({ ...own, at: at(4) });
    expect(await places().find('T', 'back')).toMatchObject({ removed: false, conversation: 'a:4' });
    await places().remove({ ...own, at: at(6) });
    await places().remove({ ...own, at: at(6) });
    expect(await conversationOf('back')).toBeUndefined();
    await places().see({ ...seen, person: 'back', at: at(7) });
    expect(await places().find('T', 'back')).toMatchObject({ removed: true });
    await places().see({ ...own, at: at(7) });
    expect(await places().find('T', 'back')).toMatchObject({ removed: false, conversation: 'a:4' });
  });
});

test('who adds the bot is greeted once, by whichever copy; who does not is asked to once a week', async () => {
  const [one, two] = [sightings(opened.system, clock, 'teams'), sightings(opened.system, clock, 'teams')];
  const own = { ...seen, person: 'yuna', conversation: 'a:5' };
  await one.see(own);
  const greeted = await Promise.all([one.greet('T', 'yuna'), two.greet('T', 'yuna'), one.greet('T', 'yuna')]);
  expect(greeted.filter(Boolean)).toHaveLength(1);
  const invited = await Promise.all([one.invite('T', 'yuna'), two.invite('T', 'yuna')]);
  expect(invited.filter(Boolean)).toHaveLength(1);
  now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  expect(await two.invite('T', 'yuna')).toBe(true);
});
