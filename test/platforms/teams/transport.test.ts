import { describe, expect, test } from 'vitest';
import type { Form } from '../../../src/chat/card.ts';
import { words } from '../../contract/blocks/samples.ts';
import { assertTeamsCard } from '../../contract/blocks/teams-schema.ts';
import { APP, HANNAH, TENANT } from '../../support/teams-cloud.ts';
import { card, channel, personal, teamsRig } from '../../support/teams-rig.ts';

const rig = teamsRig();
const cardsSent = () => rig.cloud.posted.filter(({ body }) => 'attachments' in body);

describe('a message', () => {
  test('is read, and answered in the same conversation with a card', async () => {
    await rig.post(rig.activity());
    expect(rig.heard).toMatchObject([
      {
        platform: 'teams',
        team: TENANT,
        person: { id: HANNAH.aadObjectId },
        via: 'message',
        text: 'followups',
        place: { kind: 'direct' },
      },
    ]);
    expect(rig.cloud.posted).toMatchObject([
      { path: '/v3/conversations/a%3Ahannah/activities', authorization: 'Bearer a token of ours' },
    ]);
    expect(cardsSent()[0]?.body).toMatchObject({ summary: 'Hello' });
  });

  test('in a channel is answered in private, with a pointer that tells nothing', async () => {
    await rig.post(rig.activity({ conversation: personal }));
    rig.cloud.posted.length = 0;
    const entities = [{ type: 'mention', text: '<at>Aftercare</at>', mentioned: { id: `28:${APP}`, name: 'Aftercare' } }];
    await rig.post(rig.activity({ conversation: channel, text: '<at>Aftercare</at> followups', entities }));
    expect(rig.heard.at(-1)).toMatchObject({ text: 'followups', place: { kind: 'channel' } });
    expect(rig.cloud.posted.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/v3/conversations/a:hannah/activities',
      `/v3/conversations/${channel.id}/activities`,
    ]);
    expect(JSON.stringify(rig.cloud.posted[1]?.body)).toContain(words.inDirect);
    expect(JSON.stringify(rig.cloud.posted[1]?.body)).not.toContain('Hello');
  });

  test('of somebody who has not added the bot leads to adding it, and says nothing private', async () => {
    rig.cloud.answers.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await rig.post(rig.activity({ conversation: channel }));
    const said = JSON.stringify(rig.cloud.posted.at(-1)?.body);
    expect(decodeURIComponent(rig.cloud.posted.at(-1)?.path ?? '')).toContain(channel.id);
    expect(said).toContain(words.addMeFirst);
    expect(said).toContain(`https://teams.microsoft.com/l/app/${APP}`);
    expect(said).not.toContain('Hello');
  });

  test('brings files, and names people by the directory’s id', async () => {
    rig.cloud.members.set('29:minseo', { id: '29:minseo', name: 'Kim', aadObjectId: '9d3b4f0a-1234-4c56-9abc-0123456789ab' });
    await rig.post(
      rig.activity({
        text: 'followups <at>Kim</at>',
        entities: [{ type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:minseo', name: 'Kim' } }],
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'rows.csv',
            content: { downloadUrl: `${rig.cloud.url}/file`, uniqueId: 'f1' },
          },
        ],
      }),
    );
    expect(rig.heard).toMatchObject([
      {
        text: 'followups @9d3b4f0a-1234-4c56-9abc-0123456789ab',
        files: [{ id: 'f1', name: 'rows.csv', url: `${rig.cloud.url}/file` }],
      },
    ]);
  });

  test('whose answer is limited is said after the wait', async () => {
    rig.cloud.answers.push({ status: 429, headers: { 'retry-after': '1' } }, { status: 412 });
    await rig.post(rig.activity());
    expect(rig.cloud.posted).toHaveLength(3);
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
    rig.reply = () => ({ kind: 'say', card: card('Moved'), to: 'person', replaces: true });
    const { body } = await rig.invoke('adaptiveCard/action', { action }, { replyToId: 'm9' });
    expect(rig.heard).toMatchObject([
      { via: 'button', command: 'snooze', args: { touchId: 't1' }, origin: { channel: 'a:hannah', message: 'm9' } },
    ]);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    assertTeamsCard(body.value);
    expect(rig.cloud.posted).toEqual([]);
  });

  test('of a card that quotes brings the quotes back', async () => {
    const data = { command: 'review.edit', args: {}, quotes: 2, quote0: 'my *reply*', quote1: 'their\nwords' };
    await rig.invoke('adaptiveCard/action', { action: { verb: 'review.edit', data } });
    expect(rig.heard).toMatchObject([{ command: 'review.edit', quotes: ['my *reply*', 'their\nwords'] }]);
  });

  test('of a list says what was chosen, and nothing where nothing was', async () => {
    const data = { command: 'lang', args: { a: '1' }, chosen: ['language', 'more1.language'], 'more1.language': 'ko' };
    await rig.invoke('adaptiveCard/action', { action: { verb: 'lang', data } });
    expect(rig.heard).toMatchObject([{ command: 'lang', args: { a: '1', language: 'ko' } }]);
    const { status } = await rig.invoke('adaptiveCard/action', {
      action: { verb: 'lang', data: { ...data, 'more1.language': '' } },
    });
    expect([status, rig.heard.length]).toEqual([501, 1]);
  });

  test('opens a dialog; what is wrong in it is shown at the field with all that was typed, then it closes', async () => {
    rig.reply = () => ({ kind: 'form', form });
    const opened = await rig.invoke(
      'task/fetch',
      { data: { command: 'log.form', args: { touchId: 't1' } } },
      { replyToId: 'm9' },
    );
    expect(opened.body.task).toMatchObject({ type: 'continue', value: { title: 'Log' } });
    assertTeamsCard(opened.body.task?.value?.card?.content);
    const data = dataOf(opened.body);

    rig.reply = () => ({ kind: 'errors', errors: { note: 'Say more.' } });
    const wrong = await rig.invoke('task/submit', { data: { ...data, 'field.note': 'so <b>' } });
    expect(rig.heard.at(-1)).toMatchObject({
      via: 'form',
      command: 'log',
      args: { touchId: 't1', note: 'so <b>' },
      origin: { message: 'm9' },
    });
    assertTeamsCard(wrong.body.task?.value?.card?.content);
    expect(JSON.stringify(wrong.body)).toContain('Say more.');
    expect(JSON.stringify(wrong.body)).toContain('so <b>');

    rig.reply = () => ({ kind: 'say', card: card('Logged'), to: 'person', replaces: true });
    expect((await rig.invoke('task/submit', { data: { ...dataOf(wrong.body), 'field.note': 'more' } })).body).toEqual({});
    await rig.teams.stop();
    expect(rig.cloud.posted.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/conversations/a%3Ahannah/activities/m9' });
  });

  test('that takes long says so, and shows the outcome when it is there', async () => {
    rig.reply = () =>
      new Promise((resolve) =>
        setTimeout(() => resolve({ kind: 'say', card: card('Done'), to: 'person', replaces: true }), 5_400),
      );
    const { body } = await rig.invoke('adaptiveCard/action', { action }, { replyToId: 'm9' });
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: words.notSavedYet });
    await rig.teams.stop();
    expect(rig.cloud.posted.at(-1)).toMatchObject({ method: 'PUT', body: { summary: 'Done' } });
  });
});

test('the menu of a message opens a form with the message; its answer is shown to the writer alone', async () => {
  rig.reply = () => ({ kind: 'form', form });
  const messagePayload = {
    id: '7',
    body: { contentType: 'html', content: '<p>It <b>leaks</b></p>' },
    from: { user: { id: 'u1' } },
  };
  const opened = await rig.invoke(
    'composeExtension/fetchTask',
    { commandId: 'review.answer', messagePayload },
    { conversation: channel },
  );
  expect(rig.heard).toMatchObject([{ via: 'shortcut', command: 'review.answer', message: { text: 'It leaks', author: 'u1' } }]);
  rig.reply = () => ({ kind: 'say', card: card('Not yet'), to: 'person', lasting: true });
  const { body } = await rig.invoke(
    'composeExtension/submitAction',
    { commandId: 'review.answer', data: dataOf(opened.body) },
    { conversation: channel },
  );
  expect(JSON.stringify(body)).toContain('Not yet');
  expect(rig.cloud.posted).toEqual([]);
});

test('a button of what a dialog shows is sent by the one way dialogs have, and the dialog goes on', async () => {
  const shown = card('Not yet', [
    { kind: 'quote', text: 'my reply' },
    {
      kind: 'actions',
      actions: [
        { kind: 'button', label: 'Use it', command: 'review.use', brings: 'quotes' },
        { kind: 'button', label: 'Edit', command: 'review.edit', brings: 'quotes', opensForm: true },
      ],
    },
  ]);
  rig.reply = () => ({ kind: 'say', card: shown, to: 'person', lasting: true });
  const fetched = await rig.invoke('composeExtension/fetchTask', { commandId: 'review.message' }, { conversation: channel });
  const drawn = JSON.stringify(fetched.body);
  expect(drawn).not.toContain('Action.Execute');
  expect(drawn).not.toContain('task/fetch');
  const data = { ...dataOf(fetched.body), quote0: 'my reply' };

  rig.reply = () => ({ kind: 'say', card: card('A better one'), to: 'person', lasting: true });
  for (const name of ['composeExtension/submitAction', 'task/submit']) {
    const { status, body } = await rig.invoke(name, { commandId: 'review.message', data }, { conversation: channel });
    expect(rig.heard.at(-1)).toMatchObject({ via: 'button', command: 'review.use', quotes: ['my reply'] });
    expect(status).toBe(200);
    expect(body.task).toMatchObject({ type: 'continue' });
    expect(JSON.stringify(body)).toContain('A better one');
  }
  expect(rig.cloud.posted).toEqual([]);
});

test('typing into a search field is answered with choices', async () => {
  rig.reply = () => ({ kind: 'choices', choices: [{ label: 'Kim', value: 'c1' }] });
  const dataset = JSON.stringify(['customer.suggest', { a: '1' }]);
  const { body } = await rig.invoke('application/search', { kind: 'search', queryText: 'ki', dataset });
  expect(rig.heard).toMatchObject([{ via: 'suggest', command: 'customer.suggest', text: 'ki', args: { a: '1' } }]);
  expect(body.value).toEqual({ results: [{ title: 'Kim', value: 'c1' }] });
});

test('a person’s profile, and what Teams says of guests', async () => {
  const entities = [{ type: 'clientInfo', timezone: 'Asia/Seoul', locale: 'ko-KR' }];
  await rig.post(rig.activity({ entities }));
  rig.cloud.members.set(HANNAH.id, {
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
  expect(await rig.teams.lookup('person', ask)).toEqual({ ...profile, kind: 'member' });
  rig.cloud.members.set(HANNAH.id, { name: 'Hannah', tenantId: TENANT, userRole: 'guest', userPrincipalName: 'h@x.example' });
  expect(await rig.teams.lookup('person', ask)).toMatchObject({ kind: 'guest' });
  expect(await rig.teams.lookup('person', ask)).not.toHaveProperty('email');
  rig.cloud.members.set(HANNAH.id, { name: 'Hannah', tenantId: 'another' });
  expect(await rig.teams.lookup('person', ask)).toMatchObject({ kind: 'stranger' });
});
