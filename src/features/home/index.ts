import { z } from 'zod';
import { mayUse } from '../../app/access.ts';
import type { ReadContext } from '../../app/context.ts';
import { changeCommand, type Feature, readCommand } from '../../app/feature.ts';
import { languageCodes, languages } from '../../languages/index.ts';
import { listQuery, listTouches } from '../followups/index.ts';
import { helpCard, homeCard, settingsForm } from './cards.ts';
import { morningTimeOf, saveCountry, saveSettings } from './store.ts';

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

/** Help, the home tab, and a person's own settings. */
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
    readCommand({
      name: 'settings',
      word: 'settings',
      who: 'rep',
      input: z.unknown(),
      opensForm: () => true,
      run: async (context) => ({
        kind: 'form',
        form: settingsForm(await morningTimeOf(context.data, context.person.id), context.workspace.country, context),
      }),
    }),
    changeCommand({
      name: 'settings.save',
      who: 'rep',
      input: z.object({
        language: z.enum(languageCodes),
        morningTime: z.string().regex(/^\d{2}:\d{2}$/),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      }),
      async run({ data, person, now }, { country, ...settings }) {
        await saveSettings(data, person, settings, now);
        if (mayUse('admin', person.role)) await saveCountry(data, country);
        const text = languages[settings.language].settings.saved(settings.morningTime);
        return { kind: 'say', to: 'person', card: { text, elements: [{ kind: 'text', line: text }] } };
      },
    }),
  ],
};
