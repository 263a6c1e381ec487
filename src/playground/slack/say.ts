import type { Cloud } from './cloud.ts';
import { postMessage } from './conversations.ts';
import { storeFile } from './files.ts';
import { conversationOf, personAt } from './people.ts';
import { Refusal } from './refusal.ts';
import { typedMessage } from './typed-text.ts';
import type { StoredMessage } from './workspace.ts';

/** A person writes a message, in a thread if `thread` is the time stamp of one. */
export function say(
  cloud: Cloud,
  said: { readonly as: string; readonly channel: string; readonly text: string; readonly thread?: string | undefined },
): StoredMessage {
  const person = personAt(cloud, said.as);
  const conversation = conversationOf(cloud, person.id, said.channel);
  if (said.text.trim() === '') throw new Refusal('no_text');
  const thread = said.thread ? conversation.byTs.get(said.thread) : undefined;
  if (said.thread && !thread) throw new Refusal('thread_not_found', 404);
  const text = typedMessage(cloud.workspace, said.text);
  return postMessage(cloud, conversation, { user: person.id, text, thread: thread && (thread.thread ?? thread.ts) });
}

/** A person shares a file in a conversation. */
export function uploadFile(
  cloud: Cloud,
  upload: {
    readonly as: string;
    readonly channel: string;
    readonly name: string;
    readonly bytes: Buffer;
    readonly text?: string;
  },
): StoredMessage {
  const person = personAt(cloud, upload.as);
  const conversation = conversationOf(cloud, person.id, upload.channel);
  const name = upload.name.replace(/[/\\\0]/g, '_') || 'file';
  const file = storeFile(cloud, { name, user: person.id, bytes: upload.bytes, channels: [conversation.id] });
  const text = typedMessage(cloud.workspace, upload.text ?? '');
  return postMessage(cloud, conversation, { user: person.id, text, subtype: 'file_share', files: [file.id] });
}
