/** Where our cloud answers otherwise than `emulate@0.12.2`, and why ours is meant. The key is the call and the fact. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'auth.test: app': 'Slack names no app for a bot token; emulate does',
  'auth.test, wrong token: outcome': 'emulate takes an unknown token for its default user',
  'auth.test, granted scopes: scopes':
    'emulate sends no x-oauth-scopes header, from which aftercare doctor reads what was granted',
  'an unknown method: outcome': 'Slack answers unknown_method with status 200; emulate answers 404, which clients repeat',
  'chat.postMessage: bot': 'a bot’s message carries its bot_id, by which an app knows its own messages; emulate leaves it out',
  'chat.postMessage, to a channel without the bot: outcome':
    'emulate lets a bot write into public channels it is not in, without chat:write.public',
  'chat.postMessage, blocks only: id': 'Slack gives blocks without a block_id one; emulate does not',
  'chat.postMessage, a block that does not exist: outcome': 'emulate does not look into blocks',
  'chat.postMessage, blocks that are no list: outcome': 'Slack’s error for JSON of another form is invalid_blocks_format',
  'chat.update, blocks only: edited': 'Slack marks a message edited only where plain text was changed',
  'chat.update, more than 4,000 characters: outcome':
    'Slack refuses a long text in an update, and cuts it in a new message; emulate cuts both',
  'chat.getPermalink: permalink': 'Slack’s links lead to the workspace’s own domain; those of emulate to emulate',
  'conversations.open, itself: outcome': 'Slack has its own error for a bot that writes to itself',
  'conversations.history: metadata': 'Slack leaves metadata out unless include_all_metadata is set; emulate always sends it',
  'conversations.history, between two times: texts': 'emulate ignores oldest',
  'conversations.history, between two times, both included: texts': 'emulate ignores oldest and latest',
  'conversations.history, without the bot: outcome': 'a bot reads only conversations it is in; emulate shows public ones to all',
  'conversations.replies, no such thread: outcome': 'emulate answers an empty thread where Slack says thread_not_found',
  'users.info: zone': 'emulate knows no time zones',
  'bots.info: name': 'emulate shows the name of the bot’s user, Slack that of the app',
  'bots.info: app': 'emulate leaves app_id out',
  'bots.info: user': 'emulate leaves user_id out',
  'views.open: block': 'Slack gives blocks of a view without a block_id one; emulate does not',
  'views.open, a home tab: outcome': 'Slack says invalid_arguments with the place; emulate invalid_view',
  'views.open, a long title: outcome': 'emulate does not look at lengths',
};
