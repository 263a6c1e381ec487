import { microsOf } from '../ids.ts';
import { messageJson } from '../message-json.ts';
import type { Conversation, StoredMessage } from '../workspace.ts';
import { requireFamilyScope } from './conversations.ts';
import { joinedConversation } from './find-conversation.ts';
import { type Args, cursorAt, cursorStart, flagArg, type Method, numberArg, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

export const historyMethods: Readonly<Record<string, Method>> = {
  'conversations.history': {
    scopes: HISTORY,
    run(cloud, args) {
      const conversation = joinedConversation(cloud, textArg(args, 'channel'));
      requireFamilyScope(cloud, conversation, 'history');
      const span = spanOf(conversation, args);
      const limit = limitOf(args);
      const skip = cursorStart(textArg(args, 'cursor'));
      const page: StoredMessage[] = [];
      let position = span.end - skip;
      for (; position > span.start && page.length < limit; position--) {
        const message = conversation.messages[position - 1];
        if (message && isTopLevel(message)) page.push(message);
      }
      const more = hasTopLevel(conversation, span.start, position);
      const metadata = flagArg(args, 'include_all_metadata');
      return {
        messages: page.map((message) => messageJson(cloud, message, { metadata })),
        has_more: more,
        pin_count: 0,
        channel_actions_ts: null,
        channel_actions_count: 0,
        ...(more && { response_metadata: { next_cursor: cursorAt(span.end - position) } }),
      };
    },
  },
  'conversations.replies': {
    scopes: HISTORY,
    run(cloud, args) {
      const conversation = joinedConversation(cloud, textArg(args, 'channel'));
      requireFamilyScope(cloud, conversation, 'history');
      const asked = conversation.byTs.get(textArg(args, 'ts'));
      if (!asked) throw new SlackError('thread_not_found');
      const root = asked.thread ?? asked.ts;
      const span = spanOf(conversation, args);
      const inSpan = conversation.messages
        .slice(span.start, span.end)
        .filter((message) => message.thread === root && message.ts !== root);
      const skip = cursorStart(textArg(args, 'cursor'));
      const replies = inSpan.slice(skip, skip + limitOf(args));
      const more = skip + replies.length < inSpan.length;
      const parent = conversation.byTs.get(root);
      const metadata = flagArg(args, 'include_all_metadata');
      return {
        messages: [...(parent ? [parent] : []), ...replies].map((message) => messageJson(cloud, message, { metadata })),
        has_more: more,
        ...(more && { response_metadata: { next_cursor: cursorAt(skip + replies.length) } }),
      };
    },
  },
};

function limitOf(args: Args): number {
  const limit = numberArg(args, 'limit') ?? 100;
  if (limit < 1) throw new SlackError('invalid_limit');
  return Math.min(limit, 999);
}

function isTopLevel(message: StoredMessage): boolean {
  return message.thread === undefined || message.thread === message.ts;
}

function hasTopLevel(conversation: Conversation, start: number, end: number): boolean {
  for (let position = end; position > start; position--) {
    const message = conversation.messages[position - 1];
    if (message && isTopLevel(message)) return true;
  }
  return false;
}

/** Positions of the messages between `oldest` and `latest`, both left out unless `inclusive`. */
function spanOf(conversation: Conversation, args: Args): { start: number; end: number } {
  const inclusive = flagArg(args, 'inclusive');
  const oldest = stampArg(args, 'oldest', 'invalid_ts_oldest');
  const latest = stampArg(args, 'latest', 'invalid_ts_latest');
  const { messages } = conversation;
  const start = oldest === undefined ? 0 : firstAt(messages, inclusive ? oldest : oldest + 1);
  const end = latest === undefined ? messages.length : firstAt(messages, inclusive ? latest + 1 : latest);
  return { start, end: Math.max(start, end) };
}

function stampArg(args: Args, name: string, error: string): number | undefined {
  const text = textArg(args, name);
  if (text === '' || text === 'now') return undefined;
  const micros = microsOf(text);
  if (Number.isNaN(micros)) throw new SlackError(error);
  return micros;
}

/** Position of the first message at or after a time, by halving. */
function firstAt(messages: readonly StoredMessage[], micros: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (microsOf(messages[middle]?.ts ?? '') < micros) low = middle + 1;
    else high = middle;
  }
  return low;
}
