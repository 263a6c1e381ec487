import { z } from 'zod';
import type { TeamsCloud } from './cloud.ts';
import { badRequest, ConnectorError, notFound } from './connector-error.ts';
import { addPost, changePost, isBots, removePost } from './posts.ts';
import type { CardJson } from './protocol.ts';
import { accountBy, isBot, parseThreadId, type Room, type StoredPost } from './room.ts';
import { type Account, botUser } from './tenant.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Microsoft: a bot's message may have 100 kB of UTF-16, whatever the request itself weighs. */
const MOST_UNITS = 50_000;

const json = z.record(z.string(), z.unknown());
const activitySchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
});
const openSchema = z.object({
  isGroup: z.boolean().nullish(),
  members: z.array(z.object({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).nullish(), channel: z.object({ id: z.string() }).nullish() })
    .nullish(),
  activity: z.unknown().optional(),
});

interface Content {
  readonly text: string;
  readonly cards: readonly CardJson[] | undefined;
}

/** What of an activity is drawn. Cards are kept as they came. */
function contentOf(body: unknown): Content | 'typing' {
  if (JSON.stringify(body).length > MOST_UNITS) throw new ConnectorError(413, 'MessageSizeTooBig', 'Message size too large.');
  const read = activitySchema.safeParse(body).data;
  if (!read) throw badRequest('The activity is not well formed.');
  if (read.type === 'typing') return 'typing';
  if (read.type !== 'message') throw badRequest(`Activities of type ${read.type} cannot be sent.`);
  const cards = (read.attachments ?? []).map(({ contentType, content }) => {
    const card = contentType === CARD ? json.safeParse(content).data : undefined;
    if (card?.type !== 'AdaptiveCard') throw badRequest(`Unknown attachment type ${contentType}.`);
    return card;
  });
  const text = read.text ?? read.summary ?? '';
  if (text === '' && cards.length === 0) throw badRequest('Activity has neither text nor attachments.');
  return { text, cards: cards.length > 0 ? cards : undefined };
}

interface Where {
  readonly room: Room;
  readonly root: string | undefined;
}

export function whereIs(cloud: TeamsCloud, conversation: string): Where {
  const { room: id, root } = parseThreadId(conversation);
  const room = cloud.rooms.get(id);
  if (!room || (root !== undefined && !room.posts.some((post) => post.id === root))) throw notFound();
  if (!room.bot || (room.kind === 'personal' && !room.members.some((person) => cloud.installed.has(person))))
    throw new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  return { room, root };
}

function ownPost(cloud: TeamsCloud, { room }: Where, id: string): StoredPost {
  const post = room.posts.find((one) => one.id === id);
  if (!post) throw new ConnectorError(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.');
  if (!isBots(cloud, post)) throw new ConnectorError(403, 'Forbidden', 'The bot may only change what it sent itself.');
  return post;
}

/** Posts where the conversation leads; `answers` is a post of a channel whose thread it joins. */
export function sendActivity(cloud: TeamsCloud, conversation: string, body: unknown, answers?: string): { readonly id: string } {
  const { room, root } = whereIs(cloud, conversation);
  const content = contentOf(body);
  if (content === 'typing') {
    for (const person of room.members) cloud.desks.tell(person, { kind: 'typing', place: room.id });
    return { id: cloud.nextId() };
  }
  const parent = room.kind === 'channel' ? (root ?? room.posts.find(({ id }) => id === answers)?.id) : undefined;
  const { id } = addPost(cloud, room, {
    from: botUser(cloud.tenant),
    text: content.text,
    ...(parent === undefined ? {} : { root: parent }),
    ...(content.cards === undefined ? {} : { cards: content.cards }),
  });
  return { id };
}

export function updateActivity(cloud: TeamsCloud, conversation: string, id: string, body: unknown): { readonly id: string } {
  const where = whereIs(cloud, conversation);
  const post = ownPost(cloud, where, id);
  const content = contentOf(body);
  if (content === 'typing') throw badRequest('A message cannot become a typing indicator.');
  changePost(cloud, where.room, post, content);
  return { id };
}

export function deleteActivity(cloud: TeamsCloud, conversation: string, id: string): void {
  const where = whereIs(cloud, conversation);
  removePost(cloud, where.room, ownPost(cloud, where, id));
}

/** Opens somebody's chat with the bot, or begins a post in a channel. */
export function createConversation(cloud: TeamsCloud, body: unknown): { readonly id: string; readonly activityId?: string } {
  const read = openSchema.safeParse(body).data;
  if (!read) throw badRequest('The conversation is not well formed.');
  const tenant = read.tenantId ?? read.channelData?.tenant?.id;
  const channel = read.channelData?.channel?.id;
  if (channel !== undefined) {
    const { id } = sendActivity(cloud, channel, read.activity);
    return { id: `${channel};messageid=${id}`, activityId: id };
  }
  if (tenant !== cloud.tenant.id) throw badRequest('Tenant id is missing or unknown.');
  const [member, ...others] = read.members ?? [];
  const account = member && others.length === 0 ? accountBy(cloud.tenant, member.id) : undefined;
  if (!account) throw badRequest('Exactly one known member is needed.');
  // The whole organisation has the app by its administrator's policy; the person need not have opened it yet.
  cloud.installed.add(account.person.id);
  cloud.save();
  return { id: account.chat };
}

function memberJson(cloud: TeamsCloud, { person, user, directory }: Account) {
  const [givenName = person.name, ...surname] = person.name.split(' ');
  return {
    id: user,
    name: person.name,
    givenName,
    surname: surname.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: cloud.tenant.id,
    userRole: person.role === 'guest' ? 'guest' : 'user',
    objectId: directory,
    aadObjectId: directory,
  };
}

export function membersOf(cloud: TeamsCloud, conversation: string) {
  const { room } = whereIs(cloud, conversation);
  return cloud.tenant.accounts.filter(({ person }) => room.members.includes(person.id)).map((one) => memberJson(cloud, one));
}

export function memberOf(cloud: TeamsCloud, conversation: string, id: string) {
  const { room } = whereIs(cloud, conversation);
  const account = isBot(cloud.tenant, id) ? undefined : accountBy(cloud.tenant, id);
  if (!account || !room.members.includes(account.person.id))
    throw new ConnectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  return memberJson(cloud, account);
}
