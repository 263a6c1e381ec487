import type { PlatformName } from '../../chat/platform.ts';
import type { LanguageCode } from '../../languages/index.ts';
import { dateColumn } from '../../store/dates.ts';
import type { Reads, Tx } from '../../store/index.ts';
import { findHearing, type Hearing, nextMorning, replanTouches } from '../people/index.ts';

export interface Settings {
  readonly hearing: Hearing;
  readonly zoneChosen: boolean;
  readonly ownCountry: string | undefined;
  readonly overdueDays: number;
  readonly fullList: number;
  /** Where the person has accounts, and which of them was chosen for what the bot says by itself. */
  readonly platforms: readonly PlatformName[];
  readonly reachOn: PlatformName | undefined;
}

export async function findSettings(data: Reads, personId: string): Promise<Settings | undefined> {
  const hearing = await findHearing(data, personId);
  const person = await data.db.person.findFirst({ where: { id: personId }, include: { workspace: true, identities: true } });
  if (!hearing || !person) return undefined;
  const { zoneChosen, country, workspace, reachOn, identities } = person;
  const { overdueDays, fullList } = workspace;
  return {
    hearing,
    zoneChosen,
    ownCountry: country ?? undefined,
    overdueDays,
    fullList,
    reachOn: reachOn ?? undefined,
    platforms: (['slack', 'teams'] as const).filter((platform) => identities.some((one) => one.platform === platform)),
  };
}

/** What a person chooses for themselves. */
export interface OwnSettings extends Omit<Hearing, 'zone' | 'country' | 'away'> {
  readonly language: LanguageCode;
  /** Absent: the zone of the chat profile. */
  readonly zone: string | undefined;
  readonly country: string | undefined;
  /** Null: wherever they spoke last. Absent: as before. */
  readonly reachOn?: PlatformName | null | undefined;
}

/** Keeps a person's settings; the morning and the moments of open touches follow from them. */
export async function saveSettings(tx: Tx, personId: string, settings: OwnSettings, now: Date): Promise<Hearing | undefined> {
  const { quiet, daysOff, zone, country, workDays, digestTimes, reachOn, ...own } = settings;
  await tx.db.person.updateMany({
    where: { id: personId },
    data: {
      ...own,
      languageChosen: true,
      workDays: [...workDays],
      digestTimes: [...digestTimes],
      quietFrom: quiet?.from ?? null,
      quietTo: quiet?.to ?? null,
      daysOff: daysOff.map(dateColumn),
      zoneChosen: zone !== undefined,
      ...(zone === undefined ? {} : { zone }),
      country: country ?? null,
      ...(reachOn === undefined ? {} : { reachOn }),
    },
  });
  await replanTouches(tx, { repId: personId });
  return planMorning(tx, personId, now);
}

async function planMorning(tx: Tx, personId: string, now: Date): Promise<Hearing | undefined> {
  const hearing = await findHearing(tx, personId);
  if (hearing)
    await tx.db.person.updateMany({
      where: { id: personId, role: { not: null } },
      data: { nextMorningAt: nextMorning(hearing, now) },
    });
  return hearing;
}

/** What holds for the team. Whose holidays count decides everybody's mornings and moments. */
export async function saveTeamSettings(
  tx: Tx,
  settings: { readonly overdueDays?: number; readonly fullList?: number; readonly country?: string | null },
  now: Date,
): Promise<void> {
  const before = await tx.db.workspace.findFirst();
  await tx.db.workspace.updateMany({ data: settings });
  const otherCountry = settings.country !== undefined && settings.country !== before?.country;
  if (!otherCountry && settings.overdueDays === before?.overdueDays) return;
  await replanTouches(tx, 'everybody');
  if (!otherCountry) return;
  for (const { id } of await tx.db.person.findMany({ where: { role: { not: null } }, select: { id: true } }))
    await planMorning(tx, id, now);
}
