import { newId } from '../slack/ids.ts';
import { Refusal } from '../slack/refusal.ts';
import { installActivities, mentionsBot, messageActivity } from './activities.ts';
import type { TeamsCloud } from './cloud.ts';
import { accountAt, roomOf } from './desk.ts';
import { fileUrl } from './file-links.ts';
import { addPost } from './posts.ts';
import type { Room, StoredPost } from './room.ts';

interface Said {
  readonly as: string;
  readonly place: string;
  readonly text: string;
  readonly root?: string | undefined;
}

/** A person writes. A bot hears everything in its own chat, and in a channel only what mentions it. */
export function say(cloud: TeamsCloud, { as, place, text, root }: Said): StoredPost {
  const room = roomOf(cloud, as, place);
  if (text.trim() === '') throw new Refusal('no_text');
  if (root !== undefined && !room.posts.some((post) => post.id === root && post.root === undefined))
    throw new Refusal('post_not_found', 404);
  const post = addPost(cloud, room, { from: as, text, ...(root === undefined ? {} : { root }) });
  if (room.bot && (room.kind === 'personal' || mentionsBot(cloud, text))) tellBot(cloud, room, post);
  return post;
}

/** A person sends a file: it lands in their own drive, and the bot gets an address that is good for some minutes. */
export function upload(
  cloud: TeamsCloud,
  { as, place, name, bytes }: { readonly as: string; readonly place: string; readonly name: string; readonly bytes: Buffer },
): StoredPost {
  const room = roomOf(cloud, as, place);
  if (room.kind !== 'personal') throw new Refusal('files_in_personal_chat_only');
  const id = newId('F');
  cloud.contents.put(id, bytes);
  const safe = name.replace(/[/\\\0]/g, '_') || 'file';
  const post = addPost(cloud, room, { from: as, text: '', file: { id, name: safe, size: bytes.length } });
  tellBot(cloud, room, post);
  return post;
}

function tellBot(cloud: TeamsCloud, room: Room, { id, root, from, text, file }: StoredPost): void {
  const thread = room.kind === 'channel' ? (root ?? id) : undefined;
  const activity = messageActivity(cloud, accountAt(cloud, from), room, {
    id,
    root: thread,
    text,
    ...(file === undefined ? {} : { file: { id: file.id, name: file.name, url: fileUrl(cloud, file.id) } }),
  });
  void cloud.line.send(activity);
}

/** The person's page is open: from now on they have the app, and it may greet them. */
export async function openApp(cloud: TeamsCloud, as: string): Promise<void> {
  const account = accountAt(cloud, as);
  const room = cloud.rooms.get(account.chat);
  if (!room || cloud.greeted.has(as)) return;
  cloud.greeted.add(as);
  cloud.installed.add(as);
  cloud.save();
  for (const activity of installActivities(cloud, account, room)) await cloud.line.send(activity);
}
