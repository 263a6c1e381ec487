import type { Card, Line } from '../../chat/card.ts';
import { spansOf, spanText } from '../../chat/clip-text.ts';
import { type ChatWords, PlatformError } from '../../chat/platform.ts';
import type { Connector, TeamsMemory } from './calls.ts';
import { renderMessage } from './render.ts';
import type { Voice } from './speak.ts';

/** Asks somebody to add the bot for themselves, in words that tell nothing else. */
export function inviteCard(line: Line, words: ChatWords, installUrl: string | undefined): Card {
  const add = installUrl === undefined ? [] : [{ kind: 'link' as const, label: words.addMe, url: installUrl }];
  return {
    text: spansOf(line).map(spanText).join(''),
    elements: [
      { kind: 'text', line },
      { kind: 'actions', actions: add },
    ],
  };
}

interface Options {
  readonly voice: Voice;
  readonly connector: Connector;
  readonly memory: TeamsMemory;
  readonly installUrl: string | undefined;
}

/**
 * Something private waits for somebody who was seen in a channel only: there they are asked to add the bot, now and then. Who
 * removed it is left alone.
 */
export async function inviteInPlace(
  { voice, connector, memory, installUrl }: Options,
  team: string,
  person: string,
  words: ChatWords,
): Promise<void> {
  const seen = await memory.find(team, person);
  if (!seen || seen.removed || seen.conversation !== undefined || !(await memory.invite(team, person))) return;
  try {
    const { name } = await connector.member(seen.serviceUrl, seen.place, seen.user);
    const line: Line = [{ mention: person, name }, ' ', words.addMeToReach];
    const card = { ...inviteCard(line, words, installUrl), text: words.addMeToReach };
    await voice.toPlace(team, seen.place, renderMessage(card, words));
  } catch (error) {
    // The place may be gone as well. What could not be said is told to the admin by whoever wanted to say it.
    if (!(error instanceof PlatformError)) throw error;
  }
}
