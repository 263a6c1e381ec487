import type { Person } from '../../app/people.ts';
import { nextAt } from '../../calendar/index.ts';
import type { LanguageCode } from '../../languages/index.ts';
import type { Reads, Tx } from '../../store/index.ts';

export async function morningTimeOf(data: Reads, personId: string): Promise<string> {
  const row = await data.db.person.findFirst({ where: { id: personId }, select: { morningTime: true } });
  return row?.morningTime ?? '08:30';
}

export async function saveSettings(
  tx: Tx,
  person: Person,
  settings: { readonly language: LanguageCode; readonly morningTime: string },
  now: Date,
): Promise<void> {
  await tx.db.person.updateMany({
    where: { id: person.id },
    data: { ...settings, languageChosen: true, nextMorningAt: nextAt(person.zone, settings.morningTime, now) },
  });
}

/** Whose holidays count for customers of unknown country; absent: weekends only. */
export async function saveCountry(tx: Tx, country: string | undefined): Promise<void> {
  await tx.db.workspace.updateMany({ data: { country: country ?? null } });
}
