import type { Clock } from '../../protocol.ts';
import type { CardJson, Choice, Dialog, Executed, Post, TeamsDesk, TeamsEvent } from '../../teams/protocol.ts';
import { ask } from '../api.ts';
import type { ClockMove } from '../clock-bar.ts';

/** Where something is used: a post, or the compose box of a place. */
export interface Spot {
  readonly place: string;
  readonly post?: string;
}

export type TeamsApi = ReturnType<typeof createTeamsApi>;

const root = '/playground/teams/api/';

/** Everything the Teams page asks of its server, as the cast member `as`. Each call throws `Refusal`. */
export function createTeamsApi(as: string) {
  const query = (more: Record<string, string>) => new URLSearchParams({ as, ...more }).toString();
  const post = <T>(path: string, body: object) => ask<T>(root, path, { method: 'POST', body: JSON.stringify({ as, ...body }) });
  return {
    desk: () => ask<TeamsDesk>(root, `desk?${query({})}`),
    posts: (place: string) => ask<Post[]>(root, `posts?${query({ place })}`),
    say: (place: string, text: string, answered?: string) =>
      post<unknown>('say', { place, text, ...(answered === undefined ? {} : { root: answered }) }),
    upload: (place: string, name: string, file: Blob) =>
      ask<unknown>(root, `upload?${query({ place, name })}`, { method: 'POST', body: file }),
    execute: (spot: Spot, verb: string, data: CardJson) => post<Executed>('execute', { ...spot, verb, data }),
    fetchTask: (spot: Spot, data: CardJson) => post<Dialog>('fetch', { ...spot, data }),
    submitTask: (spot: Spot, data: CardJson) => post<Dialog>('submit', { ...spot, data }),
    fetchExtension: (spot: Spot, command: string) => post<Dialog>('extension', { ...spot, command }),
    submitExtension: (spot: Spot, command: string, data: CardJson) =>
      post<Dialog>('extension-submit', { ...spot, command, data }),
    search: (place: string, dataset: string, typed: string) => post<Choice[]>('search', { place, dataset, query: typed }),
    read: (place: string) => post<unknown>('read', { place }),
    open: () => post<unknown>('open', {}),
    moveClock: (move: ClockMove) =>
      ask<Clock>('/playground/api/', 'clock', { method: 'POST', body: JSON.stringify({ as, ...move }) }),
    eventsAddress: `${root}events?${query({})}`,
  };
}

/** The server is our own and of the same version, so its events are taken as the contract has them. */
export function parseTeamsEvent(data: string): TeamsEvent {
  return JSON.parse(data);
}
