import type { Moment } from '../calendar/index.ts';
import type { Language } from './grammar.ts';
import type { Slot } from './templates.ts';

export type { Language } from './grammar.ts';

/** What can be wrong with a sentence (playbook: P27, P32, P33). */
export const CATEGORIES = ['refusal', 'vague', 'impatient', 'deflect', 'blame', 'excuse', 'overpromise', 'rude'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Faults of the draft as a whole rather than of one sentence. */
export type StyleFault = 'style';

/** What a good reply has (playbook: P18, P19, P24, P26, P27). */
export const ELEMENTS = ['empathy', 'restate', 'check', 'own', 'action', 'time'] as const;
export type Element = (typeof ELEMENTS)[number];
/** Those that show in a sentence by itself; whether it restates, only the complaint can tell. */
export const HEARD_ELEMENTS = ['empathy', 'check', 'own', 'action', 'time'] as const satisfies readonly Element[];
export type HeardElement = (typeof HEARD_ELEMENTS)[number];

export type RestateLabel = 'faithful' | 'partial' | 'parrot' | 'wrong';

/** A place in a text: UTF-16 code units of the text as it was written, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Range {
  readonly rule: string;
  readonly category: Category | StyleFault;
  /** A hint is shown and does not lower the score. */
  readonly level: 'problem' | 'hint';
  readonly language: Language;
  readonly why: string;
  readonly instead: string;
  /** Playbook row, or whose phrase it is. */
  readonly source: string;
}

export interface SentenceInfo extends Range {
  readonly language: Language | 'other';
  readonly elements: readonly Element[];
}

/** A fact or feeling of the complaint and the sentence of the draft that answers it. */
export interface MirrorPoint extends Range {
  readonly text: string;
  readonly kind: 'fact' | 'feeling' | 'wish';
  readonly status: 'answered' | 'parroted' | 'contradicted' | 'unanswered';
  /** The sentence of the draft that answers, parrots or contradicts it. */
  readonly answer?: Range;
}

export interface Mirror {
  readonly label: RestateLabel | 'none';
  readonly points: readonly MirrorPoint[];
  /** Sympathy that names neither a fact nor a feeling of this customer. */
  readonly hollow: readonly Range[];
}

export interface SlotState {
  readonly slot: Slot;
  readonly state: 'there' | 'missing' | 'contradicts';
}

export interface TemplateCheck {
  readonly template: string;
  readonly slots: readonly SlotState[];
  /** The template filled from the complaint, to paste. What is not known stands in square brackets. */
  readonly filled: string;
}

export interface Suggestion {
  readonly element: Element;
  readonly text: string;
}

/** A dated promise in a draft; offered as one to keep once the reply is sent (playbook: P18, P19). */
export interface DraftPromise extends Range, Moment {
  /** The sentence that promises, as written. */
  readonly text: string;
  /** Where its date words stand. */
  readonly words: Range;
  /** The date lies behind, or could be two: the rep is asked. */
  readonly unsure?: 'past' | 'ambiguous';
}

export interface Review {
  /** Same version and same input, same review. */
  readonly version: string;
  readonly language: Language | 'other';
  readonly findings: readonly Finding[];
  readonly elements: { readonly present: readonly Element[]; readonly missing: readonly Element[] };
  /** 0 to 100. */
  readonly score: number;
  readonly suggestions: readonly Suggestion[];
  readonly sentences: readonly SentenceInfo[];
  readonly mirror?: Mirror;
  readonly template?: TemplateCheck;
  /** Where it was said when and where the draft is written. */
  readonly promises?: readonly DraftPromise[];
}
