import type { CastPerson } from '../cast.ts';
import type { Cloud } from './cloud.ts';
import { Refusal } from './refusal.ts';
import type { Conversation } from './workspace.ts';

export function personAt(cloud: Cloud, id: string): CastPerson {
  const person = cloud.workspace.people.get(id);
  if (!person) throw new Refusal('user_not_found', 404);
  return person;
}

/** A conversation this person is in. */
export function conversationOf(cloud: Cloud, person: string, id: string): Conversation {
  const conversation = cloud.workspace.conversations.get(id);
  if (!conversation?.members.includes(person)) throw new Refusal('channel_not_found', 404);
  return conversation;
}
