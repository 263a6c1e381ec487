import { formatWhen } from '../../calendar/index.ts';
import type { Action, Card, Element } from '../../chat/card.ts';
import { stepWords } from '../followups/index.ts';
import { type Cadence, type StartedBy, startSchema } from './cadence.ts';
import type { FileFault } from './cadence-file.ts';
import type { Asked } from './change-cadence.ts';
import { countEffects, type Effect } from './change-effects.ts';
import { audienceLine, cadenceName, type Look, startLine } from './say-cadence.ts';
import type { Change } from './store.ts';

const perPage = 8;
/** Touches that a change would move or drop, named so that somebody sees what it means. */
const named = 5;

const startedBy: readonly StartedBy[] = startSchema.options.map(({ shape }) => shape.by.value);

const day = (on: string, { person, now }: Look) =>
  formatWhen(on, { zone: person.zone, now, language: person.language, style: 'date' });
const manages = ({ person }: Look) => person.role !== 'rep';

function cadenceItem(cadence: Cadence, open: number, look: Look): Element {
  const { cadences } = look.words;
  const who = audienceLine(cadence.audience, look);
  return {
    kind: 'item',
    line: [{ bold: cadenceName(cadence, look) }, ` · ${cadence.on ? cadences.on : cadences.off}`],
    detail: [startLine(cadence, look), who, open > 0 || cadence.on ? cadences.open(open) : undefined].filter(Boolean).join(' · '),
    actions: [{ kind: 'button', label: cadences.buttons.show, command: 'cadences.show', args: { key: cadence.key } }],
  };
}

function addElements({ words: { cadences } }: Look): readonly Element[] {
  const button = (by: StartedBy): Action => ({
    kind: 'button',
    label: cadences.shortStarts[by],
    command: 'cadences.form',
    args: { by },
    opensForm: true,
  });
  const own = startedBy.filter((by) => by !== 'holiday');
  return [
    { kind: 'text', line: cadences.addLead },
    { kind: 'actions', actions: own.slice(0, 3).map(button) },
    { kind: 'actions', actions: own.slice(3).map(button) },
  ];
}

/** All cadences, on and off, and how many open touches come from each. */
export function cadencesCard(
  cadences: readonly Cadence[],
  open: ReadonlyMap<string, number>,
  page: number,
  look: Look,
  notice?: string,
): Card {
  const { words } = look;
  const last = Math.max(0, Math.ceil(cadences.length / perPage) - 1);
  const at = Math.min(page, last);
  const to = (next: number, label: string): Action => ({
    kind: 'button',
    label,
    command: 'cadences',
    args: { page: String(next) },
  });
  const turn = [
    ...(at > 0 ? [to(at - 1, words.common.back)] : []),
    ...(at < last ? [to(at + 1, words.common.next)] : []),
    ...(manages(look) ? [{ kind: 'button' as const, label: words.cadences.buttons.export, command: 'cadences.export' }] : []),
  ];
  return {
    text: notice ?? words.cadences.title,
    elements: [
      { kind: 'heading', text: words.cadences.title },
      { kind: 'text', line: notice ?? words.cadences.about },
      ...cadences
        .slice(at * perPage, (at + 1) * perPage)
        .map((cadence) => cadenceItem(cadence, open.get(cadence.key) ?? 0, look)),
      ...(turn.length > 0 ? [{ kind: 'actions' as const, actions: turn }] : []),
      ...(manages(look) && at === last ? addElements(look) : []),
    ],
  };
}

function touchItems(cadence: Cadence, look: Look): readonly Element[] {
  const { cadences } = look.words;
  return cadence.touches.map((touch) => {
    const said = stepWords({ step: touch.step, said: cadence.words[touch.step] }, look);
    const args = { key: cadence.key, step: touch.step };
    const buttons: readonly Action[] = [
      { kind: 'button', label: cadences.buttons.touch, command: 'cadences.touch', args, opensForm: true },
      ...(cadence.touches.length > 1
        ? [{ kind: 'button' as const, label: cadences.buttons.dropTouch, command: 'cadences.touch.drop', args }]
        : []),
    ];
    return {
      kind: 'item',
      line: [{ bold: said.title }, ` · ${cadences.kinds[touch.kind]} · ${cadences.closedDays[touch.onClosedDay]}`],
      detail: said.points.join(' '),
      actions: manages(look) ? buttons : [],
    };
  });
}

function changedLines(changes: readonly Change[], look: Look): readonly Element[] {
  const { cadences } = look.words;
  if (changes.length === 0) return [];
  const line = (change: Change) =>
    cadences.historyLine(
      change.by,
      formatWhen(change.at, { zone: look.person.zone, now: look.now, language: look.person.language }),
      [startLine(change.proposal, look), cadences.result(change.kept, change.moved, change.dropped)].join('. '),
    );
  return [
    { kind: 'text', line: [{ bold: cadences.history }] },
    { kind: 'list', items: changes.map(line) },
  ];
}

/** One cadence: what it does, for whom, and what a manager can change. */
export function cadenceCard(cadence: Cadence, open: number, changes: readonly Change[], look: Look, notice?: string): Card {
  const { cadences } = look.words;
  const { key, on, pauses, audience, builtIn } = cadence;
  const args = { key };
  const facts = [
    { label: cadences.facts.start, value: startLine(cadence, look) },
    { label: cadences.facts.who, value: audienceLine(audience, look) ?? cadences.everybody },
    { label: cadences.facts.complaint, value: pauses ? cadences.pauses : cadences.goesOn },
    { label: cadences.facts.touches, value: cadences.open(open) },
  ];
  const actions: Action[] = manages(look)
    ? [
        {
          kind: 'button',
          label: on ? cadences.buttons.off : cadences.buttons.on,
          command: 'cadences.switch',
          args: { ...args, on: String(!on) },
          ...(on ? {} : { style: 'primary' as const }),
        },
        { kind: 'button', label: cadences.buttons.edit, command: 'cadences.form', args, opensForm: true },
        ...(builtIn ? [] : [{ kind: 'button' as const, label: cadences.buttons.remove, command: 'cadences.remove', args }]),
      ]
    : [];
  const title = cadenceName(cadence, look);
  return {
    text: notice ?? `${title} · ${on ? cadences.on : cadences.off}`,
    elements: [
      ...(notice === undefined ? [] : [{ kind: 'text' as const, line: notice }]),
      { kind: 'heading', text: `${title} · ${on ? cadences.on : cadences.off}` },
      { kind: 'facts', facts },
      ...touchItems(cadence, look),
      ...changedLines(changes, look),
      { kind: 'actions', actions: [...actions, { kind: 'button', label: cadences.buttons.list, command: 'cadences' }] },
    ],
  };
}

function effectLines(effects: readonly Effect[], look: Look): readonly string[] {
  const { cadences } = look.words;
  return effects.flatMap(({ touch, fate }) => {
    if (fate.kind === 'keep') return [];
    const { title } = stepWords(touch, look);
    const on = day(touch.dueOn, look);
    return fate.kind === 'move'
      ? [cadences.movesTo(touch.customer, title, on, day(fate.to, look))]
      : [cadences.falls(touch.customer, title, on)];
  });
}

/** What changes would do to what is planned already, and the question what shall be done. */
export function askCard(asked: readonly Asked[], look: Look, lead?: string): Card {
  const { cadences } = look.words;
  const effects = asked.flatMap((one) => one.effects);
  const { kept, moved, dropped } = countEffects(effects);
  const ends = asked.every(({ proposal }) => !proposal.on || proposal.removed);
  const text = ends ? cadences.effectOff(effects.length) : cadences.effect(kept, moved, dropped);
  const lines = effectLines(effects, look);
  const args = { changes: asked.map(({ id }) => id).join(',') };
  const button = (answer: 'keep' | 'move' | 'drop', more: { readonly style?: 'primary' | 'danger' } = {}): Action => ({
    kind: 'button',
    label: cadences.answers[answer],
    command: 'cadences.answer',
    args: { ...args, answer },
    ...more,
  });
  return {
    text: `${text} ${cadences.ask}`,
    elements: [
      ...(lead === undefined ? [] : [{ kind: 'text' as const, line: lead }]),
      { kind: 'text', line: [{ bold: asked.map(({ proposal }) => cadenceName(proposal, look)).join(', ') }] },
      { kind: 'text', line: text },
      ...(lines.length > 0 ? [{ kind: 'list' as const, items: lines.slice(0, named) }] : []),
      ...(lines.length > named ? [{ kind: 'note' as const, line: cadences.more(lines.length - named) }] : []),
      { kind: 'text', line: cadences.ask },
      {
        kind: 'actions',
        actions: [
          button('keep'),
          ...(ends ? [] : [button('move', { style: 'primary' })]),
          button('drop', { style: 'danger' }),
          { kind: 'button', label: cadences.answers.cancel, command: 'cadences.cancel', args },
        ],
      },
    ],
  };
}

/** What a file would change, and which of its lines cannot be read. */
export function fileCard(
  asked: readonly Asked[],
  wrong: readonly { readonly line: number; readonly fault: FileFault }[],
  file: string,
  look: Look,
): Card {
  const { file: words } = look.words.cadences;
  const lines = wrong.slice(0, perPage).map(({ line, fault }) => words.wrong(line, words.problems[fault]));
  const faults: Element[] = lines.length > 0 ? [{ kind: 'list', items: lines }] : [];
  const text = words.found(file, asked.length);
  if (asked.length === 0) return { text, elements: [{ kind: 'text', line: text }, ...faults] };
  const card = askCard(asked, look, text);
  return { text: `${text} ${card.text}`, elements: [...card.elements.slice(0, 1), ...faults, ...card.elements.slice(1)] };
}
