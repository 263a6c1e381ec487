import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Action, Args, Card, Element, Form, Line } from '../../chat/card.ts';
import { codeOf } from '../../languages/index.ts';
import { type ListQuery, listArgs, packList, pageSize } from './list-query.ts';
import { presets } from './snooze.ts';
import type { TouchPage } from './store.ts';
import type { Touch } from './touch.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type StepWords = { readonly title: string; readonly points: readonly string[] };

type Named = Pick<Touch, 'step' | 'said' | 'about'>;

/** The team's own words, in the reader's language if it has those; else ours. */
export function stepWords({ step, said }: Pick<Named, 'step' | 'said'>, { words }: Pick<Look, 'words'>): StepWords {
  const steps: Readonly<Record<string, StepWords | undefined>> = words.steps;
  const own = said && (said[codeOf(words)] ?? said.en ?? said.ko ?? said.zh);
  return own ?? steps[step] ?? { title: words.steps.followup.title, points: [] };
}

/** The step's name as people say it; one-off follow-ups are called by what they are about. */
export function touchTitle(touch: Named, look: Pick<Look, 'words'>): string {
  return touch.about ?? stepWords(touch, look).title;
}

/** What to ask and say: the team's own points, or the playbook's. */
export function talkingPoints(touch: Named, look: Pick<Look, 'words'>): readonly string[] {
  return stepWords(touch, look).points;
}

/** The day, and the hour where one was named, in the reader's zone. */
export function touchWhen(touch: Pick<Touch, 'dueOn' | 'dueAt'>, { person, now }: Pick<Look, 'person' | 'now'>): string {
  return formatWhen(touch.dueAt ?? touch.dueOn, { zone: person.zone, now, language: person.language });
}

/** What can be done with a touch where it is shown. `list` says which list to draw again afterwards. */
export function touchActions(touch: Touch, look: Pick<Look, 'words'>, list?: string): readonly Action[] {
  const { words } = look;
  const args: Args = { touchId: touch.id, ...(list === undefined ? {} : { list }) };
  return [
    { kind: 'button', label: words.log.button, command: 'log.form', args, opensForm: true },
    touch.kind === 'promise'
      ? { kind: 'button', label: words.promises.move, command: 'promise.move.form', args, opensForm: true }
      : {
          kind: 'menu',
          label: words.snooze.button,
          command: 'snooze',
          name: 'until',
          args,
          choices: presets.map((value) => ({ label: words.snooze.presets[value], value })),
        },
    { kind: 'button', label: words.handover.reassign, command: 'reassign.form', args: { touchId: touch.id }, opensForm: true },
    { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: touch.customer.id } },
  ];
}

function detail(touch: Touch, look: Look, showRep: boolean): Line {
  const { words, today } = look;
  const overdue = touch.dueOn < today;
  const parts = [
    overdue ? words.followups.since(touchWhen(touch, look)) : touchWhen(touch, look),
    touch.product,
    touch.customer.company,
    touch.customer.phone,
    touch.attempts > 0 ? words.followups.attempts(touch.attempts) : undefined,
    touch.snoozes > 0 ? words.followups.snoozed(touch.snoozes) : undefined,
    showRep ? touch.repName : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

export function touchItem(
  touch: Touch,
  look: Look,
  options: { readonly list?: string; readonly showRep?: boolean } = {},
): Element {
  return {
    kind: 'item',
    line: [{ bold: touch.customer.name }, ` · ${touchTitle(touch, look)}`],
    detail: detail(touch, look, options.showRep ?? false),
    actions: touchActions(touch, look, options.list),
  };
}

/** On the customer's own card: what is planned, without saying again who it is. */
export function plannedItem(touch: Touch, look: Look): Element {
  const { words, today } = look;
  const when = touchWhen(touch, look);
  return {
    kind: 'item',
    line: [{ bold: touchTitle(touch, look) }, ` · ${touch.dueOn < today ? words.followups.since(when) : when}`],
    detail: [
      touch.product,
      touch.pooledAt ? words.handover.was(touch.repName) : touch.repName,
      touch.pausedAt ? words.changes.waits : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    actions: [{ kind: 'button', label: words.log.button, command: 'log.form', args: { touchId: touch.id }, opensForm: true }],
  };
}

function grouped(touches: readonly Touch[], query: ListQuery, look: Look): Element[] {
  const { words, today } = look;
  const list = packList(query);
  const showRep = query.team || query.customerId !== undefined;
  let group = '';
  return touches.flatMap((touch) => {
    const here =
      touch.dueOn < today ? words.followups.overdue : touch.dueOn === today ? words.followups.today : words.followups.later;
    const head: Element[] = here === group ? [] : [{ kind: 'text', line: [{ bold: here }] }];
    group = here;
    return [...head, touchItem(touch, look, { list, showRep })];
  });
}

function pager(query: ListQuery, total: number, look: Look): Element[] {
  const { words } = look;
  const last = Math.ceil(total / pageSize) - 1;
  const to = (page: number, label: string): Action => ({
    kind: 'button',
    label,
    command: 'followups',
    args: listArgs({ ...query, page }),
  });
  const actions = [
    ...(query.page > 0 ? [to(query.page - 1, words.common.back)] : []),
    ...(query.page < last ? [to(query.page + 1, words.common.next)] : []),
  ];
  if (actions.length === 0) return [];
  return [
    { kind: 'note', line: words.followups.page(query.page + 1, last + 1, total) },
    { kind: 'actions', actions },
  ];
}

function listTitle(page: TouchPage, query: ListQuery, { words }: Look): string {
  if (query.customerId !== undefined) return words.followups.ofCustomer(page.total, page.touches[0]?.customer.name ?? '');
  return words.followups.title[query.span](page.total, page.overdue);
}

/** The list. `notice` stands above it: what was just done. */
export function listCard(
  page: TouchPage,
  query: ListQuery,
  look: Look,
  notice: readonly Element[] = [],
  title = listTitle(page, query, look),
): Card {
  return {
    text: title,
    elements: [
      { kind: 'heading', text: title },
      ...notice,
      ...grouped(page.touches, query, look),
      ...pager(query, page.total, look),
    ],
  };
}

/** Nothing due is good news, and the next thing to do. */
export function emptyCard(text: string, next: Touch | undefined, look: Look, notice: readonly Element[] = []): Card {
  const { words } = look;
  const coming: Element[] = next
    ? [
        {
          kind: 'text',
          line: [
            words.followups.comingNext,
            ' ',
            { bold: next.customer.name },
            ` · ${touchTitle(next, look)} · ${touchWhen(next, look)}`,
          ],
        },
      ]
    : [{ kind: 'text', line: words.followups.teach }];
  return {
    text,
    elements: [
      ...notice,
      { kind: 'text', line: text },
      ...coming,
      {
        kind: 'actions',
        actions: [
          ...(next
            ? [{ kind: 'button' as const, label: words.followups.week, command: 'followups', args: { span: 'week' } }]
            : []),
          { kind: 'button', label: words.sale.button, command: 'sale.form', opensForm: true },
        ],
      },
    ],
  };
}

/** A button of an old message: what became of it, and the way on. */
export function closedCard(touch: Touch, look: Look): Card {
  const { words, person, now } = look;
  const when = touch.closedAt ? formatWhen(touch.closedAt, { zone: person.zone, now, language: person.language }) : '';
  const text = words.followups.closed(touch.customer.name, touchTitle(touch, look), when);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.followups.show, command: 'followups' },
          { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: touch.customer.id } },
        ],
      },
    ],
  };
}

export function snoozeForm(touch: Touch, list: string | undefined, look: Look): Form {
  const { words, today } = look;
  return {
    title: words.snooze.title,
    submit: words.snooze.button,
    cancel: words.common.cancel,
    command: 'snooze',
    args: { touchId: touch.id, ...(list === undefined ? {} : { list }) },
    intro: [{ kind: 'text', line: [{ bold: touch.customer.name }, ` · ${touchTitle(touch, look)}`] }],
    fields: [
      { kind: 'date', name: 'on', label: words.snooze.day, value: today },
      { kind: 'time', name: 'time', label: words.snooze.time, optional: true, hint: words.snooze.timeHint },
    ],
  };
}
