import { dateIn } from '../../calendar/index.ts';
import { FIELDS } from '../../files/field.ts';
import type { Mapping } from '../../files/map-table.ts';
import { recordKeys } from '../../files/record-key.ts';
import type { Reads } from '../../store/index.ts';
import { type Cadence, listCadences } from '../cadences/index.ts';
import { dayKey, findKnown } from './bulk.ts';
import { gain, type ImportRow, importRow } from './import-row.ts';
import { touchPlanner } from './plan-touches.ts';
import type { Preview, Unreadable } from './preview.ts';
import { type Batch, type ImportOptions, type OpenSource, readBatches, surveyFile } from './read-file.ts';
import { loadReps, loadUnnamed, type Reps, repKey, type Unnamed } from './reps.ts';

/** As many wrong lines as a message can show and a person will read; the rest is counted. */
const shownLines = 8;
const keptReps = 200;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function described(mapping: Mapping): Pick<Preview, 'format' | 'columns' | 'ignored' | 'assumedOrder'> {
  const { dateOrder, header } = mapping;
  const guessed = dateOrder?.basis === 'assumed' || dateOrder?.basis === 'contradicted';
  return {
    format: mapping.format,
    columns: FIELDS.flatMap((field) => {
      const columns = mapping.columns[field];
      return columns ? [{ field, headers: columns.map((column) => header[column] ?? '') }] : [];
    }),
    ignored: mapping.ignored.map((column) => header[column] ?? '').filter((name) => name !== ''),
    ...(guessed ? { assumedOrder: dateOrder.order } : {}),
  };
}

/** Counts, batch by batch, what a file would do. */
function counting(data: Reads, options: ImportOptions, reps: Reps, unnamed: Unnamed, cadences: readonly Cadence[]) {
  const plan = touchPlanner(cadences, dateIn(options.zone, options.now));
  const fresh = new Set<string>();
  const known = new Set<string>();
  const filled = new Set<string>();
  const days = new Set<string>();
  const unknown = new Map<string, { name: string; lines: number }>();
  const wrong = new Map<number, Mutable<Preview['wrong'][number]>>();
  const total = { lines: 0, purchases: 0, touches: 0, wrongLines: 0, lastWrong: 0, pooled: 0 };

  const noteRep = (written: string | undefined) => {
    if (written === undefined || reps.has(repKey(written))) return;
    const seen = unknown.get(repKey(written));
    if (seen) seen.lines++;
    else unknown.set(repKey(written), { name: written.trim(), lines: 1 });
  };

  const noteProblems = (problems: Batch['problems']) => {
    for (const { line, problem } of problems) {
      if (line !== total.lastWrong) total.wrongLines++;
      total.lastWrong = line;
      const shown = wrong.get(line);
      if (shown) shown.problems.push(problem);
      else if (wrong.size < shownLines) wrong.set(line, { line, problems: [problem] });
    }
  };

  return {
    async add(rows: readonly ImportRow[], problems: Batch['problems']) {
      noteProblems(problems);
      total.lines += rows.length;
      const there = await findKnown(data, rows);
      for (const { customer, purchase, rep } of rows) {
        const { identityKey, fields } = customer;
        const found = there.customers.get(identityKey);
        const isNew = purchase !== undefined && !there.purchases.has(purchase.key);
        noteRep(rep);
        // A purchase that is here belongs to a customer that is here, whose file was edited since.
        if (found || (purchase && !isNew)) known.add(identityKey);
        else fresh.add(identityKey);
        if (found && gain(found, customer)) filled.add(identityKey);
        if (!isNew) continue;
        total.purchases++;
        const owner = found?.ownerId;
        if (rep === undefined && unnamed.pools && !(owner && unnamed.members.has(owner))) total.pooled++;
        const day = dayKey(found?.id ?? identityKey, purchase.boughtOn);
        if (found?.doNotContact) continue;
        const first = !there.days.has(day) && !days.has(day);
        days.add(day);
        const { boughtOn } = purchase;
        const buyer = {
          country: found?.fields.country ?? fields.country ?? options.country,
          tier: found?.fields.tier ?? fields.tier,
        };
        total.touches += plan({ boughtOn, product: purchase.product || options.purchaseWord, first }, buyer).length;
      }
    },
    result: (): Omit<Preview, 'format' | 'columns' | 'ignored' | 'encoding'> => ({
      lines: total.lines,
      customers: { fresh: fresh.size, known: [...known].filter((key) => !fresh.has(key)).length, filled: filled.size },
      purchases: total.purchases,
      touches: total.touches,
      wrongLines: total.wrongLines,
      wrong: [...wrong.values()],
      pooled: total.pooled,
      unknownReps: [...unknown.values()].sort((a, b) => b.lines - a.lines).slice(0, keptReps),
    }),
  };
}

/** Reads a file to its end and tells what importing it would do. Changes nothing. */
export async function previewImport(data: Reads, open: OpenSource, options: ImportOptions): Promise<Preview | Unreadable> {
  const surveyed = await surveyFile(open, options);
  if ('unreadable' in surveyed) return surveyed;
  const { mapping, encoding } = surveyed;
  const keyOf = recordKeys(mapping.format, options.country);
  const unnamed = await loadUnnamed(data, options.personId);
  const count = counting(data, options, await loadReps(data), unnamed, await listCadences(data));
  for await (const { records, problems } of readBatches(open, mapping, options)) {
    await count.add(
      records.map((record) => importRow(record, keyOf(record), mapping.format)),
      problems,
    );
  }
  return { ...described(mapping), encoding, ...count.result() };
}
