import { Refusal } from '../slack/refusal.ts';
import type { TeamsCloud } from './cloud.ts';
import { deskPost } from './posts.ts';
import type { Place, Post, TeamsDesk } from './protocol.ts';
import { accountOf, type Room } from './room.ts';
import { type Account, botUser } from './tenant.ts';

export function accountAt(cloud: TeamsCloud, id: string): Account {
  const account = accountOf(cloud.tenant, id);
  if (!account) throw new Refusal('user_not_found', 404);
  return account;
}

/** A place this person is in. */
export function roomOf(cloud: TeamsCloud, person: string, id: string): Room {
  const room = cloud.rooms.get(id);
  if (!room?.members.includes(person)) throw new Refusal('place_not_found', 404);
  return room;
}

/** All that the page needs to draw itself for a person. */
export function deskOf(cloud: TeamsCloud, as: string): TeamsDesk {
  const { tenant, manifest } = cloud;
  return {
    organisation: tenant.name,
    team: tenant.team.name,
    me: accountAt(cloud, as).person,
    cast: tenant.accounts.map(({ person }) => person),
    bot: { id: botUser(tenant), name: tenant.app.name },
    places: [...cloud.rooms.values()].filter(({ members }) => members.includes(as)).map((room) => placeOf(room, as)),
    commands: manifest.commands.map(({ command, description, usage }) => ({
      title: command.replace(/^\//, ''),
      description,
      usage,
    })),
    extensions: manifest.shortcuts.map(({ callback, name }) => ({ command: callback, title: name })),
    accounts: Object.fromEntries(tenant.accounts.map(({ directory, person }) => [directory, person.id])),
    clock: cloud.clock(),
  };
}

function placeOf({ id, kind, name, topic, bot, unread }: Room, as: string): Place {
  return { id, kind, name, ...(topic === '' ? {} : { topic }), unread: unread.get(as) ?? 0, bot };
}

/** More would only slow the page down. */
const SHOWN = 500;

export function deskPosts(cloud: TeamsCloud, as: string, place: string): Post[] {
  const room = roomOf(cloud, as, place);
  return room.posts.slice(-SHOWN).map((post) => deskPost(room, post, as));
}
