import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Room, StoredPost } from './room.ts';

const json = z.record(z.string(), z.unknown());
const postSchema = z.object({
  id: z.string(),
  root: z.string().optional(),
  from: z.string(),
  text: z.string(),
  cards: z.array(json).optional(),
  views: z.record(z.string(), json).optional(),
  edited: z.boolean().optional(),
  file: z.object({ id: z.string(), name: z.string(), size: z.number() }).optional(),
});
const fileSchema = z.object({
  version: z.literal(1),
  installed: z.array(z.string()),
  greeted: z.array(z.string()),
  rooms: z.array(z.object({ id: z.string(), unread: z.record(z.string(), z.number()), posts: z.array(postSchema) })),
});

export interface Kept {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly installed: Set<string>;
  readonly greeted: Set<string>;
}

/** Reads what an earlier run kept. Throws with the file's name where it cannot be read as such. */
export function loadTenant({ rooms, installed, greeted }: Kept, file: string): void {
  if (!existsSync(file)) return;
  let kept: z.infer<typeof fileSchema>;
  try {
    kept = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`The playground's Teams cannot be read from ${file}. Remove the file to start with an empty one.`, { cause });
  }
  for (const id of kept.installed) installed.add(id);
  for (const id of kept.greeted) greeted.add(id);
  for (const { id, unread, posts } of kept.rooms) {
    const room = rooms.get(id);
    if (!room) continue;
    room.posts.push(...posts.map((post) => ({ views: {}, ...post }) as StoredPost));
    for (const [person, count] of Object.entries(unread)) room.unread.set(person, count);
  }
}

export const keptTenant = ({ rooms, installed, greeted }: Kept): z.infer<typeof fileSchema> => ({
  version: 1,
  installed: [...installed],
  greeted: [...greeted],
  rooms: [...rooms.values()].map(({ id, unread, posts }) => ({
    id,
    unread: Object.fromEntries(unread),
    posts: posts.map((post) => ({ ...post, cards: post.cards && [...post.cards] })),
  })),
});
