import type { Due } from '../promises/index.ts';

/** Why people complain (playbook: P28). */
export const complaintKinds = ['product', 'venting', 'showing', 'leaning'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

export const severities = ['small', 'normal', 'urgent'] as const;
export type Severity = (typeof severities)[number];

/** What is to be done next (playbook: P21; the first step is done when it is recorded). */
export const complaintSteps = ['analyse', 'solve', 'ask', 'review', 'closed'] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

export const complaintCauses = [
  'product',
  'delivery',
  'fitting',
  'service',
  'promise',
  'information',
  'billing',
  'use',
  'other',
] as const;
export type ComplaintCause = (typeof complaintCauses)[number];

export type ComplaintEvent =
  | 'opened'
  | 'corrected'
  | 'analysed'
  | 'proposed'
  | 'promised'
  | 'solved'
  | 'reopened'
  | 'offered'
  | 'taken'
  | 'declined'
  | 'reviewed';

/** Longer letters come as a file for the customer's folder, not into a chat. In UTF-16 code units. */
export const mostWords = 20_000;
/** Everything else that is typed about a complaint. */
export const mostNote = 1_000;

export interface Complaint {
  readonly id: string;
  readonly number: number;
  readonly customer: { readonly id: string; readonly name: string; readonly phone: string | undefined };
  readonly rep: { readonly id: string; readonly name: string };
  /** The customer's, verbatim. */
  readonly words: string;
  readonly wanted: string | undefined;
  readonly product: string | undefined;
  readonly severity: Severity;
  readonly kind: ComplaintKind;
  readonly step: ComplaintStep;
  readonly cause: ComplaintCause | undefined;
  readonly finding: string | undefined;
  readonly ourPart: boolean | undefined;
  readonly solution: string | undefined;
  readonly agreed: boolean | undefined;
  readonly lesson: string | undefined;
  readonly openedAt: Date;
  readonly solvedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** By when the customer is to hear from us; absent: nothing is promised, or it was kept. */
  readonly answer: (Due & { readonly touchId: string; readonly broken: boolean }) | undefined;
  readonly offeredTo: { readonly id: string; readonly name: string } | undefined;
}

export const isOpen = ({ step }: Pick<Complaint, 'step'>): boolean => step === 'analyse' || step === 'solve';

/** Which of the five steps it is at, counted from one. */
export const stepNumber = (step: ComplaintStep): number => complaintSteps.indexOf(step) + 2;
