import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../../contract/blocks/samples.ts';
import { APP, TENANT } from '../../support/teams-cloud.ts';
import { card, teamsRig } from '../../support/teams-rig.ts';

const rig = teamsRig();

/** A page may call this machine by a name of its own, which browsers say and `fetch` of Node does not let one set. */
function statusFor(host: string): Promise<number | undefined> {
  const headers = { host, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(rig.address(), { method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify(rig.activity()));
  });
}

describe('who is let in', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const inAnHour = Math.floor(Date.now() / 1000) + 3_600;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://api.botframework.com', aud: APP, nbf: 0, exp: inAnHour };
  const unsigned = `${part({ alg: 'none', typ: 'JWT', kid: 'k1' })}.${part(claims)}.`;
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
    ['one that says it needs no key', () => `Bearer ${unsigned}`],
    ['an expired one', () => `Bearer ${rig.cloud.token({ nbf: 1, exp: 2 })}`],
    ['one that is not good yet', () => `Bearer ${rig.cloud.token({ nbf: inAnHour, exp: inAnHour + 600 })}`],
    ['another service', () => `Bearer ${rig.cloud.token({ serviceurl: 'https://evil.example' })}`],
    ['no service', () => `Bearer ${rig.cloud.token({ serviceurl: undefined })}`],
  ])('not %s', async (_name, authorization) => {
    expect((await rig.post(rig.activity(), authorization())).status).toBe(401);
    expect(rig.heard).toEqual([]);
    expect(rig.cloud.posted).toEqual([]);
  });
  test('nor another channel of the same bot, where callers say for themselves who they are', async () => {
    expect((await rig.post(rig.activity({ channelId: 'webchat' }))).status).toBe(400);
    expect(rig.heard).toEqual([]);
  });
});

describe('what is no activity is told so, with a token or without, and the next request is served', () => {
  const json = { 'content-type': 'application/json' };
  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json, authorized = false) =>
    fetch(rig.address(), {
      method: 'POST',
      headers: { ...headers, ...(authorized ? { authorization: `Bearer ${rig.cloud.token()}` } : {}) },
      body,
    }).then(({ status }) => status);
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const whole = () => JSON.stringify(rig.activity());

  test.each<[string, number, () => string | Uint8Array<ArrayBuffer>, Record<string, string>?]>([
    ['an empty object', 400, () => '{}'],
    ['a list', 400, () => '[]'],
    ['nothing', 400, () => 'null'],
    ['a string', 400, () => '"x"'],
    ['half an object', 400, () => '{'],
    ['no body', 400, () => ''],
    ['half an activity', 400, () => '{"type":"message"}'],
    ['a type that is a number', 400, () => '{"type":1}'],
    ['an activity of odd parts', 400, () => JSON.stringify(rig.activity({ entities: [null], attachments: 'x' }))],
    ['broken UTF-8', 400, () => new Uint8Array(Buffer.concat([Buffer.from(whole()).subarray(0, -1), Buffer.of(0xff, 0x7d)]))],
    ['half a million lists in each other', 400, () => nested(400_000)],
    ['an activity with too deep a value', 400, () => whole().replace(/}$/, `,"value":${nested(200)}}`)],
    ['more than a megabyte', 413, () => JSON.stringify(rig.activity({ text: 'x'.repeat(1_100_000) }))],
    ['a form', 415, () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['what a page may send anywhere', 415, whole, { 'content-type': 'text/plain' }],
    ['another character set', 415, whole, { 'content-type': 'application/json; charset=utf-16' }],
    ['something compressed', 415, whole, { ...json, 'content-encoding': 'gzip' }],
  ])('%s: %i', async (_name, status, body, headers) => {
    for (const authorized of [false, true]) expect(await send(body(), headers, authorized)).toBe(status);
    expect(rig.heard).toEqual([]);
    expect((await rig.post(rig.activity())).status).toBe(200);
  });
  test('a megabyte that comes in pieces, without a word of its size', async () => {
    const piece = new TextEncoder().encode('x'.repeat(100_000));
    const body = new ReadableStream({
      start(to) {
        for (let at = 0; at < 12; at++) to.enqueue(piece);
        to.close();
      },
    });
    const options = { method: 'POST', headers: json, body, duplex: 'half' };
    const status = await fetch(rig.address(), options).then(
      (one) => one.status,
      // The connection ends with the answer, so that the rest need not be read; a sender in mid-sentence may miss it.
      () => 413,
    );
    expect(status).toBe(413);
    expect((await rig.post(rig.activity())).status).toBe(200);
  });
  test('nor another method', async () => {
    expect((await fetch(rig.address())).status).toBe(405);
  });
  test('whatever was sent', { timeout: 60_000 }, async () => {
    const part = fc.oneof(fc.jsonValue(), fc.constant(rig.activity()));
    const odd = fc
      .tuple(fc.constantFrom(...Object.keys(rig.activity())), part)
      .map(([key, value]) => rig.activity({ [key]: value }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(part, odd), async (body) => {
        expect([200, 400]).toContain((await rig.post(JSON.stringify(body))).status);
      }),
      { numRuns: 60 },
    );
  });
});

test('without credentials only this machine is served and spoken to', async () => {
  await rig.use({ app: undefined });
  expect(await statusFor('evil.example')).toBe(403);
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
