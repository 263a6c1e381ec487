import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { words } from '../../contract/blocks/samples.ts';
import { TENANT } from '../../support/teams-cloud.ts';
import { card, teamsRig } from '../../support/teams-rig.ts';

const rig = teamsRig();

describe('who is let in', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test('a request that Microsoft signed', async () => {
    expect((await rig.post(rig.activity())).status).toBe(200);
    expect(rig.heard).toHaveLength(1);
  });
  test.each<[string, () => string | undefined]>([
    ['nothing', () => ''],
    ['garbage', () => 'Bearer x.y.z'],
    ['another scheme', () => 'Basic abc'],
    ['another audience', () => `Bearer ${rig.cloud.token({ aud: 'somebody else' })}`],
    ['another issuer', () => `Bearer ${rig.cloud.token({ iss: 'https://evil.example' })}`],
    ['another key', () => `Bearer ${rig.cloud.token({}, other)}`],
    ['an expired one', () => `Bearer ${rig.cloud.token({ nbf: 1, exp: 2 })}`],
    ['another service', () => `Bearer ${rig.cloud.token({ serviceurl: 'https://evil.example' })}`],
  ])('not %s', async (_name, authorization) => {
    expect((await rig.post(rig.activity(), authorization())).status).toBe(401);
    expect(rig.heard).toEqual([]);
    expect(rig.cloud.posted).toEqual([]);
  });
  test.each([['{}'], ['[]'], ['null'], ['"x"'], ['{'], [''], ['{"type":"message"}'], ['{"type":1}']])(
    '%s is no activity',
    async (body) => {
      expect((await rig.post(body)).status).toBe(400);
    },
  );
  test('nor what is too long, nor another method', async () => {
    expect((await rig.post(rig.activity({ text: 'x'.repeat(1_100_000) }))).status).toBe(413);
    expect((await fetch(rig.address())).status).toBe(405);
  });
});

test('without credentials only this machine is spoken to', async () => {
  await rig.use({ app: undefined });
  expect((await rig.post(rig.activity({ serviceUrl: 'https://smba.example/emea/' }), '')).status).toBe(403);
  expect((await rig.post(rig.activity(), '')).status).toBe(200);
  expect(rig.heard).toHaveLength(1);
  await rig.memory.see({
    team: TENANT,
    person: 'x',
    user: 'x',
    bot: 'b',
    place: 'a:x',
    conversation: 'a:x',
    serviceUrl: 'http://evil.example',
  });
  await expect(rig.teams.send({ team: TENANT, person: 'x' }, card('x'), { words })).rejects.toMatchObject({
    code: 'service_not_local',
  });
});
