import { z } from 'zod';
import type { NewId } from '../../app/ids.ts';
import type { Reads, Tx } from '../../store/index.ts';
import { type NewPhrase, newPhrase, type Phrase, phraseKey } from './phrase.ts';

interface PhraseRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly language: string | null;
  readonly category: string | null;
  readonly why: string;
  readonly instead: string;
}

function parsePhrase({ id, language, category, ...row }: PhraseRow): Phrase {
  return { id, ...newPhrase.parse({ ...row, language: language ?? undefined, category: category ?? undefined }) };
}

const inOrder = [{ createdAt: 'desc' }, { id: 'desc' }] as const;

/** A team's phrases, the newest first. */
export async function listPhrases(data: Reads, page?: { readonly from: number; readonly take: number }) {
  const rows = await data.db.phrase.findMany({
    orderBy: [...inOrder],
    ...(page ? { skip: page.from, take: page.take } : {}),
  });
  return rows.map(parsePhrase);
}

export const countPhrases = (data: Reads): Promise<number> => data.db.phrase.count();

export async function findPhrase(data: Reads, id: string): Promise<Phrase | undefined> {
  const row = await data.db.phrase.findFirst({ where: { id } });
  return row ? parsePhrase(row) : undefined;
}

export async function findPhraseByText(data: Reads, text: string): Promise<Phrase | undefined> {
  const keys = (['literal', 'frame'] as const).map((kind) => phraseKey({ kind, text }));
  const row = await data.db.phrase.findFirst({ where: { key: { in: keys } } });
  return row ? parsePhrase(row) : undefined;
}

/** Which of these are there already. */
export async function knownKeys(data: Reads, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await data.db.phrase.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** Gives how many were not there before. */
export async function addPhrases(tx: Tx, phrases: readonly NewPhrase[], newId: NewId, now: Date): Promise<number> {
  const { workspaceId } = tx;
  const { count } = await tx.db.phrase.createMany({
    data: phrases.map((phrase) => ({
      workspaceId,
      id: newId(),
      kind: phrase.kind,
      text: phrase.text,
      key: phraseKey(phrase),
      language: phrase.kind === 'frame' ? phrase.language : null,
      category: phrase.kind === 'allowed' ? null : phrase.category,
      why: phrase.why,
      instead: phrase.kind === 'allowed' ? '' : phrase.instead,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
  return count;
}

export async function removePhrase(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.phrase.deleteMany({ where: { id } });
  return count > 0;
}

/** Every copy opens the team's coach anew after this. */
export async function renewCoach(tx: Tx, newId: NewId): Promise<void> {
  await tx.db.workspace.updateMany({ data: { coachVersion: newId() } });
}

export async function coachVersion(data: Reads): Promise<string> {
  const row = await data.db.workspace.findFirst({ select: { coachVersion: true } });
  return row?.coachVersion ?? '';
}

/** Rules that are only hints in this team. */
export async function demotedRules(data: Reads): Promise<readonly string[]> {
  const rows = await data.db.coachRule.findMany({
    where: { demotedAt: { not: null } },
    select: { rule: true },
    orderBy: { rule: 'asc' },
  });
  return rows.map(({ rule }) => rule);
}

export async function keepTrial(tx: Tx, id: string, personId: string, phrases: readonly NewPhrase[], now: Date): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.phraseTrial.create({ data: { workspaceId, id, personId, phrases: [...phrases], createdAt: now } });
}

/** Takes what was tried out of waiting; undefined where that was done before. */
export async function takeTrial(tx: Tx, id: string): Promise<readonly NewPhrase[] | undefined> {
  const row = await tx.db.phraseTrial.findFirst({ where: { id } });
  if (!row) return undefined;
  const { count } = await tx.db.phraseTrial.deleteMany({ where: { id } });
  return count > 0 ? z.array(newPhrase).parse(row.phrases) : undefined;
}
