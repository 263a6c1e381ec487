import type { World } from './worlds.ts';

/** What a caller learns, under names that both sides share; ids and time stamps are named by what they stand for. */
export type Facts = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: answers are Slack's own JSON
type Answer = any;
type Call = (world: World) => Promise<Facts>;

/** `ok` and the facts picked from the answer, or Slack's error. */
async function outcome(call: Promise<unknown>, pick: (answer: Answer) => Facts = () => ({})): Promise<Facts> {
  const answer: Answer = await call.catch((error) => error.data ?? { ok: false, error: error.message });
  if (!answer.ok) return { outcome: answer.error, ...(answer.needed && { needed: answer.needed }) };
  return { outcome: 'ok', ...pick(answer) };
}

/** Ids as names, so that the two sides can be compared. */
function named({ ids }: World, id: unknown): unknown {
  return Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id;
}

const section = { type: 'section', text: { type: 'mrkdwn', text: 'hello' } };
const modal = (more: object = {}): Answer => ({
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'kept',
  title: { type: 'plain_text', text: 'A form' },
  blocks: [section],
  ...more,
});
const metadata = { event_type: 'nudge', event_payload: { id: 'n1' } };
const post = ({ client, ids }: World, more: object = {}): Promise<Answer> =>
  client.chat.postMessage({ channel: ids.inside, text: 'hello', ...more } as Answer);
const texts = (answer: Answer) => answer.messages.map((message: Answer) => message.text).join(' ');
/** The others are from calls before. */
const numbered = (answer: Answer) =>
  texts(answer)
    .match(/\bh\d\b/g)
    ?.join(' ');

async function history(world: World, more: (stamps: string[]) => object, pick: (answer: Answer) => Facts): Promise<Facts> {
  const stamps: string[] = [];
  for (const text of ['h1', 'h2', 'h3', 'h4']) stamps.push((await post(world, { text, metadata })).ts);
  const args = { channel: world.ids.inside, oldest: stamps[0], inclusive: true, ...more(stamps) };
  return outcome(world.client.conversations.history(args), pick);
}
async function opened(world: World, view: Answer = modal()): Promise<Answer> {
  return (await world.client.views.open({ trigger_id: await world.trigger(), view })).view;
}

export const CALLS: Readonly<Record<string, Call>> = {
  'auth.test': ({ client }) =>
    outcome(client.auth.test(), (answer) => ({
      team: answer.team,
      url: answer.url,
      user: answer.user,
      bot: answer.bot_id,
      app: answer.app_id,
    })),
  'auth.test, wrong token': ({ withToken }) => outcome(withToken('xoxb-wrong').auth.test()),
  'auth.test, granted scopes': ({ client }) =>
    outcome(client.auth.test(), (answer) => ({ scopes: answer.response_metadata.scopes?.includes('chat:write') })),
  'an unknown method': ({ client }) => outcome(client.apiCall('chat.shout')),
  'a scope that is not granted': ({ client }) => outcome(client.team.info()),

  'chat.postMessage': (world) =>
    outcome(post(world), ({ channel, message }) => ({
      channel: named(world, channel),
      text: message.text,
      type: message.type,
      user: named(world, message.user),
      bot: message.bot_id,
      thread: message.thread_ts,
    })),
  'chat.postMessage, to a person': async (world) =>
    outcome(post(world, { channel: world.ids.rep }), ({ channel }) => ({ channel: String(channel).slice(0, 1) })),
  'chat.postMessage, to a channel without the bot': (world) => outcome(post(world, { channel: world.ids.outside })),
  'chat.postMessage, to nowhere': (world) => outcome(post(world, { channel: 'C0NOWHERE1' })),
  'chat.postMessage, no text': (world) => outcome(post(world, { text: '' })),
  'chat.postMessage, blocks only': (world) =>
    outcome(post(world, { text: '', blocks: [section] }), ({ message }) => ({
      type: message.blocks[0].type,
      id: typeof message.blocks[0].block_id,
    })),
  'chat.postMessage, a block that does not exist': (world) => outcome(post(world, { blocks: [{ type: 'nonsense' }] })),
  'chat.postMessage, blocks that are no list': (world) => outcome(post(world, { blocks: '{"a":1}' })),
  'chat.postMessage, more than 40,000 characters': (world) =>
    outcome(post(world, { text: '😀'.repeat(40_001) }), (answer) => ({
      warning: answer.warning,
      kept: [...answer.message.text].length,
    })),
  'chat.postMessage, metadata': (world) => outcome(post(world, { metadata }), ({ message }) => ({ metadata: message.metadata })),
  'chat.postMessage, in a thread': async (world) => {
    const { ts } = await post(world);
    await post(world, { text: 'reply', thread_ts: ts });
    return outcome(world.client.conversations.replies({ channel: world.ids.inside, ts }), (answer) => ({
      texts: texts(answer),
      replies: answer.messages[0].reply_count,
      inThread: answer.messages[1].thread_ts === ts,
    }));
  },
  'chat.update': async (world) => {
    const { ts } = await post(world, { blocks: [section] });
    return outcome(world.client.chat.update({ channel: world.ids.inside, ts, text: 'new' }), ({ text, message }) => ({
      text,
      blocks: message.blocks,
      edited: message.edited !== undefined,
    }));
  },
  'chat.update, blocks only': async (world) => {
    const { ts } = await post(world);
    const change: Answer = { channel: world.ids.inside, ts, blocks: [section] };
    return outcome(world.client.chat.update(change), ({ message }) => ({
      text: message.text,
      blocks: message.blocks.length,
      edited: message.edited !== undefined,
    }));
  },
  'chat.update, nothing new': async (world) => {
    const { ts } = await post(world);
    return outcome(world.client.chat.update({ channel: world.ids.inside, ts } as Answer));
  },
  'chat.update, more than 4,000 characters': async (world) => {
    const { ts } = await post(world);
    return outcome(world.client.chat.update({ channel: world.ids.inside, ts, text: 'x'.repeat(4_001) }));
  },
  'chat.update, a message that is not there': ({ client, ids }) =>
    outcome(client.chat.update({ channel: ids.inside, ts: '1.000001', text: 'x' })),
  'chat.delete': async (world) => {
    const { ts } = await post(world);
    const first = await outcome(world.client.chat.delete({ channel: world.ids.inside, ts }));
    const again = await outcome(world.client.chat.delete({ channel: world.ids.inside, ts }));
    return { first: first.outcome, again: again.outcome };
  },
  'chat.postEphemeral': ({ client, ids }) =>
    outcome(client.chat.postEphemeral({ channel: ids.inside, user: ids.rep, text: 'psst' }), (answer) => ({
      ts: typeof answer.message_ts,
    })),
  'chat.postEphemeral, to somebody unknown': ({ client, ids }) =>
    outcome(client.chat.postEphemeral({ channel: ids.inside, user: 'U0NOBODY01', text: 'psst' })),
  'chat.getPermalink': async (world) => {
    const { ts } = await post(world);
    return outcome(world.client.chat.getPermalink({ channel: world.ids.inside, message_ts: ts }), ({ permalink }) => ({
      permalink: permalink.replace(world.ids.inside, 'CHANNEL').replace(ts.replace('.', ''), 'TS'),
    }));
  },

  'conversations.open': (world) =>
    outcome(world.client.conversations.open({ users: world.ids.rep }), ({ channel }) => ({ id: String(channel.id).slice(0, 1) })),
  'conversations.open, twice': async (world) => {
    const first: Answer = await world.client.conversations.open({ users: world.ids.rep });
    const second: Answer = await world.client.conversations.open({ users: world.ids.rep });
    return { same: first.channel.id === second.channel.id, already: second.already_open };
  },
  'conversations.open, nobody': ({ client }) => outcome(client.conversations.open({ users: '' })),
  'conversations.open, somebody unknown': ({ client }) => outcome(client.conversations.open({ users: 'U0NOBODY01' })),
  'conversations.open, itself': ({ client, ids }) => outcome(client.conversations.open({ users: ids.bot })),
  'conversations.info': (world) =>
    outcome(world.client.conversations.info({ channel: world.ids.inside }), ({ channel }) => ({
      name: channel.name,
      topic: channel.topic.value,
      channel: channel.is_channel,
      member: channel.is_member,
      private: channel.is_private,
      archived: channel.is_archived,
    })),
  'conversations.info, a channel without the bot': ({ client, ids }) =>
    outcome(client.conversations.info({ channel: ids.outside }), ({ channel }) => ({ member: channel.is_member })),
  'conversations.info, nowhere': ({ client }) => outcome(client.conversations.info({ channel: 'C0NOWHERE1' })),
  'conversations.list': ({ client }) =>
    outcome(client.conversations.list({ limit: 1000 }), ({ channels }) => ({
      names: channels
        .map((channel: Answer) => channel.name)
        .filter((name: string) => name.endsWith('side'))
        .sort(),
    })),
  'conversations.list, in pages': ({ client }) =>
    outcome(client.conversations.list({ limit: 1 }), (answer) => ({
      count: answer.channels.length,
      more: answer.response_metadata.next_cursor !== '',
    })),
  'conversations.members': (world) =>
    outcome(world.client.conversations.members({ channel: world.ids.inside }), ({ members }) => ({
      both: [world.ids.rep, world.ids.bot].every((id) => members.includes(id)),
    })),
  'conversations.history': (world) =>
    history(
      world,
      () => ({}),
      (answer) => ({ texts: numbered(answer), more: answer.has_more, metadata: answer.messages[0].metadata }),
    ),
  'conversations.history, with metadata': (world) =>
    history(
      world,
      () => ({ include_all_metadata: true }),
      (answer) => ({ metadata: answer.messages[0].metadata }),
    ),
  'conversations.history, between two times': (world) =>
    history(
      world,
      (stamps) => ({ latest: stamps[2], inclusive: false }),
      (answer) => ({ texts: numbered(answer) }),
    ),
  'conversations.history, between two times, both included': (world) =>
    history(
      world,
      (stamps) => ({ latest: stamps[2] }),
      (answer) => ({ texts: numbered(answer) }),
    ),
  'conversations.history, in pages': (world) =>
    history(
      world,
      () => ({ limit: 2 }),
      (answer) => ({
        texts: numbered(answer),
        more: answer.has_more,
        cursor: typeof answer.response_metadata?.next_cursor,
      }),
    ),
  'conversations.history, without the bot': ({ client, ids }) => outcome(client.conversations.history({ channel: ids.outside })),
  'conversations.replies, no such thread': ({ client, ids }) =>
    outcome(client.conversations.replies({ channel: ids.inside, ts: '1.000001' })),

  'users.info': (world) =>
    outcome(world.client.users.info({ user: world.ids.rep }), ({ user }) => ({
      name: user.name,
      realName: user.real_name,
      displayName: user.profile.display_name,
      email: user.profile.email,
      title: user.profile.title,
      bot: user.is_bot,
      deleted: user.deleted,
      zone: user.tz,
    })),
  'users.info, somebody unknown': ({ client }) => outcome(client.users.info({ user: 'U0NOBODY01' })),
  'users.list': (world) =>
    outcome(world.client.users.list({}), ({ members }) => ({
      rep: members.some((member: Answer) => member.id === world.ids.rep),
      bot: members.find((member: Answer) => member.id === world.ids.bot)?.is_bot,
    })),
  'users.lookupByEmail': (world) =>
    outcome(world.client.users.lookupByEmail({ email: 'minseo.kim@example.com' }), ({ user }) => ({
      user: named(world, user.id),
    })),
  'users.lookupByEmail, nobody': ({ client }) => outcome(client.users.lookupByEmail({ email: 'nobody@example.com' })),
  'bots.info': ({ client }) =>
    outcome(client.bots.info({ bot: 'B0AFTERCAR' }), ({ bot }) => ({ name: bot.name, app: bot.app_id, user: bot.user_id })),
  'bots.info, another': ({ client }) => outcome(client.bots.info({ bot: 'B0OTHER001' })),

  'views.open': async (world) =>
    outcome(world.client.views.open({ trigger_id: await world.trigger(), view: modal() }), ({ view }) => ({
      type: view.type,
      callback: view.callback_id,
      metadata: view.private_metadata,
      title: view.title.text,
      hash: typeof view.hash,
      root: view.root_view_id === view.id,
      values: view.state?.values,
      block: typeof view.blocks[0].block_id,
    })),
  'views.open, a trigger used twice': async (world) => {
    const trigger = await world.trigger();
    await world.client.views.open({ trigger_id: trigger, view: modal() });
    return outcome(world.client.views.open({ trigger_id: trigger, view: modal() }));
  },
  'views.open, a made-up trigger': ({ client }) => outcome(client.views.open({ trigger_id: '1.2.3', view: modal() })),
  'views.open, a home tab': async (world) =>
    outcome(world.client.views.open({ trigger_id: await world.trigger(), view: { type: 'home', blocks: [] } })),
  'views.open, a long title': async (world) => {
    const view = modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } });
    return outcome(world.client.views.open({ trigger_id: await world.trigger(), view }));
  },
  'views.open, an external id in use': async (world) => {
    await opened(world, modal({ external_id: 'mine' }));
    return outcome(world.client.views.push({ trigger_id: await world.trigger(), view: modal({ external_id: 'mine' }) }));
  },
  'views.update': async (world) => {
    const { id, hash } = await opened(world);
    const first = await outcome(world.client.views.update({ view_id: id, hash, view: modal() }), ({ view }) => ({
      changed: view.hash !== hash,
    }));
    const again = await outcome(world.client.views.update({ view_id: id, hash, view: modal() }));
    return { first: first.outcome, changed: first.changed, again: again.outcome };
  },
  'views.update, by external id': async (world) => {
    await opened(world, modal({ external_id: 'by-name' }));
    return outcome(world.client.views.update({ external_id: 'by-name', view: modal({ external_id: 'by-name' }) }));
  },
  'views.update, a view that is not there': ({ client }) =>
    outcome(client.views.update({ view_id: 'V0NOWHERE1', view: modal() })),
  'views.publish': async (world) => {
    const view: Answer = { type: 'home', blocks: [section] };
    const first: Answer = await world.client.views.publish({ user_id: world.ids.rep, view });
    return outcome(world.client.views.publish({ user_id: world.ids.rep, view, hash: first.view.hash }), (answer) => ({
      type: answer.view.type,
      same: answer.view.id === first.view.id,
    }));
  },
  'views.publish, an old hash': (world) => {
    const view: Answer = { type: 'home', blocks: [section] };
    return world.client.views
      .publish({ user_id: world.ids.rep, view })
      .then(() => outcome(world.client.views.publish({ user_id: world.ids.rep, view, hash: '1.old' })));
  },
  'views.publish, for somebody unknown': ({ client }) =>
    outcome(client.views.publish({ user_id: 'U0NOBODY01', view: { type: 'home', blocks: [] } })),

  'files.uploadV2': (world) =>
    outcome(
      world.client.filesUploadV2({
        channel_id: world.ids.inside,
        filename: 'a.csv',
        content: 'a,b\n',
        title: 'A table',
        initial_comment: 'here',
      }),
      ({ files }) => ({ name: files[0].files[0].name, title: files[0].files[0].title, size: files[0].files[0].size }),
    ),
  'files.info, no such file': ({ client }) => outcome(client.files.info({ file: 'F0NOWHERE1' })),
};
