import { type Preview, problemText, type Unreadable } from '../features/imports/index.ts';
import type { Words } from '../languages/index.ts';

export const unreadableText = ({ unreadable }: Unreadable, { imports }: Words): string =>
  imports.unknown(unreadable.missing.map((group) => group.map((field) => imports.fields[field]).join(' / ')).join(', '));

/** What a file would do, line by line, as a terminal shows it. */
export function previewLines(file: string, preview: Preview, words: Words): readonly string[] {
  const { imports } = words;
  const { customers, purchases, touches, wrong, wrongLines, unknownReps, pooled } = preview;
  return [
    imports.title(file),
    imports.found(imports.formats[preview.format], preview.lines + wrongLines, preview.encoding.toUpperCase()),
    `${imports.columns}: ${preview.columns.map(({ field, headers }) => `${imports.fields[field]} = ${headers.join(', ')}`).join('; ')}`,
    ...(preview.ignored.length > 0 ? [imports.ignored(preview.ignored.join(', '))] : []),
    ...(preview.assumedOrder ? [imports.datesAssumed(imports.dateOrders[preview.assumedOrder])] : []),
    ...(wrongLines > 0 ? [imports.wrong(wrongLines)] : []),
    ...wrong.map(
      ({ line, problems }) => `  ${imports.line(line, problems.map((problem) => problemText(problem, words)).join('; '))}`,
    ),
    ...(wrongLines > wrong.length ? [`  ${imports.wrongMore(wrongLines - wrong.length)}`] : []),
    ...(pooled > 0 ? [imports.pooled(pooled)] : []),
    ...unknownReps.map(({ name, lines }) => imports.whoIs(name, lines)),
    ...(unknownReps.length > 0 ? [imports.untilThen] : []),
    preview.lines === 0 ? imports.nothingValid : imports.plan(customers.fresh, customers.known, purchases, touches),
    ...(customers.filled > 0 ? [imports.filled(customers.filled)] : []),
  ];
}
