import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Behaviour, type OddServer, raw, says, startOddServer, status } from './odd-server.ts';
import { advisorAt, type Logged, openAccount, requestFor } from './rig.ts';
import { type Sample, samples } from './samples.ts';

let server: OddServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const [sample] = samples as [Sample];
const good = says({ opinion: sample.opinion, rewrite: sample.rewrite });
const nothing: Behaviour = () => {};
const halfABody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices": [{"message": {"content": "');
};
const drips: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const hangsUp: Behaviour = (response) => void response.socket?.destroy();
const hangsUpMidway: Behaviour = (response) => {
  halfABody(response, response.req);
  setTimeout(() => response.socket?.destroy(), 20);
};
const limited = (headers: Record<string, string> = {}) => status(429, { error: { message: 'slow down' } }, headers);

// The first question loads the library, which takes its time where other tests run.
beforeAll(async () => {
  server = await startOddServer(good);
  expect(await advisorAt(server.baseUrl, openAccount(), 30_000).advise(requestFor(sample))).toMatchObject({ kind: 'advice' });
  await server.stop();
});

describe('no advice, and never an error', () => {
  test.each<[what: string, why: string, questions: number, behaviours: readonly Behaviour[]]>([
    ['no answer', 'timeout', 1, [nothing]],
    ['half a body, then silence', 'timeout', 1, [halfABody]],
    ['a body that never ends', 'timeout', 1, [drips]],
    ['a connection that breaks', 'down', 1, [hangsUp]],
    ['one that breaks midway', 'down', 1, [hangsUpMidway]],
    ['a key that is refused', 'down', 1, [status(401)]],
    ['a model that is not there', 'down', 1, [status(404)]],
    ['a server that fails', 'down', 1, [status(500)]],
    ['one that asks to come again, and fails', 'down', 1, [status(503, {}, { 'retry-after': '0', 'x-should-retry': 'true' })]],
    ['another address', 'down', 1, [status(307, {}, { location: 'http://127.0.0.1:9/elsewhere' })]],
    ['a limit', 'limited', 1, [limited()]],
    ['a limit for long', 'limited', 1, [limited({ 'retry-after': '60' })]],
    ['a limit until a date', 'limited', 1, [limited({ 'retry-after': 'Wed, 25 Nov 2026 08:00:00 GMT' })]],
    ['a limit that stays', 'limited', 2, [limited({ 'retry-after': '0' })]],
    ['a limit, then a failure', 'down', 2, [limited({ 'retry-after': '0' }), status(500)]],
    ['a refusal', 'refused', 1, [says('', { refusal: 'I cannot help with that.' })]],
    ['a filter', 'refused', 1, [says('', { finish: 'content_filter' })]],
    ['a filter in front', 'refused', 1, [status(400, { error: { message: 'filtered', code: 'content_filter' } })]],
    ['an answer cut off', 'nonsense', 1, [says('{"opinion": "Good", "rewri', { finish: 'length' })]],
    ['one cut off that parses', 'nonsense', 1, [says({ opinion: 'x', rewrite: sample.rewrite }, { finish: 'length' })]],
    ['half of it without a word', 'nonsense', 1, [says('{"opinion": "Good", "rewri')]],
    ['another shape', 'nonsense', 1, [says({ opinion: 3, text: 'x' })]],
    ['more than was asked', 'nonsense', 1, [says({ opinion: 'x', rewrite: sample.rewrite, html: '<b>' })]],
    ['words around it', 'nonsense', 1, [says('Sure! Here it is: {"opinion":"x","rewrite":"y"}')]],
    ['an empty rewrite', 'nonsense', 1, [says({ opinion: 'x', rewrite: ' ' })]],
    ['a book', 'nonsense', 1, [says({ opinion: 'x', rewrite: sample.rewrite.repeat(100) })]],
    ['no content', 'nonsense', 1, [raw('{"choices":[{"message":{"content":null}}]}')]],
    ['no choices', 'nonsense', 1, [raw('{"choices":[]}')]],
    ['no completion', 'nonsense', 1, [raw('{"hello":1}')]],
    ['no JSON', 'nonsense', 1, [raw('{"choices": [')]],
    ['a web page', 'nonsense', 1, [raw('<html>Log in</html>', 'text/html')]],
  ])('%s: %s', async (_what, why, questions, behaviours) => {
    server = await startOddServer(...behaviours);
    const logged: Logged = [];
    const account = openAccount();
    const began = performance.now();
    const advice = await advisorAt(server.baseUrl, account, why === 'timeout' ? 700 : 4_000, logged).advise(requestFor(sample));
    expect(advice).toEqual({ kind: 'none', why });
    expect(server.bodies).toHaveLength(questions);
    expect(performance.now() - began).toBeLessThan(3_500);
    expect(JSON.stringify(logged)).not.toMatch(/dishwasher|floor|Ava|slow down/i);
  });

  test('a server that is not there', async () => {
    server = await startOddServer(nothing);
    const { baseUrl } = server;
    await server.stop();
    const account = openAccount();
    expect(await advisorAt(baseUrl, account).advise(requestFor(sample))).toEqual({ kind: 'none', why: 'down' });
    expect(account.used).toEqual([0]);
  });

  test('an account that cannot be kept', async () => {
    server = await startOddServer(good);
    const budget = { reserve: () => Promise.reject(new Error('the database is away')) };
    const advice = await advisorAt(server.baseUrl, { ...openAccount(), budget }).advise(requestFor(sample));
    expect(advice).toEqual({ kind: 'none', why: 'down' });
    expect(server.bodies).toEqual([]);
  });
});

test('a short limit is waited for, once', async () => {
  server = await startOddServer(limited({ 'retry-after': '1' }), good);
  const began = performance.now();
  expect(await advisorAt(server.baseUrl, openAccount()).advise(requestFor(sample))).toMatchObject({ kind: 'advice' });
  expect(performance.now() - began).toBeGreaterThan(950);
});

test('waiting for a limit ends with the time', async () => {
  server = await startOddServer(limited({ 'retry-after': '2' }), good);
  const advice = await advisorAt(server.baseUrl, openAccount(), 700).advise(requestFor(sample));
  expect(advice).toEqual({ kind: 'none', why: 'timeout' });
  expect(server.bodies).toHaveLength(1);
});

test.each<[what: string, behaviour: Behaviour, counts: 'all' | 'none' | number]>([
  ['an answer: what the server says', good, 900],
  ['a refusal too', says('', { refusal: 'no', tokens: 700 }), 700],
  ['an answer without its count: what was set aside', raw(JSON.stringify({ choices: [{ message: { content: '{}' } }] })), 'all'],
  ['a limit: nothing', limited(), 'none'],
  ['a refused key: nothing', status(401), 'none'],
  ['half a body: what was set aside', halfABody, 'all'],
])('what counts. %s', async (_what, behaviour, counts) => {
  server = await startOddServer(behaviour);
  const account = openAccount();
  await advisorAt(server.baseUrl, account, 900).advise(requestFor(sample));
  await expect.poll(() => account.used).toHaveLength(1);
  expect(account.used[0]).toBe(counts === 'all' ? account.reserved[0] : counts === 'none' ? 0 : counts);
});

test.each([
  [401, 'down'],
  [429, 'limited'],
  [500, 'down'],
] as const)('a known look-alike that answers %i: %s', async (code, why) => {
  const mock = await LLMock.create({ port: 0 });
  try {
    mock.on({}, { error: { message: 'no', type: 'error' }, status: code, retryAfter: 30 });
    const advice = await advisorAt(`${mock.url}/v1`, openAccount()).advise(requestFor(sample));
    expect(advice).toEqual({ kind: 'none', why });
    expect(mock.getRequests()).toHaveLength(1);
  } finally {
    await mock.stop();
  }
});

test.each([
  ['truncated', { malformedRate: 1 }],
  ['cut off', { disconnectRate: 1 }],
])('a look-alike in chaos: %s', async (_what, chaos) => {
  const mock = await LLMock.create({ port: 0 });
  try {
    mock.on({}, { content: JSON.stringify({ opinion: sample.opinion, rewrite: sample.rewrite }) });
    mock.setChaos(chaos);
    expect((await advisorAt(`${mock.url}/v1`, openAccount()).advise(requestFor(sample))).kind).toBe('none');
  } finally {
    await mock.stop();
  }
});
