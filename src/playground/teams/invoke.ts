import { z } from 'zod';
import { Refusal } from '../slack/refusal.ts';
import { invokeActivity, messagePayload } from './activities.ts';
import type { TeamsCloud } from './cloud.ts';
import { accountAt, roomOf } from './desk.ts';
import { viewPost } from './posts.ts';
import type { CardJson, Choice, Dialog, Executed } from './protocol.ts';
import type { Room, StoredPost } from './room.ts';

const json = z.record(z.string(), z.unknown());
const size = z.enum(['small', 'medium', 'large']).catch('medium');

const executedSchema = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown().optional() });
const taskSchema = z.object({
  task: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default(''),
        card: z.object({ contentType: z.string(), content: json }),
        width: size,
        height: size,
      }),
    }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
});
const searchSchema = z.object({
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

export interface At {
  readonly as: string;
  readonly place: string;
  readonly post?: string | undefined;
}

/** Where something is used, and on which post. */
function spotOf(cloud: TeamsCloud, { as, place, post: id }: At): { readonly room: Room; readonly post: StoredPost | undefined } {
  const room = roomOf(cloud, as, place);
  const post = id === undefined ? undefined : room.posts.find((one) => one.id === id);
  if (id !== undefined && !post) throw new Refusal('post_not_found', 404);
  return { room, post };
}

/** The bot's answer, or undefined where it gave none that Teams would take. */
async function ask(cloud: TeamsCloud, at: At, name: string, value: object): Promise<unknown> {
  const { room, post } = spotOf(cloud, at);
  const root = post?.root ?? (room.kind === 'channel' ? post?.id : undefined);
  const activity = invokeActivity(cloud, accountAt(cloud, at.as), room, { name, value, replyToId: post?.id, root });
  const answer = await cloud.line.send(activity);
  return answer.kind === 'answered' && answer.status === 200 ? (answer.body ?? {}) : undefined;
}

/** A button of a card: `adaptiveCard/action`. A card in the answer takes the used one's place. */
export async function execute(cloud: TeamsCloud, at: At & { readonly verb: string; readonly data: object }): Promise<Executed> {
  const { room, post } = spotOf(cloud, at);
  const action = { type: 'Action.Execute', verb: at.verb, data: at.data };
  const said = await ask(cloud, at, 'adaptiveCard/action', { action, trigger: 'manual' });
  if (said === undefined) return { kind: 'failed' };
  const read = executedSchema.safeParse(said).data;
  if (!read) return { kind: 'done' };
  if (read.statusCode !== 200) return { kind: 'failed' };
  if (read.type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(read.value ?? '') };
  const card = json.safeParse(read.value).data;
  if (read.type !== 'application/vnd.microsoft.card.adaptive' || !card || !post) return { kind: 'failed' };
  viewPost(cloud, room, post, at.as, card);
  return { kind: 'card' };
}

function dialogOf(said: unknown): Dialog {
  if (said === undefined) return { kind: 'failed' };
  const read = taskSchema.safeParse(said).data;
  if (!read) return { kind: 'closed' };
  if (read.task.type === 'message') return { kind: 'message', text: read.task.value };
  const { title, card, width, height } = read.task.value;
  return { kind: 'dialog', title, card: card.content, width, height };
}

const context = { theme: 'default' };

/** A button that opens a form: `task/fetch`. */
export const fetchTask = async (cloud: TeamsCloud, at: At & { readonly data: CardJson }): Promise<Dialog> =>
  dialogOf(await ask(cloud, at, 'task/fetch', { data: at.data, context, tabContext: null }));

export const submitTask = async (cloud: TeamsCloud, at: At & { readonly data: CardJson }): Promise<Dialog> =>
  dialogOf(await ask(cloud, at, 'task/submit', { data: at.data, context, tabContext: null }));

/** What a message extension's action is used on: a message, or the compose box where there is none yet. */
function extensionValue(cloud: TeamsCloud, at: At & { readonly command: string }): object {
  const { room, post } = spotOf(cloud, at);
  return {
    commandId: at.command,
    commandContext: post ? 'message' : 'compose',
    context,
    ...(post ? { messagePayload: messagePayload(cloud, room, post) } : {}),
  };
}

export const fetchExtension = async (cloud: TeamsCloud, at: At & { readonly command: string }): Promise<Dialog> =>
  dialogOf(await ask(cloud, at, 'composeExtension/fetchTask', extensionValue(cloud, at)));

export const submitExtension = async (
  cloud: TeamsCloud,
  at: At & { readonly command: string; readonly data: CardJson },
): Promise<Dialog> =>
  dialogOf(await ask(cloud, at, 'composeExtension/submitAction', { ...extensionValue(cloud, at), data: at.data }));

/** Whom Teams itself finds, without asking the bot. */
const PEOPLE = 'graph.microsoft.com/users';

/** Somebody types into a field that is searched: `application/search`. */
export async function search(
  cloud: TeamsCloud,
  at: At & { readonly dataset: string; readonly query: string },
): Promise<Choice[]> {
  if (at.dataset === PEOPLE) {
    const typed = at.query.trim().toLowerCase();
    return cloud.tenant.accounts
      .filter(({ person }) => ` ${person.name.toLowerCase()}`.includes(typed === '' ? '' : ` ${typed}`))
      .map(({ person, directory }) => ({ title: person.name, value: directory }));
  }
  const value = { queryText: at.query, queryOptions: { skip: 0, top: 15 }, dataset: at.dataset };
  const said = await ask(cloud, at, 'application/search', value);
  return searchSchema.safeParse(said).data?.value.results ?? [];
}
