import { z } from 'zod';
import type { NewId } from '../../app/ids.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { mostPhrases, type NewPhrase, newPhrase, type Phrase, phraseKey } from './phrase.ts';

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

/** A team's phrases, the newest first. */
export async function listPhrases(data: Reads, page?: { readonly from: number; readonly take: number }) {
  const rows = await data.rows<PhraseRow>`
    SELECT "id", "kind"::text AS "kind", "text", "language"::text AS "language", "category", "why", "instead" FROM "Phrase"
    WHERE "workspaceId" = ${WORKSPACE} ORDER BY "createdAt" DESC, "id" DESC
    LIMIT ${page?.take ?? mostPhrases} OFFSET ${page?.from ?? 0}`;
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
  const rows = await data.rows<{ key: string }>`
    SELECT "key" FROM "Phrase" WHERE "workspaceId" = ${WORKSPACE} AND "key" = ANY(${keys}::text[])`;
  return new Set(rows.map(({ key }) => key));
}

/** Gives how many were not there before. One statement: the client takes a millisecond for each row of its own. */
export function addPhrases(tx: Tx, phrases: readonly NewPhrase[], newId: NewId, now: Date): Promise<number> {
  const column = (of: (phrase: NewPhrase) => string | null) => phrases.map(of);
  return tx.execute`
    INSERT INTO "Phrase" ("workspaceId", "id", "kind", "text", "key", "language", "category", "why", "instead", "createdAt")
    SELECT ${WORKSPACE}, p.id, p.kind::"PhraseKind", p.text, p.key, p.language::"Language", p.category, p.why, p.instead, ${now}
    FROM unnest(
      ${column(() => newId())}::uuid[], ${column(({ kind }) => kind)}::text[], ${column(({ text }) => text)}::text[],
      ${column(phraseKey)}::text[], ${column((phrase) => (phrase.kind === 'frame' ? phrase.language : null))}::text[],
      ${column((phrase) => (phrase.kind === 'allowed' ? null : phrase.category))}::text[], ${column(({ why }) => why)}::text[],
      ${column((phrase) => (phrase.kind === 'allowed' ? '' : phrase.instead))}::text[]
    ) AS p(id, kind, text, key, language, category, why, instead)
    ON CONFLICT DO NOTHING`;
}

export async function removePhrase(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.phrase.deleteMany({ where: { id } });
  return count > 0;
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
