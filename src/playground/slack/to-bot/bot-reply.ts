import type { Cloud } from '../cloud.ts';
import { changeEphemeral, changeMessage, deleteEphemeral, deleteMessage, postEphemeral, postMessage } from '../conversations.ts';
import { isJson, type Json, parseJson, textOf } from '../json.ts';
import { messageContent } from '../web-api/content.ts';
import { SlackError } from '../web-api/slack-error.ts';
import type { Conversation } from '../workspace.ts';
import type { ResponseTarget } from './response-urls.ts';

/** The body of an acknowledgement: nothing, plain text, or a message. */
export function showAcknowledgement(cloud: Cloud, target: ResponseTarget, body: string): void {
  if (body.trim() === '') return;
  const parsed = parseJson(body);
  showReply(cloud, target, isJson(parsed) ? parsed : { text: body });
}

/** Does what the body of a response URL or acknowledgement says. Throws `SlackError` where it says nothing good. */
export function showReply(cloud: Cloud, target: ResponseTarget, reply: Json): void {
  const conversation = cloud.workspace.conversations.get(target.channel);
  if (!conversation) throw new SlackError('channel_not_found');
  if (isSet(reply.delete_original)) {
    removeOriginal(cloud, conversation, target);
    return;
  }
  const { text, blocks, metadata } = messageContent(reply);
  if (isSet(reply.replace_original) && target.message) {
    replaceOriginal(cloud, conversation, target, { text, blocks });
    return;
  }
  const thread = textOf(reply.thread_ts) || target.thread;
  if (reply.response_type === 'in_channel') {
    postMessage(cloud, conversation, { user: cloud.workspace.bot.userId, text, blocks, metadata, thread });
  } else {
    postEphemeral(cloud, conversation, { to: target.person, text, blocks, thread });
  }
}

function isSet(value: unknown): boolean {
  return value === true || value === 'true';
}

function removeOriginal(cloud: Cloud, conversation: Conversation, target: ResponseTarget): void {
  const { ephemeral, message } = original(conversation, target);
  if (ephemeral) deleteEphemeral(cloud, conversation, ephemeral);
  else if (message) deleteMessage(cloud, conversation, message);
  else throw new SlackError('message_not_found');
}

function replaceOriginal(
  cloud: Cloud,
  conversation: Conversation,
  target: ResponseTarget,
  content: { readonly text: string; readonly blocks: readonly Json[] | undefined },
): void {
  const { ephemeral, message } = original(conversation, target);
  if (ephemeral) changeEphemeral(cloud, conversation, ephemeral, content);
  else if (message) changeMessage(cloud, conversation, message, { by: message.user, ...content });
  else throw new SlackError('message_not_found');
}

function original(conversation: Conversation, { message }: ResponseTarget) {
  if (!message) return {};
  if (message.ephemeral) return { ephemeral: conversation.ephemerals.find((candidate) => candidate.ts === message.ts) };
  return { message: conversation.byTs.get(message.ts) };
}
