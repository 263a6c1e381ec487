import { z } from 'zod';
import { mayUse } from '../../app/access.ts';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { changeCommand, type Feature, readCommand } from '../../app/feature.ts';
import { isZone, readDays, readHours, readTimes, weekdaySetNames, weekdaySets } from '../../calendar/index.ts';
import type { Reply } from '../../chat/platform.ts';
import { languageCodes, languages } from '../../languages/index.ts';
import { hearModes } from '../people/index.ts';
import { savedCard, settingsForm } from './cards.ts';
import { findSettings, type Settings, saveSettings, saveTeamSettings } from './store.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional();
const count = (most: number) => z.coerce.number().int().min(1).max(most).optional();

const saveInput = z.object({
  language: z.enum(languageCodes),
  morningTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  hears: z.enum(hearModes).optional(),
  digestTimes: z.string().optional(),
  reachOn: z.enum(['last', 'slack', 'teams']).optional(),
  mostPerHour: count(1000),
  workHours: z.string().optional(),
  workDays: z.enum(weekdaySetNames).optional(),
  quietHours: z.string().optional(),
  daysOff: z.string().optional(),
  zone: z.string().optional(),
  ownCountry: country,
  country,
  overdueDays: count(30),
  fullList: count(1000),
});

const said = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);

/** Reads what was typed; a field that cannot be right is named. */
function readSettings(input: z.infer<typeof saveInput>, before: Settings, { now, person }: ChangeContext) {
  const { hearing } = before;
  const parsed = <T>(text: string | undefined, read: (text: string) => T | undefined, field: string): T | undefined => {
    const typed = said(text);
    if (typed === undefined) return undefined;
    const value = read(typed);
    if (value === undefined) throw new UserError('badField', [field], field);
    return value;
  };
  const zone = parsed(input.zone, (text) => (isZone(text) ? text : undefined), 'zone');
  const hours = parsed(input.workHours, readHours, 'workHours') ?? { from: hearing.workFrom, to: hearing.workTo };
  return {
    language: input.language,
    morningTime: input.morningTime,
    hears: input.hears ?? hearing.hears,
    reachOn: input.reachOn === 'last' ? null : input.reachOn,
    digestTimes: parsed(input.digestTimes, readTimes, 'digestTimes') ?? hearing.digestTimes,
    mostPerHour: input.mostPerHour ?? hearing.mostPerHour,
    workFrom: hours.from,
    workTo: hours.to,
    workDays: input.workDays ? weekdaySets[input.workDays] : hearing.workDays,
    quiet: parsed(input.quietHours, readHours, 'quietHours'),
    daysOff:
      parsed(input.daysOff, (text) => readDays(text, { now, zone: person.zone, language: person.language }), 'daysOff') ?? [],
    zone,
    country: input.ownCountry,
  };
}

async function save(context: ChangeContext, input: z.infer<typeof saveInput>): Promise<Reply> {
  const { data, person, now } = context;
  const before = await findSettings(data, person.id);
  if (!before) throw new UserError('nobodyThere', []);
  const own = readSettings(input, before, context);
  await saveTeamSettings(
    data,
    {
      ...(mayUse('manager', person.role) && input.overdueDays ? { overdueDays: input.overdueDays } : {}),
      ...(mayUse('manager', person.role) && input.fullList ? { fullList: input.fullList } : {}),
      ...(mayUse('admin', person.role) ? { country: input.country ?? null } : {}),
    },
    now,
  );
  const hearing = await saveSettings(data, person.id, own, now);
  const words = languages[input.language];
  return { kind: 'say', to: 'person', card: savedCard(hearing ?? before.hearing, words) };
}

/** When and how a person hears of what is due; what holds for the team below it. */
export const settings: Feature = {
  name: 'settings',
  commands: [
    readCommand({
      name: 'settings',
      word: 'settings',
      who: 'rep',
      input: z.unknown(),
      opensForm: () => true,
      async run(context) {
        const found = await findSettings(context.data, context.person.id);
        if (!found) throw new UserError('nobodyThere', []);
        return { kind: 'form', form: settingsForm(found, context.workspace.country, context) };
      },
    }),
    changeCommand({ name: 'settings.save', who: 'rep', input: saveInput, run: save }),
  ],
};
