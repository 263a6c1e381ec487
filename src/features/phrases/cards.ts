import type { Card, Element, Form } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import { CATEGORIES } from '../../coach/review.ts';
import { languageCodes, languages, type Words } from '../../languages/index.ts';
import type { Phrase } from './phrase.ts';
import type { Fault, Refused } from './read-phrases.ts';
import type { Trial } from './try-phrases.ts';

export const perPage = 12;
/** Lines and examples named in one message. */
const shown = 8;

const short = (text: string, words: Words) => clipText(text, 160, words.chat.shortened);

function phraseItem(phrase: Phrase, words: Words): Element {
  const { phrases, review } = words;
  const label = phrase.kind === 'allowed' ? phrases.allowed : review.categories[phrase.category];
  const better = phrase.kind === 'allowed' ? '' : `\n${review.label(review.better)}${short(phrase.instead, words)}`;
  return {
    kind: 'item',
    line: [{ bold: `“${short(phrase.text, words)}”` }, ` · ${label}`],
    detail: `${short(phrase.why, words)}${better}`,
    actions: [{ kind: 'button', label: phrases.remove, command: 'phrases.remove', args: { phraseId: phrase.id } }],
  };
}

export interface Page {
  readonly phrases: readonly Phrase[];
  readonly total: number;
  readonly page: number;
}

export function phrasesCard({ phrases: list, total, page }: Page, words: Words, done?: string): Card {
  const { phrases, common } = words;
  const title = phrases.title(total);
  const turn = (to: number, label: string) =>
    to >= 0 && to * perPage < total ? [{ kind: 'button' as const, label, command: 'phrases', args: { page: String(to) } }] : [];
  return {
    text: done ?? title,
    elements: [
      ...(done === undefined ? [] : [{ kind: 'text' as const, line: done }]),
      { kind: 'heading', text: title },
      ...(total === 0 ? [{ kind: 'text' as const, line: phrases.none }] : list.map((phrase) => phraseItem(phrase, words))),
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: phrases.add, command: 'phrases.form', opensForm: true, style: 'primary' },
          ...turn(page - 1, common.back),
          ...turn(page + 1, common.next),
        ],
      },
      { kind: 'note', line: phrases.usage },
    ],
  };
}

export function faultText(fault: Fault, { phrases: { reasons } }: Words): string {
  switch (fault.why) {
    case 'short':
    case 'category':
      return reasons[fault.why](fault.text);
    case 'long':
    case 'full':
    case 'frames':
      return reasons[fault.why](fault.most);
    case 'twice':
      return reasons.twice(fault.line);
    case 'frame':
      return reasons.frame(fault.problem);
    default:
      return reasons[fault.why]();
  }
}

function refusedElements(refused: readonly Refused[], words: Words): Element[] {
  const { phrases, review } = words;
  if (refused.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: phrases.refused(refused.length) }] },
    { kind: 'list', items: refused.slice(0, shown).map(({ line, fault }) => phrases.line(line, faultText(fault, words))) },
    ...(refused.length > shown ? [{ kind: 'note' as const, line: review.more(refused.length - shown) }] : []),
  ];
}

function triedElements({ tried, alarms, covers }: Trial, words: Words): Element[] {
  const { phrases } = words;
  const calm = alarms.length === 0;
  return [
    { kind: 'text', line: calm ? phrases.calm(tried) : phrases.alarms(alarms.length, tried) },
    ...(calm
      ? []
      : [
          {
            kind: 'list' as const,
            items: alarms.slice(0, 4).map(({ phrase, sentence }) => phrases.alarm(short(phrase, words), short(sentence, words))),
          },
        ]),
    ...(covers > 0 ? [{ kind: 'note' as const, line: phrases.covers(covers) }] : []),
  ];
}

/** What switching on would do, and the choice. */
export function trialCard(trial: Trial, trialId: string | undefined, words: Words): Card {
  const { phrases } = words;
  const count = trial.phrases.length;
  const text = count === 0 ? phrases.trialNone : phrases.trial(count);
  const args = trialId === undefined ? undefined : { trialId };
  return {
    text: trial.refused.length > 0 ? `${text} ${phrases.refused(trial.refused.length)}` : text,
    elements: [
      { kind: 'text', line: [{ bold: text }] },
      ...(count > 0 && count <= shown
        ? [{ kind: 'list' as const, items: trial.phrases.map((phrase) => `“${short(phrase.text, words)}”`) }]
        : []),
      ...(count > 0 ? triedElements(trial, words) : []),
      ...refusedElements(trial.refused, words),
      ...(args
        ? [
            {
              kind: 'actions' as const,
              actions: [
                { kind: 'button' as const, label: phrases.on, command: 'phrases.on', args, style: 'primary' as const },
                { kind: 'button' as const, label: phrases.drop, command: 'phrases.drop', args },
              ],
            },
          ]
        : [{ kind: 'note' as const, line: phrases.usage }]),
    ],
  };
}

export function phraseForm(words: Words): Form {
  const { phrases, review, common } = words;
  return {
    title: phrases.add,
    submit: common.next,
    cancel: common.cancel,
    command: 'phrases.try',
    fields: [
      { kind: 'text', name: 'text', label: phrases.text, hint: phrases.textHint, max: 300, optional: true },
      {
        kind: 'choice',
        name: 'category',
        label: phrases.category,
        value: 'refusal',
        choices: [
          ...CATEGORIES.map((value) => ({ value: value as string, label: review.categories[value] })),
          { value: 'allow', label: phrases.allow },
        ],
        optional: true,
      },
      { kind: 'text', name: 'why', label: phrases.why, hint: phrases.whyHint, max: 500, optional: true },
      { kind: 'text', name: 'instead', label: phrases.instead, max: 500, optional: true },
      {
        kind: 'choice',
        name: 'how',
        label: phrases.kind,
        value: 'literal',
        choices: [
          { value: 'literal', label: phrases.kinds.literal },
          { value: 'frame', label: phrases.kinds.frame },
        ],
        optional: true,
      },
      {
        kind: 'choice',
        name: 'language',
        label: phrases.language,
        choices: languageCodes.map((value) => ({ value, label: languages[value].name })),
        optional: true,
      },
      {
        kind: 'text',
        name: 'lines',
        label: phrases.lines,
        hint: phrases.linesHint,
        multiline: true,
        max: 3000,
        optional: true,
      },
    ],
  };
}
