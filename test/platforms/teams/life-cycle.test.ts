import { describe, expect, test } from 'vitest';
import { words } from '../../contract/blocks/samples.ts';
import { APP, HANNAH, TENANT } from '../../support/teams-cloud.ts';
import { card, channel, teamsRig } from '../../support/teams-rig.ts';

const rig = teamsRig();
const cardsSent = () => rig.cloud.posted.filter(({ body }) => 'attachments' in body);
const to = { team: TENANT, person: HANNAH.aadObjectId };
const added = () => rig.activity({ type: 'installationUpdate', action: 'add', text: undefined });
const removed = () => rig.activity({ type: 'installationUpdate', action: 'remove', text: undefined });
const gone = { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };

describe('added', () => {
  test('both kinds of news, repeated and in any order, are welcome once, and kept', async () => {
    rig.reply = () => ({ kind: 'home', card: card('Home') });
    const member = rig.activity({ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP}` }], text: undefined });
    for (const news of [member, added(), added(), member]) expect((await rig.post(news)).status).toBe(200);
    expect(rig.heard).toMatchObject([{ via: 'home' }]);
    expect(cardsSent()).toHaveLength(1);
    expect(new Set(rig.installed)).toEqual(new Set([`${TENANT} ${HANNAH.aadObjectId}`]));
  });

  test('that somebody else joined a conversation is no news', async () => {
    await rig.post(rig.activity({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }], text: undefined }));
    expect(rig.heard).toEqual([]);
    expect(cardsSent()).toEqual([]);
  });

  test('again after removing it is welcome again', async () => {
    for (const news of [added(), removed(), added()]) await rig.post(news);
    expect(cardsSent()).toHaveLength(2);
  });

  test('news of it that was missed is made up for by a message, once', async () => {
    await rig.post(rig.activity());
    await rig.post(rig.activity({ id: '2' }));
    expect(rig.installed).toEqual([`${TENANT} ${HANNAH.aadObjectId}`]);
  });
});

describe('removed', () => {
  test('nothing more is sent there, nor tried, until the person is heard of again', async () => {
    await rig.post(rig.activity());
    await rig.post(removed());
    await rig.post(rig.activity({ type: 'conversationUpdate', membersRemoved: [{ id: `28:${APP}` }], text: undefined }));
    rig.cloud.posted.length = 0;
    await expect(rig.teams.send(to, card('x'), { words })).rejects.toMatchObject({ kind: 'gone', code: 'bot_removed' });
    expect(rig.cloud.posted).toEqual([]);
    await rig.post(rig.activity());
    expect(await rig.teams.send(to, card('x'), { words })).toMatchObject({ channel: 'a:hannah' });
  });

  test('what they say in a channel brings their own conversation not back', async () => {
    await rig.post(rig.activity());
    await rig.post(removed());
    await rig.post(rig.activity({ conversation: channel }));
    rig.cloud.posted.length = 0;
    await expect(rig.teams.send(to, card('x'), { words })).rejects.toMatchObject({ code: 'bot_removed' });
    expect(rig.cloud.posted).toEqual([]);
  });
});

describe('a conversation that is lost', () => {
  test('is opened anew by itself', async () => {
    await rig.post(rig.activity());
    rig.cloud.answers.push(gone);
    await expect(rig.teams.send(to, card('x'), { words })).rejects.toMatchObject({ kind: 'gone' });
    expect(rig.seen.get(HANNAH.aadObjectId)).not.toHaveProperty('conversation');
    expect(await rig.teams.send(to, card('x'), { words })).toMatchObject({ channel: 'a:opened' });
  });

  test('or is there again with the person’s next message', async () => {
    await rig.post(rig.activity());
    rig.cloud.answers.push(gone);
    await rig.teams.send(to, card('x'), { words }).catch(() => {});
    await rig.post(rig.activity({ id: '2' }));
    expect(await rig.teams.send(to, card('x'), { words })).toMatchObject({ channel: 'a:hannah' });
  });
});

describe('something private for who has not added the bot', () => {
  test('asks them where they were seen, with a link and nothing private, and not again soon', async () => {
    rig.cloud.members.set(HANNAH.id, { name: HANNAH.name, tenantId: TENANT });
    await rig.post(rig.activity({ conversation: channel, text: undefined, type: 'other' }));
    rig.cloud.answers.push(gone);
    await expect(rig.teams.send(to, card('SECRET'), { words })).rejects.toMatchObject({ kind: 'gone' });
    const said = rig.cloud.posted.at(-1);
    expect(decodeURIComponent(said?.path ?? '')).toBe(`/v3/conversations/${channel.id}/activities`);
    const text = JSON.stringify(said?.body);
    expect(text).toContain(words.addMeToReach);
    expect(text).toContain(`https://teams.microsoft.com/l/app/${APP}`);
    expect(text).toContain(`"name":"${HANNAH.name}"`);
    expect(text).not.toContain('SECRET');

    const before = rig.cloud.posted.length;
    rig.cloud.answers.push(gone);
    await rig.teams.send(to, card('SECRET'), { words }).catch(() => {});
    expect(rig.cloud.posted).toHaveLength(before + 1);
  });

  test('who is not in that channel any more is not asked there', async () => {
    rig.cloud.members.clear();
    await rig.post(rig.activity({ conversation: channel, text: undefined, type: 'other' }));
    rig.cloud.answers.push(gone);
    await expect(rig.teams.send(to, card('SECRET'), { words })).rejects.toMatchObject({ kind: 'gone' });
    expect(cardsSent()).toEqual([]);
  });
});
