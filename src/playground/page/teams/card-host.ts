import type { Choice, Post } from '../../teams/protocol.ts';
import type { CardHost } from './card.ts';
import type { TeamsPage } from './page.ts';
import type { TeamsState } from './state.ts';

/** Whom a mention in a card means: the directory's id, or already a name. */
export function nameIn({ desk }: TeamsState, id: string): string {
  const member = desk.cast.find((person) => person.id === desk.accounts[id]);
  return member?.name ?? (/^[0-9a-f-]{36}$|^\d\d:/.test(id) ? 'Somebody' : id);
}

/** A card that stands in a post. */
export function cardHost(page: TeamsPage, { place, id }: Post): CardHost {
  const spot = { place, post: id };
  return {
    nameOf: (who) => nameIn(page.state, who),
    search: (dataset, typed): Promise<readonly Choice[]> => page.api.search(place, dataset, typed),
    async press({ label, data, verb }) {
      page.did({ kind: 'pressed', label });
      if (verb === undefined) {
        await page.openTask(spot, data);
        return undefined;
      }
      const answer = await page.api.execute(spot, verb, data);
      if (answer.kind === 'failed') return 'Something went wrong. Please try again.';
      return answer.kind === 'message' ? answer.text : undefined;
    },
  };
}
