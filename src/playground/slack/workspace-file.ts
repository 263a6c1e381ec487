import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { StoredMessage, Workspace } from './workspace.ts';

const json = z.record(z.string(), z.unknown());
const messageSchema = z.object({
  ts: z.string(),
  user: z.string(),
  subtype: z.string().optional(),
  text: z.string(),
  blocks: z.array(json).optional(),
  metadata: json.optional(),
  thread: z.string().optional(),
  replies: z.number().optional(),
  replyUsers: z.array(z.string()).optional(),
  latestReply: z.string().optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  files: z.array(z.string()).optional(),
});
const fileSchema = z.object({
  version: z.literal(1),
  conversations: z.array(
    z.object({
      id: z.string(),
      members: z.array(z.string()),
      unread: z.record(z.string(), z.number()),
      messages: z.array(messageSchema),
    }),
  ),
  gone: z.array(z.string()),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      user: z.string(),
      size: z.number(),
      created: z.number(),
      channels: z.array(z.string()),
    }),
  ),
  homes: z.array(
    z.object({
      id: z.string(),
      user: z.string(),
      root: z.string(),
      view: json,
      hash: z.string(),
      values: z.record(z.string(), json),
    }),
  ),
});

/** Reads what an earlier run kept. Throws with the file's name where it cannot be read as such. */
export function loadWorkspace(workspace: Workspace, file: string): void {
  if (!existsSync(file)) return;
  const kept = parseFile(file);
  for (const { id, members, unread, messages } of kept.conversations) {
    const conversation = workspace.conversations.get(id);
    if (!conversation) continue;
    conversation.members.splice(0, conversation.members.length, ...members);
    for (const [person, count] of Object.entries(unread)) conversation.unread.set(person, count);
    for (const message of messages) {
      const stored = message as StoredMessage;
      conversation.messages.push(stored);
      conversation.byTs.set(stored.ts, stored);
    }
  }
  for (const id of kept.gone) workspace.gone.add(id);
  for (const entry of kept.files) workspace.files.set(entry.id, entry);
  for (const home of kept.homes) workspace.homes.set(home.user, { ...home, previous: undefined });
}

function parseFile(file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`The playground's Slack workspace cannot be read from ${file}. Remove the file to start with an empty one.`, {
      cause,
    });
  }
}

export interface KeptFile {
  /** Soon, and once for many changes. */
  save(): void;
  /** Now, if something is waiting. */
  flush(): void;
}

const DELAY = 250;

/** Writes beside the file and renames, so that a crash leaves the old or the new one, never half of one. */
export function createKeptFile(keptForm: () => unknown, file: string | undefined): KeptFile {
  if (file === undefined) return { save() {}, flush() {} };
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(keptForm()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    save() {
      timer ??= setTimeout(write, DELAY);
    },
    flush() {
      if (!timer) return;
      clearTimeout(timer);
      write();
    },
  };
}

export function keptWorkspace(workspace: Workspace): z.infer<typeof fileSchema> {
  return {
    version: 1,
    conversations: [...workspace.conversations.values()].map(({ id, members, unread, messages }) => ({
      id,
      members,
      unread: Object.fromEntries(unread),
      messages: messages.map((message) => ({
        ...message,
        blocks: message.blocks && [...message.blocks],
        files: message.files && [...message.files],
      })),
    })),
    gone: [...workspace.gone],
    files: [...workspace.files.values()],
    homes: [...workspace.homes.values()].map(({ previous: _, ...home }) => home),
  };
}
