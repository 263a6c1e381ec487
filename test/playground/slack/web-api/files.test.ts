import { afterEach, beforeEach, expect, test } from 'vitest';
import { BOT } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, type Rig, SEOUL, startRig, TEA } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

test('the bot uploads in three steps, and the file stands in the channel', async () => {
  const { file_id: id, upload_url: url } = await rig.call('files.getUploadURLExternal', { filename: 'week.png', length: 3 });
  expect((await fetch(url, { method: 'POST', body: 'toolong' })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: 'png' })).status).toBe(200);
  expect((await fetch(url, { method: 'POST', body: 'png' })).status).toBe(404);
  const done = await rig.call('files.completeUploadExternal', {
    files: [{ id, title: 'The week' }],
    channel_id: AFTER_SALES,
    initial_comment: 'here',
  });
  expect(done.files).toMatchObject([{ id, title: 'The week', mimetype: 'image/png', channels: [AFTER_SALES] }]);
  expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toMatchObject([
    { user: BOT.userId, text: 'here', file: { id, name: 'week.png', size: 3 } },
  ]);
});

test('a file is seen where the bot is, and nowhere else', async () => {
  const bytes = Buffer.from('x');
  await rig.cloud.upload({ as: SEOUL, channel: AFTER_SALES, name: 'in.csv', bytes });
  await rig.cloud.upload({ as: SEOUL, channel: TEA, name: 'out.csv', bytes });
  const { id } = rig.cloud.messages(SEOUL, AFTER_SALES)[0]?.file ?? {};
  const { id: hidden } = rig.cloud.messages(SEOUL, TEA)[0]?.file ?? {};
  expect((await rig.call('files.info', { file: id })).file).toMatchObject({ name: 'in.csv', user: SEOUL });
  expect(await rig.call('files.info', { file: hidden })).toMatchObject({ error: 'file_not_found' });
});

test('a name cannot lead out of its folder', async () => {
  await rig.cloud.upload({ as: SEOUL, channel: AFTER_SALES, name: '../../etc/x.csv', bytes: Buffer.from('x') });
  expect(rig.cloud.messages(SEOUL, AFTER_SALES)[0]?.file?.name).toBe('.._.._etc_x.csv');
});

test('a planned fault of a download', async () => {
  await rig.cloud.upload({ as: SEOUL, channel: AFTER_SALES, name: 'a.csv', bytes: Buffer.from('x') });
  const { file } = await rig.call('files.info', { file: rig.cloud.messages(SEOUL, AFTER_SALES)[0]?.file?.id });
  const get = () => fetch(file.url_private, { headers: { authorization: `Bearer ${BOT.token}` } });
  rig.cloud.fail('file_download', { kind: 'status', status: 503 });
  expect((await get()).status).toBe(503);
  expect((await get()).status).toBe(200);
});
