import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { type Feature, readCommand } from '../../app/feature.ts';
import { listQuery, listTouches } from '../followups/index.ts';
import { helpCard, homeCard } from './cards.ts';

async function dueCount({ data, person, today }: ReadContext): Promise<number> {
  if (person.role === undefined) return 0;
  return (await listTouches(data, listQuery.parse({}), person.id, today)).total;
}

const help = (unknown: boolean) =>
  readCommand({
    name: unknown ? 'help.unknown' : 'help',
    ...(unknown ? {} : { word: 'help' as const }),
    who: 'anyone',
    input: z.unknown(),
    run: async (context) => ({ kind: 'say', card: helpCard(await dueCount(context), context, unknown), to: 'person' }),
  });

/** Help and the home tab. */
export const home: Feature = {
  name: 'home',
  commands: [
    help(false),
    help(true),
    readCommand({
      name: 'home',
      who: 'rep',
      input: z.unknown(),
      run: async (context) => ({ kind: 'home', card: homeCard(await context.homeSections(), await dueCount(context), context) }),
    }),
  ],
};
