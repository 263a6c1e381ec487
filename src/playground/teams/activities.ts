import type { TeamsCloud } from './cloud.ts';
import { accountOf, type Room, threadId } from './room.ts';
import { type Account, botUser } from './tenant.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Teams sends what was typed as a piece of HTML, so that nothing in it is a tag. */
export const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

interface Mention {
  /** As it was typed, `@Lin Yue`. */
  readonly typed: string;
  readonly id: string;
  readonly name: string;
}

/** Whom a text mentions by their whole name, each once. */
export function mentionsIn(cloud: TeamsCloud, text: string): readonly Mention[] {
  const { accounts, app } = cloud.tenant;
  const known = [
    { id: botUser(cloud.tenant), name: app.name },
    ...accounts.map(({ user, person }) => ({ id: user, name: person.name })),
  ];
  return known.filter(({ name }) => text.includes(`@${name}`)).map(({ id, name }) => ({ typed: `@${name}`, id, name }));
}

export const mentionsBot = (cloud: TeamsCloud, text: string): boolean =>
  mentionsIn(cloud, text).some(({ id }) => id === botUser(cloud.tenant));

/** What every activity of a person in a room has. */
export function activityOf(cloud: TeamsCloud, { person, user, directory }: Account, room: Room, root?: string) {
  const { tenant } = cloud;
  const [, country = 'US'] = person.locale.split('-');
  const at = cloud.now();
  const personal = room.kind === 'personal';
  return {
    id: String(at.getTime()),
    timestamp: at,
    channelId: 'msteams',
    serviceUrl: cloud.serviceUrl,
    from: { id: user, name: person.name, aadObjectId: directory },
    recipient: { id: botUser(tenant), name: tenant.app.name },
    conversation: personal
      ? { id: room.id, conversationType: 'personal', tenantId: tenant.id, isGroup: false, name: '' }
      : { id: threadId(room, root), conversationType: 'channel', tenantId: tenant.id, isGroup: true, name: '' },
    locale: person.locale,
    localTimezone: person.zone,
    entities: [{ type: 'clientInfo', locale: person.locale, country, platform: 'Web', timezone: person.zone }],
    channelData: {
      tenant: { id: tenant.id },
      ...(personal ? {} : { team: { id: tenant.team.id }, channel: { id: room.id } }),
    },
  };
}

interface Written {
  readonly id: string;
  readonly root: string | undefined;
  readonly text: string;
  readonly file?: { readonly name: string; readonly id: string; readonly url: string };
}

/** A message as Teams sends it to a bot: plain text with tags around who is mentioned, the same as HTML, and its file. */
export function messageActivity(cloud: TeamsCloud, account: Account, room: Room, { id, root, text, file }: Written) {
  const base = activityOf(cloud, account, room, root);
  const mentions = mentionsIn(cloud, text);
  const tagged = mentions.reduce(
    (rest, { typed, name }) => rest.replaceAll(escapeHtml(typed), `<at>${escapeHtml(name)}</at>`),
    escapeHtml(text),
  );
  const html = { contentType: 'text/html', content: `<p>${tagged.replaceAll('\n', '<br>')}</p>` };
  return {
    ...base,
    type: 'message',
    id,
    text: tagged,
    textFormat: 'plain',
    attachments: [...(file === undefined ? [] : [fileAttachment(file)]), html],
    entities: [
      ...base.entities,
      ...mentions.map(({ id: mentioned, name }) => ({
        type: 'mention',
        text: `<at>${escapeHtml(name)}</at>`,
        mentioned: { id: mentioned, name },
      })),
    ],
  };
}

const fileAttachment = ({ name, id, url }: NonNullable<Written['file']>) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: url,
  name,
  content: { downloadUrl: url, uniqueId: id, fileType: name.split('.').at(-1) ?? '' },
});

/** Something asked of the bot that it answers at once. */
export function invokeActivity(
  cloud: TeamsCloud,
  account: Account,
  room: Room,
  invoke: {
    readonly name: string;
    readonly value: object;
    readonly replyToId?: string | undefined;
    readonly root?: string | undefined;
  },
) {
  const base = activityOf(cloud, account, room, invoke.root);
  return {
    ...base,
    type: 'invoke',
    id: `f:${base.id}-${cloud.nextId()}`,
    name: invoke.name,
    value: invoke.value,
    ...(invoke.replyToId === undefined ? {} : { replyToId: invoke.replyToId }),
  };
}

/** The two kinds of news that adding a bot makes, in the order in which Teams sends them. */
export function installActivities(cloud: TeamsCloud, account: Account, room: Room): readonly object[] {
  const base = activityOf(cloud, account, room);
  const bot = { id: botUser(cloud.tenant) };
  return [
    { ...base, type: 'conversationUpdate', membersAdded: [bot, { id: account.user, aadObjectId: account.directory }] },
    { ...base, type: 'installationUpdate', action: 'add' },
  ];
}

/** The message that an action is used on, as message extensions get it. */
export function messagePayload(
  cloud: TeamsCloud,
  room: Room,
  post: { readonly id: string; readonly from: string; readonly text: string },
) {
  const account = accountOf(cloud.tenant, post.from);
  const from = account
    ? { user: { userIdentityType: 'aadUser', id: account.directory, displayName: account.person.name } }
    : { application: { applicationIdentityType: 'bot', id: cloud.tenant.app.id, displayName: cloud.tenant.app.name } };
  return {
    id: post.id,
    messageType: 'message',
    createdDateTime: new Date(Number(post.id)).toISOString(),
    importance: 'normal',
    locale: 'en-us',
    body: { contentType: 'html', content: `<div>${escapeHtml(post.text).replaceAll('\n', '<br>')}</div>` },
    from,
    conversationId: room.id,
  };
}
