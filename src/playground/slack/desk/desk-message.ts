import type { Message } from '../../protocol.ts';
import type { Conversation, Ephemeral, StoredMessage, Workspace } from '../workspace.ts';

/** A message as the page draws it. */
export function deskMessage(workspace: Workspace, conversation: Conversation, message: StoredMessage): Message {
  const file = message.files?.map((id) => workspace.files.get(id)).find((found) => found !== undefined);
  return {
    channel: conversation.id,
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.thread && message.thread !== message.ts && { thread: message.thread }),
    ...(message.replies && { replies: message.replies }),
    ...(message.edited && { edited: true }),
    ...(file && { file: { id: file.id, name: file.name, size: file.size } }),
  };
}

export function deskEphemeral(workspace: Workspace, conversation: Conversation, message: Ephemeral): Message {
  return {
    channel: conversation.id,
    ts: message.ts,
    user: workspace.bot.userId,
    text: message.text,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.thread && { thread: message.thread }),
    ephemeral: true,
  };
}
