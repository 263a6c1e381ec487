import type { Cloud } from '../cloud.ts';
import { changeMessage, deleteMessage, postEphemeral, postMessage } from '../conversations.ts';
import { messageJson } from '../message-json.ts';
import type { Conversation, StoredMessage } from '../workspace.ts';
import { messageContent } from './content.ts';
import { joinedConversation, postableConversation, seenConversation } from './find-conversation.ts';
import { type Args, type Method, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

const WRITE = ['chat:write'];
/** Text of an update is refused at a tenth of what a new message may carry. */
const MAX_UPDATE_TEXT = 4_000;

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scopes: WRITE,
    run(cloud, args) {
      const conversation = postableConversation(cloud, textArg(args, 'channel'));
      const content = messageContent(args);
      const wait = cloud.rateLimit.wait(conversation.id);
      if (wait > 0) throw new SlackError('ratelimited', { retry_after: wait });
      const message = postMessage(cloud, conversation, {
        user: cloud.workspace.bot.userId,
        text: content.text,
        blocks: content.blocks,
        metadata: content.metadata,
        thread: threadOf(conversation, textArg(args, 'thread_ts')),
      });
      return {
        channel: conversation.id,
        ts: message.ts,
        message: messageJson(cloud, message, { metadata: true }),
        ...content.warning,
      };
    },
  },
  'chat.postEphemeral': {
    scopes: WRITE,
    run(cloud, args) {
      const conversation = postableConversation(cloud, textArg(args, 'channel'));
      const to = textArg(args, 'user');
      const content = messageContent(args);
      if (!cloud.workspace.people.has(to)) throw new SlackError('user_not_found');
      if (!conversation.members.includes(to)) throw new SlackError('user_not_in_channel');
      const thread = threadOf(conversation, textArg(args, 'thread_ts'));
      const message = postEphemeral(cloud, conversation, { to, text: content.text, blocks: content.blocks, thread });
      return { message_ts: message.ts, ...content.warning };
    },
  },
  'chat.update': {
    scopes: WRITE,
    run(cloud, args) {
      const { conversation, message } = ownMessage(cloud, args, 'cant_update_message');
      if ([...textArg(args, 'text')].length > MAX_UPDATE_TEXT) throw new SlackError('msg_too_long');
      const content = messageContent(args);
      const text = args.text === undefined ? message.text : content.text;
      changeMessage(cloud, conversation, message, {
        by: cloud.workspace.bot.userId,
        text,
        blocks: content.blocks,
        metadata: content.metadata,
      });
      return {
        channel: conversation.id,
        ts: message.ts,
        text: message.text,
        message: messageJson(cloud, message, { metadata: true }),
      };
    },
  },
  'chat.delete': {
    scopes: WRITE,
    run(cloud, args) {
      const { conversation, message } = ownMessage(cloud, args, 'cant_delete_message');
      deleteMessage(cloud, conversation, message);
      return { channel: conversation.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    run(cloud, args) {
      const conversation = joinedConversation(cloud, textArg(args, 'channel'));
      const message = conversation.byTs.get(textArg(args, 'message_ts'));
      if (!message) throw new SlackError('message_not_found');
      return { channel: conversation.id, permalink: permalink(cloud, conversation, message) };
    },
  },
};

function ownMessage(cloud: Cloud, args: Args, refusal: string): { conversation: Conversation; message: StoredMessage } {
  const conversation = seenConversation(cloud, textArg(args, 'channel'));
  const message = conversation.byTs.get(textArg(args, 'ts'));
  if (!message) throw new SlackError('message_not_found');
  if (message.user !== cloud.workspace.bot.userId) throw new SlackError(refusal);
  return { conversation, message };
}

/** A reply to a reply belongs to the thread that one is in; a thread that is gone makes a message of its own, as in Slack. */
function threadOf(conversation: Conversation, ts: string): string | undefined {
  if (ts === '') return undefined;
  const parent = conversation.byTs.get(ts);
  return parent ? (parent.thread ?? parent.ts) : undefined;
}

function permalink(cloud: Cloud, conversation: Conversation, message: StoredMessage): string {
  const base = `https://${cloud.workspace.team.domain}.slack.com/archives/${conversation.id}/p${message.ts.replace('.', '')}`;
  return message.thread && message.thread !== message.ts ? `${base}?thread_ts=${message.thread}&cid=${conversation.id}` : base;
}
