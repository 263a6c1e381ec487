import { z } from 'zod';
import { readRule } from '../../calendar/index.ts';
import { rowSplitter } from '../../files/row-splitter.ts';
import { builtInCadences } from './built-in.ts';
import { type Cadence, type Proposal, planSchema, touchKinds, wordsSchema } from './cadence.ts';
import { readDays, readSilence, writeDays, writeSilence } from './read-days.ts';
import { formInput, placeTouches, readAudience, startedBySchema } from './read-form.ts';

export const fileHead = [
  'key',
  'name',
  'on',
  'start',
  'when',
  'from',
  'kind',
  'product',
  'tiers',
  'countries',
  'pauses',
] as const;
type Column = (typeof fileHead)[number];

export type FileFault = 'start' | 'days' | 'rule' | 'kind' | 'empty' | 'twice' | 'shape';

export interface ReadCadences {
  readonly proposals: readonly Proposal[];
  readonly wrong: readonly { readonly line: number; readonly fault: FileFault }[];
}

const cell = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function whenCell({ start, touches }: Cadence): string {
  if (start.by === 'rule') return start.rule;
  return start.by === 'silence' ? writeSilence(start.days) : writeDays(touches, start.by);
}

/** The cadences as lines of a table, the head first. Talking points stay in the chat. */
export function cadenceLines(cadences: readonly Cadence[]): readonly string[] {
  const row = (cadence: Cadence) => {
    const { key, name, on, start, touches, audience, pauses } = cadence;
    const from = start.by === 'rule' ? start.from : '';
    const { product = '', tiers, countries } = audience;
    const cells = [key, name ?? '', on ? 'on' : 'off', start.by, whenCell(cadence), from, touches[0]?.kind ?? 'call'];
    return [...cells, product, tiers.join(' '), countries.join(' '), pauses ? 'yes' : 'no'].map(cell).join(',');
  };
  return [fileHead.join(','), ...cadences.map(row)];
}

const yes = new Set(['on', 'yes', 'true', '1', '是', '启用', '예', '켜짐', 'o']);

type Read = { readonly proposal: Proposal } | { readonly fault: FileFault };

function readStart(by: Cadence['start']['by'], when: string, from: string): Cadence['start'] | FileFault {
  if (by === 'silence') {
    const days = readSilence(when);
    return days ? { by, days } : 'days';
  }
  if (by !== 'rule') return { by };
  const first = z.iso.date().safeParse(from);
  if (!first.success) return 'days';
  const read = readRule(when, first.data);
  return 'fault' in read ? 'rule' : { by, rule: read.rule, from: first.data };
}

function readRow(row: Readonly<Partial<Record<Column, string>>>, known: ReadonlyMap<string, Cadence>): Read {
  const { key = '', name = '', when = '', from = '', product = '', tiers = '', countries = '' } = row;
  const by = startedBySchema.safeParse(row.start?.toLowerCase());
  if (!by.success) return { fault: 'start' };
  const kind = z.enum(touchKinds).safeParse(row.kind?.toLowerCase() || 'call');
  if (!kind.success) return { fault: 'kind' };
  const before = known.get(key);
  if (!/^[\p{L}\p{N} _-]{1,60}$/u.test(key) || (name === '' && !before?.builtIn)) return { fault: 'shape' };
  const start = readStart(by.data, when, from);
  if (typeof start === 'string') return { fault: start };
  const offsets = ['rule', 'silence', 'holiday'].includes(by.data) ? [{ days: 0, months: 0 }] : readDays(when, by.data);
  if (!offsets) return { fault: 'days' };
  if (offsets.length === 0) return { fault: 'empty' };
  const input = formInput.safeParse({ by: by.data, name, kind: kind.data, product, tiers, countries });
  if (!input.success) return { fault: 'shape' };
  const same = before?.start.by === by.data;
  const keeps = before && same && ['rule', 'silence', 'holiday'].includes(by.data);
  const placed = keeps
    ? { touches: before.touches, words: before.words }
    : placeTouches({ touches: same ? before.touches : [], words: before?.words ?? {} }, offsets, input.data);
  const proposal = {
    key,
    ...(name === '' ? {} : { name }),
    start,
    ...placed,
    audience: readAudience(input.data),
    pauses: yes.has((row.pauses ?? 'yes').trim().toLowerCase()),
    on: yes.has((row.on ?? '').trim().toLowerCase()),
    removed: false,
  };
  return planSchema.safeParse(proposal).success ? { proposal } : { fault: 'shape' };
}

function readTable(text: string, known: ReadonlyMap<string, Cadence>): ReadCadences | undefined {
  const mark = [',', ';', '\t'].find((one) => (text.split('\n', 1)[0] ?? '').split(one).length > 3);
  if (mark === undefined) return undefined;
  const splitter = rowSplitter(mark);
  const [head, ...rows] = [...splitter.push(text), ...splitter.end()];
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (!columns.includes('key') || !columns.includes('start')) return undefined;
  const read = rows
    .filter(({ cells }) => cells.some((one) => one.trim() !== ''))
    .map(({ cells }, at) => {
      const row = Object.fromEntries(fileHead.map((name) => [name, (cells[columns.indexOf(name)] ?? '').trim()]));
      return { line: at + 2, read: guarded(() => readRow(row, known)) };
    });
  return gathered(read);
}

/** What a field refuses is a fault of its line here. */
function guarded(work: () => Read): Read {
  try {
    return work();
  } catch {
    return { fault: 'shape' };
  }
}

function gathered(read: readonly { readonly line: number; readonly read: Read }[]): ReadCadences {
  const proposals = new Map<string, Proposal>();
  const wrong: { line: number; fault: FileFault }[] = [];
  for (const { line, read: one } of read) {
    if ('fault' in one) wrong.push({ line, fault: one.fault });
    else if (proposals.has(one.proposal.key)) wrong.push({ line, fault: 'twice' });
    else proposals.set(one.proposal.key, one.proposal);
  }
  return { proposals: [...proposals.values()], wrong };
}

const jsonCadence = planSchema.extend({ key: z.string().min(1).max(60), on: z.boolean(), words: wordsSchema.default({}) });

function readJson(text: string): ReadCadences | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = z.array(z.unknown()).safeParse(value);
  if (!list.success) return undefined;
  return gathered(
    list.data.map((one, at) => {
      const cadence = jsonCadence.safeParse(one);
      if (!cadence.success) return { line: at + 1, read: { fault: 'shape' as const } };
      const { start } = cadence.data;
      const bad = start.by === 'rule' && 'fault' in readRule(start.rule, start.from);
      return { line: at + 1, read: bad ? { fault: 'rule' as const } : { proposal: { ...cadence.data, removed: false } } };
    }),
  );
}

/** Reads a file of cadences, a table or JSON; undefined where it is neither. */
export function readCadences(text: string, cadences: readonly Cadence[] = builtInCadences): ReadCadences | undefined {
  const clean = text.replace(/^\ufeff/, '').trim();
  return /^[[{]/.test(clean) ? readJson(clean) : readTable(clean, new Map(cadences.map((cadence) => [cadence.key, cadence])));
}

const comparable = ({ key, on, name, start, touches, audience, pauses, words }: Cadence | Proposal) =>
  JSON.stringify([key, on, name, start, touches, audience.product, audience.tiers, audience.countries, pauses, words]);

/** Those of a file that are new or differ from what is set. */
export function changedOnly(proposals: readonly Proposal[], cadences: readonly Cadence[]): readonly Proposal[] {
  const known = new Map(cadences.map((cadence) => [cadence.key, comparable(cadence)]));
  return proposals.filter((proposal) => known.get(proposal.key) !== comparable(proposal));
}
