import type { Message, Source, UsedAction, ViewValues } from '../protocol.ts';
import { type Api, Refusal } from './api.ts';
import { firstUnread, isReply, merged, withMessage } from './messages.ts';
import { notify, refusalText } from './notices.ts';
import { channelOf, nowOf, type State, slackbot, type Tab } from './state.ts';

/** Something the person brought about, told to whoever follows along (the tour). */
export type Deed =
  | { readonly kind: 'uploaded' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'pressed'; readonly label: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'heard'; readonly message: Message };

export type Page = ReturnType<typeof createPage>;

/** What the person can do on the page, over what the page knows. */
export function createPage(api: Api, state: State) {
  const followers: ((deed: Deed) => void)[] = [];

  /** False: it was refused, and the person has been told. */
  async function attempt(doing: string, task: () => Promise<unknown>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notify(refusalText(doing, error.code));
      return false;
    }
  }

  const did = (deed: Deed) => {
    for (const follower of followers) follower(deed);
  };

  async function fetchMessages(id = state.channel): Promise<void> {
    await attempt('Loading the messages', async () => {
      const fetched = (await api.messages(id)).filter((message) => !isReply(message));
      state.messages.set(id, merged(fetched, state.messages.get(id) ?? []));
      const unread = channelOf(state, id)?.unread ?? 0;
      const from = firstUnread(fetched, unread, state.desk.me.id);
      if (from && !state.unreadFrom.has(id)) state.unreadFrom.set(id, from);
    });
    if (id === state.channel) state.tell('messages');
  }

  async function markRead(): Promise<void> {
    if (document.hidden || state.tab !== 'messages' || !channelOf(state)?.unread) return;
    const id = state.channel;
    setUnread(state, id, 0);
    state.tell('desk');
    await attempt('Marking as read', () => api.read(id));
  }

  async function openChannel(id: string, tab: Tab = 'messages'): Promise<void> {
    const left = state.channel;
    if (left !== id) {
      state.unreadFrom.delete(left);
      state.thread = undefined;
      state.channel = id;
    }
    state.tab = tab;
    const address = new URL(location.href);
    address.searchParams.set('channel', id);
    history.replaceState(null, '', address);
    state.tell('place', 'desk', 'messages', 'thread');
    if (tab === 'home') await attempt('Opening the Home tab', () => api.home());
    if (tab !== 'messages') return;
    await fetchMessages(id);
    if (id === state.channel) await markRead();
  }

  async function openThread(ts: string | undefined): Promise<void> {
    state.thread = ts;
    state.replies = [];
    state.tell('thread');
    if (!ts) return;
    await attempt('Loading the thread', async () => {
      const replies = await api.messages(state.channel, ts);
      if (state.thread === ts) state.replies = replies;
    });
    state.tell('thread');
  }

  /** What Slack itself says to this one person. */
  function slackbotSays(text: string): void {
    const ts = (nowOf(state).getTime() / 1000).toFixed(6);
    const message: Message = { channel: state.channel, ts, user: slackbot, text, ephemeral: true };
    state.messages.set(state.channel, withMessage(state.messages.get(state.channel) ?? [], message));
    state.tell('messages');
  }

  async function command(text: string): Promise<boolean> {
    const word = text.split(/\s/, 1)[0] ?? text;
    if (!state.desk.commands.some((known) => known.command === word)) {
      slackbotSays(`\`${word.replaceAll('`', '')}\` is not a valid command. Type \`/\` to see the commands that are.`);
      return false;
    }
    did({ kind: 'command', command: word });
    try {
      const answer = await api.command(state.channel, text);
      if (answer?.error) slackbotSays(failed(word, answer.error));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'offline') notify(refusalText(word, error.code));
      else slackbotSays(failed(word, error.code));
      return error.code !== 'offline';
    }
    return true;
  }

  async function upload(channel: string, name: string, file: Blob): Promise<boolean> {
    const ok = await attempt(`Uploading ${name}`, () => api.upload(channel, name, file));
    if (ok) did({ kind: 'uploaded' });
    return ok;
  }

  return {
    api,
    state,
    attempt,
    did,
    onDeed: (follower: (deed: Deed) => void) => followers.push(follower),
    fetchMessages,
    markRead,
    openChannel,
    openThread,
    command,
    upload,
    say: (text: string, thread?: string) => attempt('Sending', () => api.say(state.channel, text, thread)),
    use: (source: Source, action: UsedAction, values: ViewValues) => attempt('That', () => api.action(source, action, values)),
    shortcut: (message: Message, callback: string) => attempt('That', () => api.shortcut(message.channel, message.ts, callback)),
  };
}

/** Slack's own sentence. */
const failed = (command: string, error: string) => `${command} failed with the error "${error.replaceAll('"', "'")}"`;

export function setUnread(state: State, channel: string, unread: number): void {
  state.desk = {
    ...state.desk,
    channels: state.desk.channels.map((known) => (known.id === channel ? { ...known, unread } : known)),
  };
}
