import { afterAll, beforeAll, expect, test } from 'vitest';
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
    zone: 'Asia/Seoul',
  });
  expect(await places.service('T')).toBe('https://b.example');
  expect(await places.service('another')).toBeUndefined();
});

test('what has not changed is not written again for a day', async () => {
  const places = sightings(opened.system, clock, 'teams');
  const writtenAt = async () => (await opened.system.prisma.sighting.findFirstOrThrow({ where: { account: 'minseo' } })).seenAt;
  await places.see({ ...seen, person: 'minseo' });
  const first = await writtenAt();
  now = new Date(now.getTime() + 3_600_000);
  await places.see({ ...seen, person: 'minseo' });
  expect(await writtenAt()).toEqual(first);
  now = new Date(now.getTime() + 24 * 3_600_000);
  await places.see({ ...seen, person: 'minseo' });
  expect(await writtenAt()).toEqual(now);
});

test('a conversation that is forgotten comes back with the next message', async () => {
  const places = sightings(opened.system, clock, 'teams');
  const own = { ...seen, person: 'lin', conversation: 'a:2' };
  await places.see(own);
  await places.forget('T', 'lin');
  expect(await places.find('T', 'lin')).not.toHaveProperty('conversation');
  await places.see(own);
  expect(await places.find('T', 'lin')).toMatchObject({ conversation: 'a:2' });
});
