import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card, Form } from '../../../src/chat/card.ts';
import type { Answer, Bot, Inbound, Reply } from '../../../src/chat/platform.ts';
import type { Sighting } from '../../../src/platforms/teams/calls.ts';
import { createTeams, type Teams } from '../../../src/platforms/teams/transport.ts';
import { words } from '../../contract/blocks/samples.ts';
import { assertTeamsCard } from '../../contract/blocks/teams-schema.ts';
import { APP, HANNAH, startTeamsCloud, TENANT, type TeamsCloud } from '../../support/teams-cloud.ts';

let cloud: TeamsCloud;
let teams: Teams;
let heard: Inbound[];
let reply: (inbound: Inbound) => Reply | Promise<Reply>;
const seen = new Map<string, Sighting>();
const installed: string[] = [];
const server = createServer((request, response) => teams.listener(request, response));
// Longer than any test: a connection that ends while it is taken up again is no fault of the bot's.
server.keepAliveTimeout = 120_000;

const memory = {
  see: async (sighting: Sighting) => void seen.set(sighting.person, { ...seen.get(sighting.person), ...sighting }),
  find: async (_team: string, person: string) => seen.get(person),
  service: async () => [...seen.values()][0]?.serviceUrl,
  forget: async (_team: string, person: string) => void seen.delete(person),
};

const bot: Bot = {
  async handle(inbound): Promise<Answer> {
    heard.push(inbound);
    return { reply: await reply(inbound), words };
  },
  opensForm: () => false,
  wordsFor: () => words,
};

beforeAll(async () => {
  cloud = await startTeamsCloud();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await cloud.stop();
});
beforeEach(async () => {
  heard = [];
  reply = () => ({ kind: 'say', card: card('Hello'), to: 'person' });
  seen.clear();
  installed.length = 0;
  cloud.posted.length = 0;
  cloud.answers.length = 0;
  teams = createTeams({
    app: { id: APP, tenant: TENANT, type: 'SingleTenant' },
    cloud: cloud.cloud,
    memory,
    log: { warn() {}, error() {} },
    installed: async (team, by) => void installed.push(`${team} ${by}`),
  });
  await teams.start(bot);
});
afterEach(() => teams.stop());

const card = (text: string, elements: Card['elements'] = [{ kind: 'text', line: text }]): Card => ({ text, elements });
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/messages`;

const personal = { id: 'a:hannah', conversationType: 'personal', tenantId: TENANT };
const channel = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT };
const activityOf = (more: object = {}) => ({
  type: 'message',
  id: '1764000000001',
  channelId: 'msteams',
  serviceUrl: cloud.url,
  from: HANNAH,
  recipient: { id: `28:${APP}`, name: 'Aftercare' },
  conversation: personal,
  text: 'followups',
  ...more,
});

async function post(body: unknown, authorization: string | undefined = `Bearer ${cloud.token()}`) {
  const response = await fetch(address(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
const invoke = (name: string, value: unknown, more: object = {}) =>
  post(activityOf({ type: 'invoke', name, value, text: undefined, ...more }));
const cardsSent = () => cloud.posted.filter(({ body }) => 'attachments' in body);

describe('who is let in', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test('a request that Microsoft signed', async () => {
    expect((await post(activityOf())).status).toBe(200);
    expect(heard).toHaveLength(1);
  });
  test.each<[string, () => string | undefined]>([
    ['nothing', () => ''],
    ['garbage', () => 'Bearer x.y.z'],
    ['another scheme', () => 'Basic abc'],
    ['another audience', () => `Bearer ${cloud.token({ aud: 'somebody else' })}`],
    ['another issuer', () => `Bearer ${cloud.token({ iss: 'https://evil.example' })}`],
    ['another key', () => `Bearer ${cloud.token({}, other)}`],
    ['an expired one', () => `Bearer ${cloud.token({ nbf: 1, exp: 2 })}`],
    ['another service', () => `Bearer ${cloud.token({ serviceurl: 'https://evil.example' })}`],
  ])('not %s', async (_name, authorization) => {
    expect((await post(activityOf(), authorization())).status).toBe(401);
    expect(heard).toEqual([]);
    expect(cloud.posted).toEqual([]);
  });
  test.each([['{}'], ['[]'], ['null'], ['"x"'], ['{'], [''], ['{"type":"message"}'], ['{"type":1}']])(
    '%s is no activity',
    async (body) => {
      expect((await post(body)).status).toBe(400);
    },
  );
  test('nor what is too long, nor another method', async () => {
    expect((await post(activityOf({ text: 'x'.repeat(1_100_000) }))).status).toBe(400);
    expect((await fetch(address())).status).toBe(405);
  });
});

test('without credentials only this machine is spoken to', async () => {
  teams = createTeams({ app: undefined, memory, log: { warn() {}, error() {} }, installed: async () => {} });
  await teams.start(bot);
  expect((await post(activityOf({ serviceUrl: 'https://smba.example/emea/' }), '')).status).toBe(403);
  expect((await post(activityOf(), '')).status).toBe(200);
  expect(heard).toHaveLength(1);
  await memory.see({
    team: TENANT,
    person: 'x',
    user: 'x',
    bot: 'b',
    place: 'a:x',
    conversation: 'a:x',
    serviceUrl: 'http://evil.example',
  });
  await expect(teams.send({ team: TENANT, person: 'x' }, card('x'), { words })).rejects.toMatchObject({
    code: 'service_not_local',
  });
});

describe('a message', () => {
  test('is read, and answered in the same conversation with a card', async () => {
    await post(activityOf());
    expect(heard).toMatchObject([
      {
        platform: 'teams',
        team: TENANT,
        person: { id: HANNAH.aadObjectId },
        via: 'message',
        text: 'followups',
        place: { kind: 'direct' },
      },
    ]);
    expect(cloud.posted).toMatchObject([
      { path: '/v3/conversations/a%3Ahannah/activities', authorization: 'Bearer a token of ours' },
    ]);
    expect(cardsSent()[0]?.body).toMatchObject({ summary: 'Hello' });
  });

  test('in a channel is answered in private, with a pointer that tells nothing', async () => {
    await post(activityOf({ conversation: personal }));
    cloud.posted.length = 0;
    const entities = [{ type: 'mention', text: '<at>Aftercare</at>', mentioned: { id: `28:${APP}`, name: 'Aftercare' } }];
    await post(activityOf({ conversation: channel, text: '<at>Aftercare</at> followups', entities }));
    expect(heard.at(-1)).toMatchObject({ text: 'followups', place: { kind: 'channel' } });
    expect(cloud.posted.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/v3/conversations/a:hannah/activities',
      `/v3/conversations/${channel.id}/activities`,
    ]);
    expect(JSON.stringify(cloud.posted[1]?.body)).toContain(words.inDirect);
    expect(JSON.stringify(cloud.posted[1]?.body)).not.toContain('Hello');
  });

  test('of somebody who has not added the bot leads to adding it, and says nothing private', async () => {
    cloud.answers.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await post(activityOf({ conversation: channel }));
    const said = JSON.stringify(cloud.posted.at(-1)?.body);
    expect(decodeURIComponent(cloud.posted.at(-1)?.path ?? '')).toContain(channel.id);
    expect(said).toContain(words.addMeFirst);
    expect(said).toContain(`https://teams.microsoft.com/l/app/${APP}`);
    expect(said).not.toContain('Hello');
  });

  test('brings files, and names people by the directory’s id', async () => {
    cloud.members.set('29:minseo', { id: '29:minseo', name: 'Kim', aadObjectId: '9d3b4f0a-1234-4c56-9abc-0123456789ab' });
    await post(
      activityOf({
        text: 'followups <at>Kim</at>',
        entities: [{ type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:minseo', name: 'Kim' } }],
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'rows.csv',
            content: { downloadUrl: `${cloud.url}/file`, uniqueId: 'f1' },
          },
        ],
      }),
    );
    expect(heard).toMatchObject([
      {
        text: 'followups @9d3b4f0a-1234-4c56-9abc-0123456789ab',
        files: [{ id: 'f1', name: 'rows.csv', url: `${cloud.url}/file` }],
      },
    ]);
  });

  test('whose answer is limited is said after the wait', async () => {
    cloud.answers.push({ status: 429, headers: { 'retry-after': '1' } }, { status: 412 });
    await post(activityOf());
    expect(cloud.posted).toHaveLength(3);
  });
});

const form: Form = {
  title: 'Log',
  submit: 'Save',
  cancel: 'Cancel',
  command: 'log',
  args: { touchId: 't1' },
  fields: [{ kind: 'text', name: 'note', label: 'Note', value: 'as before' }],
};
const dataOf = (found: unknown): Record<string, unknown> => {
  const text = JSON.stringify(found);
  const at = text.indexOf('"data":{');
  let depth = 0;
  for (let end = at + 7; end < text.length; end++) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
    if (depth === 0) return JSON.parse(text.slice(at + 7, end + 1));
  }
  throw new Error('no data');
};

describe('a button', () => {
  const action = { verb: 'snooze', data: { command: 'snooze', args: { touchId: 't1' } } };

  test('changes the card in place', async () => {
    reply = () => ({ kind: 'say', card: card('Moved'), to: 'person', replaces: true });
    const { body } = await invoke('adaptiveCard/action', { action }, { replyToId: 'm9' });
    expect(heard).toMatchObject([
      { via: 'button', command: 'snooze', args: { touchId: 't1' }, origin: { channel: 'a:hannah', message: 'm9' } },
    ]);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    assertTeamsCard(body.value);
    expect(cloud.posted).toEqual([]);
  });

  test('of a card that quotes brings the quotes back', async () => {
    const data = { command: 'review.edit', args: {}, quotes: 2, quote0: 'my *reply*', quote1: 'their\nwords' };
    await invoke('adaptiveCard/action', { action: { verb: 'review.edit', data } });
    expect(heard).toMatchObject([{ command: 'review.edit', quotes: ['my *reply*', 'their\nwords'] }]);
  });

  test('of a list says what was chosen, and nothing where nothing was', async () => {
    const data = { command: 'lang', args: { a: '1' }, chosen: ['language', 'more1.language'], 'more1.language': 'ko' };
    await invoke('adaptiveCard/action', { action: { verb: 'lang', data } });
    expect(heard).toMatchObject([{ command: 'lang', args: { a: '1', language: 'ko' } }]);
    const { status } = await invoke('adaptiveCard/action', { action: { verb: 'lang', data: { ...data, 'more1.language': '' } } });
    expect([status, heard.length]).toEqual([501, 1]);
  });

  test('opens a dialog; what is wrong in it is shown at the field with all that was typed, then it closes', async () => {
    reply = () => ({ kind: 'form', form });
    const opened = await invoke('task/fetch', { data: { command: 'log.form', args: { touchId: 't1' } } }, { replyToId: 'm9' });
    expect(opened.body.task).toMatchObject({ type: 'continue', value: { title: 'Log' } });
    assertTeamsCard(opened.body.task.value.card.content);
    const data = dataOf(opened.body);

    reply = () => ({ kind: 'errors', errors: { note: 'Say more.' } });
    const wrong = await invoke('task/submit', { data: { ...data, 'field.note': 'so <b>' } });
    expect(heard.at(-1)).toMatchObject({
      via: 'form',
      command: 'log',
      args: { touchId: 't1', note: 'so <b>' },
      origin: { message: 'm9' },
    });
    assertTeamsCard(wrong.body.task.value.card.content);
    expect(JSON.stringify(wrong.body)).toContain('Say more.');
    expect(JSON.stringify(wrong.body)).toContain('so <b>');

    reply = () => ({ kind: 'say', card: card('Logged'), to: 'person', replaces: true });
    expect((await invoke('task/submit', { data: { ...dataOf(wrong.body), 'field.note': 'more' } })).body).toEqual({});
    await teams.stop();
    expect(cloud.posted.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a%3Ahannah/activities/m9' });
  });

  test('that takes long says so, and shows the outcome when it is there', async () => {
    reply = () =>
      new Promise((resolve) =>
        setTimeout(() => resolve({ kind: 'say', card: card('Done'), to: 'person', replaces: true }), 5_400),
      );
    const { body } = await invoke('adaptiveCard/action', { action }, { replyToId: 'm9' });
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: words.notSavedYet });
    await teams.stop();
    expect(cloud.posted.at(-1)).toMatchObject({ method: 'PUT', body: { summary: 'Done' } });
  });
});

test('the menu of a message opens a form with the message; its answer is shown to the writer alone', async () => {
  reply = () => ({ kind: 'form', form });
  const messagePayload = {
    id: '7',
    body: { contentType: 'html', content: '<p>It <b>leaks</b></p>' },
    from: { user: { id: 'u1' } },
  };
  const opened = await invoke(
    'composeExtension/fetchTask',
    { commandId: 'review.answer', messagePayload },
    { conversation: channel },
  );
  expect(heard).toMatchObject([{ via: 'shortcut', command: 'review.answer', message: { text: 'It leaks', author: 'u1' } }]);
  reply = () => ({ kind: 'say', card: card('Not yet'), to: 'person', lasting: true });
  const { body } = await invoke(
    'composeExtension/submitAction',
    { commandId: 'review.answer', data: dataOf(opened.body) },
    { conversation: channel },
  );
  expect(JSON.stringify(body)).toContain('Not yet');
  expect(cloud.posted).toEqual([]);
});

test('typing into a search field is answered with choices', async () => {
  reply = () => ({ kind: 'choices', choices: [{ label: 'Kim', value: 'c1' }] });
  const dataset = JSON.stringify(['customer.suggest', { a: '1' }]);
  const { body } = await invoke('application/search', { kind: 'search', queryText: 'ki', dataset });
  expect(heard).toMatchObject([{ via: 'suggest', command: 'customer.suggest', text: 'ki', args: { a: '1' } }]);
  expect(body.value).toEqual({ results: [{ title: 'Kim', value: 'c1' }] });
});

describe('added and removed', () => {
  test('both kinds of news of one adding are welcome once, and kept', async () => {
    reply = () => ({ kind: 'home', card: card('Home') });
    await post(activityOf({ type: 'installationUpdate', action: 'add', text: undefined }));
    await post(activityOf({ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP}` }], text: undefined }));
    expect(heard).toMatchObject([{ via: 'home' }]);
    expect(installed).toEqual([`${TENANT} ${HANNAH.aadObjectId}`, `${TENANT} ${HANNAH.aadObjectId}`]);
    expect(cardsSent()).toHaveLength(1);
  });

  test('removed: nothing more is sent there, until the person writes again', async () => {
    await post(activityOf());
    await post(activityOf({ type: 'installationUpdate', action: 'remove', text: undefined }));
    expect(seen.size).toBe(0);
    await expect(teams.send({ team: TENANT, person: HANNAH.aadObjectId }, card('x'), { words })).rejects.toMatchObject({
      kind: 'gone',
    });
    await post(activityOf());
    expect(await teams.send({ team: TENANT, person: HANNAH.aadObjectId }, card('x'), { words })).toMatchObject({
      channel: 'a:hannah',
    });
  });
});

test('a person’s profile, and what Teams says of guests', async () => {
  const entities = [{ type: 'clientInfo', timezone: 'Asia/Seoul', locale: 'ko-KR' }];
  await post(activityOf({ entities }));
  cloud.members.set(HANNAH.id, {
    id: HANNAH.id,
    name: 'Hannah Brooks',
    email: 'hannah@example.com',
    tenantId: TENANT,
    userRole: 'user',
  });
  const ask = { team: TENANT, person: HANNAH.aadObjectId };
  const profile = {
    id: HANNAH.aadObjectId,
    name: 'Hannah Brooks',
    email: 'hannah@example.com',
    zone: 'Asia/Seoul',
    locale: 'ko-KR',
    admin: false,
  };
  expect(await teams.lookup('person', ask)).toEqual({ ...profile, kind: 'member' });
  cloud.members.set(HANNAH.id, { name: 'Hannah', tenantId: TENANT, userRole: 'guest', userPrincipalName: 'h@x.example' });
  expect(await teams.lookup('person', ask)).toMatchObject({ kind: 'guest' });
  expect(await teams.lookup('person', ask)).not.toHaveProperty('email');
  cloud.members.set(HANNAH.id, { name: 'Hannah', tenantId: 'another' });
  expect(await teams.lookup('person', ask)).toMatchObject({ kind: 'stranger' });
});
