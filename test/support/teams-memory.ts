import type { Seen, Sighting } from '../../src/chat/sighting.ts';
import type { TeamsOptions } from '../../src/platforms/teams/transport.ts';

/** Where people are, kept until it is cleared. */
export function teamsMemory(seen = new Map<string, Seen>()): TeamsOptions['memory'] & { clear(): void } {
  const greeted = new Set<string>();
  const invited = new Set<string>();
  const once = (done: Set<string>, person: string) => !done.has(person) && done.add(person) !== undefined;
  const lost = ({ conversation: _lost, ...rest }: Sighting, removed: boolean): Seen => ({ ...rest, removed });
  return {
    clear() {
      for (const kept of [seen, greeted, invited]) kept.clear();
    },
    see: async ({ at: _at, ...sighting }) => {
      const before = seen.get(sighting.person);
      const removed = sighting.conversation === undefined && before?.removed === true;
      seen.set(sighting.person, { ...before, ...sighting, removed });
    },
    find: async (_team, person) => seen.get(person),
    service: async () => [...seen.values()][0]?.serviceUrl,
    lose: async (_team, person) => {
      const known = seen.get(person);
      if (known) seen.set(person, lost(known, known.removed));
    },
    remove: async ({ at: _at, ...sighting }) => {
      seen.set(sighting.person, lost(sighting, true));
      greeted.delete(sighting.person);
    },
    greet: async (_team, person) => once(greeted, person),
    invite: async (_team, person) => once(invited, person),
  };
}
