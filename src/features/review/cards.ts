import type { Action, Card, Element, Form, Line } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { MirrorPoint, Range, Review } from '../../coach/review.ts';
import { languageCodes, languages, type Words } from '../../languages/index.ts';
import { markedDraft } from './mark-draft.ts';
import { type Promised, promiseElements } from './offer-promises.ts';
import { oneLine } from './one-line.ts';
import { carriedArgs, formMost, type ReviewRequest } from './request.ts';
import type { Group, Verdict } from './verdict.ts';

/** What a card says of a reply. */
export interface Reviewed {
  readonly request: ReviewRequest;
  readonly hash: string;
  readonly review: Review;
  readonly verdict: Verdict;
  readonly promises: readonly Promised[];
  /** A language model can be asked too. */
  readonly advised: boolean;
  readonly suggestion: string | undefined;
}

/** A reply and the customer's words that leave less room than this get shorter lists: a message has 12,000 characters. */
const roomy = 3_000;
const lists = { long: { findings: 3, points: 3, missing: 200 }, short: { findings: 3, points: 2, missing: 120 } };

export function verdictText({ answer, problems, missing }: Verdict, { review }: Words): string {
  if (answer === 'no') return review.verdict.no(problems);
  if (answer === 'nearly') return review.verdict.nearly(missing.length);
  return review.verdict[answer];
}

const cut = (draft: string, { start, end }: Range) => draft.slice(start, end);

function findingElement({ finding, count }: Group, { request, hash }: Reviewed, words: Words): Element {
  const { review } = words;
  const kind = [
    review.categories[finding.category],
    ...(finding.level === 'hint' ? [review.hint] : []),
    ...(finding.source === 'team' ? [review.ofTeam] : []),
    ...(count > 1 ? [review.times(count)] : []),
  ].join(', ');
  return {
    kind: 'item',
    line: [{ bold: kind }, ` “${oneLine(cut(request.draft, finding), 110)}”`],
    detail: [oneLine(finding.why, 240), '\n', { bold: review.label(review.better) }, oneLine(finding.instead, 240)],
    actions: [
      {
        kind: 'button',
        label: review.notHere,
        command: 'review.dispute',
        args: { ...carriedArgs(request), rule: finding.rule, hash },
        brings: 'quotes',
      },
    ],
  };
}

const order: readonly MirrorPoint['status'][] = ['unanswered', 'contradicted', 'parroted', 'answered'];

/** Each fact, feeling and wish of theirs: what is open in one line, the others beside the sentence that answers them. */
function mirrorElements({ request, review: { mirror } }: Reviewed, most: number, { review }: Words): Element[] {
  if (!mirror || mirror.points.length === 0) return [];
  const ofStatus = (status: MirrorPoint['status']) => mirror.points.filter((point) => point.status === status);
  const items = order.flatMap((status): Line[] => {
    const points = ofStatus(status);
    const label = { bold: review.label(review.points[status]) };
    const more = points.length > most ? [` ${review.more(points.length - most)}`] : [];
    const first = points.slice(0, most);
    if (points.length === 0) return [];
    if (status === 'unanswered') return [[label, first.map(({ text }) => `“${oneLine(text, 90)}”`).join(' · '), ...more]];
    return first.map(({ text, answer }, at) => [
      label,
      `“${oneLine(text, 90)}”`,
      ...(answer ? [` → “${oneLine(cut(request.draft, answer), 90)}”`] : []),
      ...(at === first.length - 1 ? more : []),
    ]);
  });
  return [
    { kind: 'text', line: [{ bold: review.mirror }] },
    { kind: 'list', items },
    ...mirror.hollow
      .slice(0, 2)
      .map((range) => ({ kind: 'note' as const, line: review.hollow(oneLine(cut(request.draft, range), 90)) })),
  ];
}

const slotStates = ['missing', 'contradicts', 'there'] as const;

/** How the reply says the problem back, part by part of the team's template (playbook: P24). */
function templateElements({ review: { template } }: Reviewed, { review, templates }: Words): Element[] {
  if (!template) return [];
  const lines = slotStates.flatMap((state): Line[] => {
    const slots = template.slots.filter((one) => one.state === state).map(({ slot }) => templates.slots[slot]);
    return slots.length === 0 ? [] : [[{ bold: review.label(review.slots[state]) }, slots.join(' · ')]];
  });
  return [
    { kind: 'text', line: [{ bold: review.template }] },
    { kind: 'list', items: lines },
  ];
}

function buttons({ request, suggestion, advised, review: { language } }: Reviewed, whole: boolean, { review }: Words): Element[] {
  const args = carriedArgs(request);
  const actions: Action[] = [
    ...(suggestion === undefined
      ? []
      : [{ kind: 'button' as const, label: review.use, command: 'review.use', args, brings: 'quotes' as const }]),
    {
      kind: 'button',
      label: review.edit,
      command: 'review.edit',
      args,
      opensForm: true,
      brings: 'quotes',
    },
    ...(advised && language !== 'other'
      ? [
          {
            kind: 'button' as const,
            label: review.secondOpinion,
            command: 'review.advise',
            args,
            opensForm: true,
            brings: 'quotes' as const,
          },
        ]
      : []),
  ];
  return whole ? [{ kind: 'actions', actions }] : [{ kind: 'note', line: review.tooLongToShow }];
}

/** Can I send this? First the answer, then the worst; the reply and the customer's words stand whole at the end, for the buttons. */
export function reviewCard(reviewed: Reviewed, words: Words): Card {
  const { review } = words;
  const { request, verdict } = reviewed;
  const { draft, complaint = '' } = request;
  const whole = draft.length <= formMost && complaint.length <= formMost;
  const most = whole && draft.length + complaint.length > roomy ? lists.short : lists.long;
  const text = verdictText(verdict, words);
  const shown = verdict.groups.slice(0, most.findings);
  const rest = verdict.groups.length - shown.length;
  const fine = verdict.answer === 'yes';
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...(fine ? [{ kind: 'text' as const, line: review.complete }] : []),
      ...shown.map((group) => findingElement(group, reviewed, words)),
      ...(rest > 0 ? [{ kind: 'note' as const, line: review.more(rest) }] : []),
      ...(verdict.disputed.length > 0 ? [disputedElement(verdict, words)] : []),
      ...(verdict.answer === 'no' ? buttons(reviewed, whole, words) : []),
      ...(verdict.missing.length > 0 && verdict.answer !== 'unread' ? missingElements(verdict, most.missing, words) : []),
      ...(verdict.answer === 'no' ? [] : buttons(reviewed, whole, words)),
      ...promiseElements(reviewed.promises, request.customerId, words),
      ...mirrorElements(reviewed, most.points, words),
      ...templateElements(reviewed, words),
      ...(whole
        ? [
            { kind: 'text' as const, line: [{ bold: verdict.groups.length > 0 ? review.draftMarked : review.draft }] },
            { kind: 'quote' as const, text: markedDraft(draft, verdict.groups.length > 0 ? openFindings(reviewed) : []) },
            ...(complaint === ''
              ? []
              : [
                  { kind: 'text' as const, line: [{ bold: review.complaint }] },
                  { kind: 'quote' as const, text: complaint },
                ]),
          ]
        : []),
      ...(complaint === '' && verdict.answer !== 'unread' ? [{ kind: 'note' as const, line: review.askComplaint }] : []),
      { kind: 'note', line: review.privacy },
    ],
  };
}

const openFindings = ({ review, verdict }: Reviewed) => {
  const disputed = new Set(verdict.disputed.map(({ finding }) => finding.rule));
  return review.findings.filter(({ rule }) => !disputed.has(rule));
};

function disputedElement({ disputed }: Verdict, { review }: Words): Element {
  return { kind: 'note', line: review.disputed(disputed.map(({ finding }) => review.categories[finding.category]).join(', ')) };
}

function missingElements({ missing }: Verdict, most: number, { review }: Words): Element[] {
  return [
    { kind: 'text', line: [{ bold: review.missing }] },
    {
      kind: 'list',
      items: missing.map(({ element, text }): Line => [{ bold: review.label(review.elements[element]) }, oneLine(text, most)]),
    },
  ];
}

/** A reply to copy, and the way to have that one checked. */
export function suggestionCard(suggestion: string, request: ReviewRequest, words: Words): Card {
  const { review, chat } = words;
  const complaint = request.complaint ?? '';
  const fits = suggestion.length <= formMost && complaint.length <= formMost;
  return {
    text: review.suggestion,
    elements: [
      { kind: 'text', line: [{ bold: review.suggestion }] },
      { kind: 'quote', text: clipText(suggestion, formMost, chat.shortened) },
      { kind: 'note', line: review.brackets },
      ...(fits
        ? [
            {
              kind: 'actions' as const,
              actions: [
                {
                  kind: 'button' as const,
                  label: review.edit,
                  command: 'review.edit',
                  args: carriedArgs(request),
                  opensForm: true,
                  brings: 'quotes' as const,
                },
              ],
            },
            ...(complaint === ''
              ? []
              : [
                  { kind: 'note' as const, line: review.complaint },
                  { kind: 'quote' as const, text: complaint },
                ]),
          ]
        : []),
    ],
  };
}

export type Draft = Partial<ReviewRequest> & {
  readonly customerName?: string | undefined;
  readonly complaintTitle?: string | undefined;
  readonly intro?: readonly Element[];
};

export function reviewForm(filled: Draft, words: Words): Form {
  const { draft, complaint, language, customerId, customerName, complaintId, complaintTitle, intro = [] } = filled;
  const { review, customers, common } = words;
  return {
    title: review.title,
    submit: review.submit,
    cancel: common.cancel,
    command: 'review',
    intro,
    fields: [
      {
        kind: 'text',
        name: 'draft',
        label: review.draft,
        hint: review.draftHint(formMost),
        value: draft,
        multiline: true,
        max: formMost,
      },
      {
        kind: 'text',
        name: 'complaint',
        label: review.complaint,
        hint: review.complaintHint,
        value: complaint,
        multiline: true,
        max: formMost,
        optional: true,
      },
      {
        kind: 'search',
        name: 'complaintId',
        label: review.recorded,
        source: 'complaint.suggest',
        hint: review.recordedHint,
        ...(complaintId && complaintTitle ? { value: { value: complaintId, label: complaintTitle } } : {}),
        optional: true,
      },
      {
        kind: 'search',
        name: 'customerId',
        label: customers.one,
        source: 'customer.suggest',
        hint: review.customerHint,
        placeholder: customers.findHint,
        ...(customerId && customerName ? { value: { value: customerId, label: customerName } } : {}),
        optional: true,
      },
      {
        kind: 'choice',
        name: 'language',
        label: review.language,
        hint: review.languageHint,
        value: language,
        choices: languageCodes.map((value) => ({ value, label: languages[value].name })),
        optional: true,
      },
    ],
  };
}
