import type { Card, Choice, Element } from '../../chat/card.ts';
import { textCard } from '../../chat/text-card.ts';
import type { Problem } from '../../files/problem.ts';
import type { Words } from '../../languages/index.ts';
import { bringsSomething, type Preview, type Unreadable } from './preview.ts';
import type { FileImport } from './store.ts';

/** Names asked about in one message; answered ones make room for the next. */
const askedAtOnce = 5;
/** A shop's export has sixty columns that nobody needs. */
const shownIgnored = 12;

export function problemText(problem: Problem, { imports }: Words): string {
  const { problems, faults, fields } = imports;
  switch (problem.code) {
    case 'missing':
      return problems.missing(fields[problem.field]);
    case 'too-many-cells':
      return problems['too-many-cells'](problem.cells, problem.expected);
    case 'unclosed-quote':
    case 'endless-line':
      return problems[problem.code]();
    case 'orphan-line':
      return problems['orphan-line'](problem.value);
    default:
      return problems.cell(problem.column, problem.value, faults[problem.code]);
  }
}

export function unreadableCard({ unreadable }: Unreadable, { imports }: Words): Card {
  return textCard(
    imports.unknown(unreadable.missing.map((group) => group.map((field) => imports.fields[field]).join(' / ')).join(', ')),
  );
}

/** Below the buttons: for whoever wants to see how the file was read. */
function columnElements({ columns, ignored }: Preview, { imports }: Words): Element[] {
  const named = ignored.slice(0, shownIgnored).join(', ');
  return [
    { kind: 'text', line: [{ bold: imports.columns }] },
    { kind: 'facts', facts: columns.map(({ field, headers }) => ({ label: imports.fields[field], value: headers.join(', ') })) },
    ...(ignored.length > 0
      ? [{ kind: 'note' as const, line: imports.ignored(ignored.length > shownIgnored ? `${named}, …` : named) }]
      : []),
  ];
}

function planText({ lines, customers, purchases, touches }: Preview, { imports }: Words): string {
  if (lines === 0) return imports.nothingValid;
  return imports.plan(customers.fresh, customers.known, purchases, touches);
}

function wrongElements({ wrongLines, wrong }: Preview, words: Words): Element[] {
  const { imports } = words;
  if (wrongLines === 0) return [];
  const rest = wrongLines - wrong.length;
  return [
    { kind: 'text', line: [{ bold: imports.wrong(wrongLines) }] },
    {
      kind: 'list',
      items: wrong.map(({ line, problems }) =>
        imports.line(line, problems.map((problem) => problemText(problem, words)).join('; ')),
      ),
    },
    ...(rest > 0 ? [{ kind: 'note' as const, line: imports.wrongMore(rest) }] : []),
  ];
}

export interface Team {
  /** People a name may mean. */
  readonly people: readonly Choice[];
  /** Names that have been answered since the file was read. */
  isKnown(name: string): boolean;
}

function repElements({ id, preview }: Pick<FileImport, 'id' | 'preview'>, team: Team, { imports }: Words): Element[] {
  const open = (preview?.unknownReps ?? []).map((rep, at) => ({ ...rep, at })).filter(({ name }) => !team.isKnown(name));
  if (open.length === 0) return [];
  const choices = [...team.people, { label: imports.nobody, value: 'none' }];
  const more = open.length - askedAtOnce;
  return [
    ...open.slice(0, askedAtOnce).map(
      ({ name, lines, at }): Element => ({
        kind: 'item',
        line: imports.whoIs(name, lines),
        // The name itself may be longer than a menu can carry.
        actions: [
          {
            kind: 'menu',
            label: imports.chooseRep,
            command: 'import.rep',
            name: 'personId',
            args: { importId: id, rep: String(at) },
            choices,
          },
        ],
      }),
    ),
    { kind: 'note', line: more > 0 ? `${imports.repsMore(more)} ${imports.untilThen}` : imports.untilThen },
  ];
}

/** What a file will do, and the questions it leaves. */
export function previewCard(
  { id, fileName }: Pick<FileImport, 'id' | 'fileName'>,
  preview: Preview,
  team: Team,
  words: Words,
): Card {
  const { imports } = words;
  const { format, lines, assumedOrder } = preview;
  const title = imports.title(fileName);
  const useful = bringsSomething(preview);
  const plan = lines > 0 && !useful ? imports.nothingNew : planText(preview, words);
  const args = { importId: id };
  return {
    text: `${title} ${plan}`,
    elements: [
      { kind: 'heading', text: title },
      { kind: 'note', line: imports.found(imports.formats[format], lines + preview.wrongLines, preview.encoding.toUpperCase()) },
      { kind: 'text', line: [{ bold: plan }] },
      ...(preview.customers.filled > 0 ? [{ kind: 'note' as const, line: imports.filled(preview.customers.filled) }] : []),
      ...(assumedOrder ? [{ kind: 'text' as const, line: imports.datesAssumed(imports.dateOrders[assumedOrder]) }] : []),
      ...(preview.pooled > 0 ? [{ kind: 'note' as const, line: imports.pooled(preview.pooled) }] : []),
      ...wrongElements(preview, words),
      ...(useful ? repElements({ id, preview }, team, words) : []),
      ...(useful
        ? [
            {
              kind: 'actions' as const,
              actions: [
                {
                  kind: 'button' as const,
                  label: imports.go(lines),
                  command: 'import.run',
                  args,
                  style: 'primary' as const,
                },
                { kind: 'button' as const, label: imports.drop, command: 'import.drop', args },
              ],
            },
          ]
        : []),
      ...columnElements(preview, words),
    ],
  };
}

export function doneCard({ fileName, outcome }: Pick<FileImport, 'fileName' | 'outcome'>, words: Words): Card {
  const { customers, purchases, touches } = outcome ?? { customers: { fresh: 0, filled: 0 }, purchases: 0, touches: 0 };
  const card = textCard(words.imports.done(fileName, customers.fresh, purchases, touches));
  return {
    ...card,
    elements: [
      ...card.elements,
      ...(customers.filled > 0 ? [{ kind: 'note' as const, line: words.imports.filled(customers.filled) }] : []),
      { kind: 'actions', actions: [{ kind: 'button', label: words.followups.show, command: 'followups' }] },
    ],
  };
}

export function failedCard(
  { id, fileName, reference }: Pick<FileImport, 'id' | 'fileName' | 'reference'>,
  { imports }: Words,
): Card {
  return textCard(imports.failed(fileName, reference ?? ''), [
    { kind: 'button', label: imports.again, command: 'import.run', args: { importId: id } },
  ]);
}

/** What can be said of an import that is past being asked about. */
export function stateCard(file: FileImport, words: Words): Card {
  const { imports } = words;
  switch (file.state) {
    case 'received':
    case 'asked':
      return textCard(imports.reading(file.fileName));
    case 'running':
      return textCard(imports.started(file.fileName));
    case 'done':
      return doneCard(file, words);
    case 'failed':
      return failedCard(file, words);
    case 'dropped':
      return textCard(imports.dropped(file.fileName));
  }
}
