import { afterEach, beforeEach, expect, test } from 'vitest';
import { BOT, TEAM } from '../../../../src/playground/cast.ts';
import { ADMIN, GUEST, type Rig, SEOUL, startRig } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ now: () => new Date('2026-11-24T00:00:00Z') });
});
afterEach(() => rig.stop());

test('a rep, with zone, locale and address', async () => {
  const { user } = await rig.call('users.info', { user: SEOUL, include_locale: true });
  expect(user).toMatchObject({
    id: SEOUL,
    team_id: TEAM.id,
    real_name: 'Minseo Kim',
    tz: 'Asia/Seoul',
    tz_label: 'Korean Standard Time',
    tz_offset: 32_400,
    locale: 'ko-KR',
    deleted: false,
    is_admin: false,
    profile: { display_name: 'minseo', email: 'minseo.kim@example.com' },
  });
  expect((await rig.call('users.info', { user: SEOUL })).user).not.toHaveProperty('locale');
});

test('admin, stranger, bot and somebody who has left', async () => {
  const user = async (id: string) => (await rig.call('users.info', { user: id })).user;
  expect(await user(ADMIN)).toMatchObject({ is_admin: true, is_owner: true, tz_offset: 0 });
  expect(await user(GUEST)).toMatchObject({ is_stranger: true, team_id: 'T0NORTHWND' });
  expect((await user(GUEST)).profile).not.toHaveProperty('email');
  expect(await user(BOT.userId)).toMatchObject({ is_bot: true, profile: { bot_id: BOT.botId } });
  await rig.cloud.deactivate(SEOUL);
  expect(await user(SEOUL)).toMatchObject({ deleted: true });
  expect(await rig.call('users.info', { user: 'U0NOBODY01' })).toMatchObject({ error: 'user_not_found' });
});

test('the list comes in pages and has the bot in it', async () => {
  const first = await rig.call('users.list', { limit: 4 });
  const rest = await rig.call('users.list', { limit: 4, cursor: first.response_metadata.next_cursor });
  expect([first.members.length, rest.members.length]).toEqual([4, 2]);
  expect(rest.members.at(-1).id).toBe(BOT.userId);
});

test('people are found by address, without the scope no address is shown', async () => {
  expect((await rig.call('users.lookupByEmail', { email: 'Minseo.Kim@example.com' })).user.id).toBe(SEOUL);
  expect(await rig.call('users.lookupByEmail', { email: 'carla.mendes@example.com' })).toMatchObject({
    error: 'users_not_found',
  });
  const shy = await startRig({ bot: { ...BOT, scopes: ['users:read'] } });
  expect((await shy.call('users.info', { user: SEOUL })).user.profile).not.toHaveProperty('email');
  await shy.stop();
});

test('workspace and bot', async () => {
  expect((await rig.call('team.info')).team).toMatchObject({ id: TEAM.id, domain: TEAM.domain });
  expect((await rig.call('bots.info', { bot: BOT.botId })).bot).toMatchObject({ app_id: BOT.appId, user_id: BOT.userId });
  expect(await rig.call('bots.info', { bot: 'B0OTHER001' })).toMatchObject({ error: 'bot_not_found' });
});
