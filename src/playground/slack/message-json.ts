import type { Cloud } from './cloud.ts';
import { fileJson } from './file-json.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './workspace.ts';

/** A message as Slack sends it in events, histories and payloads. */
export function messageJson(cloud: Cloud, message: StoredMessage, options: { readonly metadata?: boolean } = {}): Json {
  const { bot, team, people } = cloud.workspace;
  const fromBot = message.user === bot.userId;
  const home = people.get(message.user)?.stranger?.team ?? team.id;
  return {
    type: 'message',
    ...(message.subtype && { subtype: message.subtype }),
    user: message.user,
    ts: message.ts,
    ...(fromBot && {
      bot_id: bot.botId,
      app_id: bot.appId,
      bot_profile: { id: bot.botId, app_id: bot.appId, user_id: bot.userId, name: bot.name, deleted: false, team_id: team.id },
    }),
    text: message.text,
    team: home,
    ...(home !== team.id && { user_team: home, source_team: home }),
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.files && {
      files: message.files.flatMap((id) => {
        const file = cloud.workspace.files.get(id);
        return file ? [fileJson(cloud, file)] : [];
      }),
      upload: false,
    }),
    ...(message.thread && { thread_ts: message.thread }),
    ...(message.replies && {
      reply_count: message.replies,
      reply_users_count: message.replyUsers?.length,
      reply_users: message.replyUsers,
      latest_reply: message.latestReply,
      is_locked: false,
      subscribed: false,
    }),
    ...(message.edited && { edited: message.edited }),
    ...(options.metadata && message.metadata && { metadata: message.metadata }),
  };
}
