import type { CardJson, Dialog, Post } from '../../teams/protocol.ts';
import { Refusal } from '../api.ts';
import { notify, refusalText } from '../notices.ts';
import type { Spot, TeamsApi } from './api.ts';
import { placeOf, setUnread, type TeamsState, type TeamsTab } from './state.ts';

/** Something the person brought about, told to whoever follows along (the tour). */
export type TeamsDeed =
  | { readonly kind: 'uploaded' }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'pressed'; readonly label: string }
  | { readonly kind: 'extension' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'heard'; readonly post: Post };

/** How an open dialog is sent. */
export type Submit = (data: CardJson) => Promise<Dialog>;

export interface Dialogs {
  /** What the bot answered to something that opens a dialog; `submit` sends it. */
  readonly show: (dialog: Dialog, submit: Submit) => void;
  /** Says at once that something is being opened. */
  readonly waiting: () => void;
}

export type TeamsPage = ReturnType<typeof createTeamsPage>;

/** What the person can do on the Teams page, over what the page knows. */
export function createTeamsPage(api: TeamsApi, state: TeamsState, dialogs: Dialogs) {
  const followers: ((deed: TeamsDeed) => void)[] = [];

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

  const did = (deed: TeamsDeed) => {
    for (const follower of followers) follower(deed);
  };

  async function fetchPosts(place = state.place): Promise<void> {
    await attempt('Loading the messages', async () => {
      const posts = await api.posts(place);
      state.posts.set(place, posts);
      const unread = placeOf(state, place)?.unread ?? 0;
      const others = posts.filter(({ from }) => from !== state.desk.me.id);
      const first = unread > 0 ? others.at(-Math.min(unread, others.length)) : undefined;
      if (first && !state.unreadFrom.has(place)) state.unreadFrom.set(place, first.id);
    });
    if (place === state.place) state.tell('messages');
  }

  async function markRead(): Promise<void> {
    if (document.hidden || state.tab !== 'chat' || !placeOf(state)?.unread) return;
    const { place } = state;
    setUnread(state, place, 0);
    state.tell('desk');
    await attempt('Marking as read', () => api.read(place));
  }

  async function open(place: string, tab: TeamsTab = 'chat'): Promise<void> {
    if (state.place !== place) {
      state.unreadFrom.delete(state.place);
      state.answered = undefined;
      state.place = place;
    }
    state.tab = tab;
    const address = new URL(location.href);
    address.searchParams.set('place', place);
    history.replaceState(null, '', address);
    state.tell('place', 'desk', 'messages', 'reply');
    if (tab !== 'chat') return;
    await fetchPosts(place);
    if (place === state.place) await markRead();
  }

  async function upload(place: string, name: string, file: Blob): Promise<boolean> {
    const ok = await attempt(`Uploading ${name}`, () => api.upload(place, name, file));
    if (ok) did({ kind: 'uploaded' });
    return ok;
  }

  async function say(text: string): Promise<boolean> {
    const ok = await attempt('Sending', () => api.say(state.place, text, state.answered));
    if (ok) did({ kind: 'said', text });
    return ok;
  }

  async function openDialog(task: () => Promise<Dialog>, submit: Submit): Promise<void> {
    dialogs.waiting();
    let dialog: Dialog = { kind: 'failed' };
    await attempt('Opening', async () => {
      dialog = await task();
    });
    dialogs.show(dialog, submit);
  }

  return {
    api,
    state,
    attempt,
    did,
    onDeed: (follower: (deed: TeamsDeed) => void) => followers.push(follower),
    fetchPosts,
    markRead,
    open,
    upload,
    say,
    /** A card's button that opens a form. */
    openTask: (spot: Spot, data: CardJson) =>
      openDialog(
        () => api.fetchTask(spot, data),
        (filled) => api.submitTask(spot, filled),
      ),
    /** An app's action, from the menu of a message or from the compose box. */
    openExtension(spot: Spot, command: string) {
      did({ kind: 'extension' });
      return openDialog(
        () => api.fetchExtension(spot, command),
        (filled) => api.submitExtension(spot, command, filled),
      );
    },
  };
}
