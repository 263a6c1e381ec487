import type { Choice, Field, Form } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import { type Customer, customerField } from '../customers/index.ts';
import type { Look } from './cards.ts';
import { type Complaint, complaintCauses, complaintKinds, mostNote, severities } from './complaint.ts';

/** What a field of a form holds: longer letters are typed or pasted into the conversation. */
export const mostInForm = 3_000;
const mostShort = 150;

type Say = Pick<Look, 'words'>;

const choices = <Value extends string>(values: readonly Value[], names: Record<Value, string>): readonly Choice[] =>
  values.map((value) => ({ value, label: names[value] }));

const yesNo = (yes: string, no: string): readonly Choice[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

const about = (complaint: Complaint, { words }: Say, submit: string, command: string, fields: readonly Field[]): Form => ({
  title: clipText(words.complaints.title(complaint.number, complaint.customer.name), 24, '…'),
  submit,
  cancel: words.common.cancel,
  command,
  args: { complaintId: complaint.id },
  intro: [
    { kind: 'text', line: [{ bold: words.complaints.title(complaint.number, complaint.customer.name) }] },
    { kind: 'note', line: words.complaints.hints[complaint.step] },
  ],
  fields,
});

const noteField = (name: string, label: string, value: string | undefined, hint?: string): Field => ({
  kind: 'text',
  name,
  label,
  multiline: true,
  max: mostNote,
  ...(hint === undefined ? {} : { hint }),
  ...(value === undefined ? {} : { value }),
});

export interface Recorded {
  readonly customer?: Pick<Customer, 'id' | 'name'> | undefined;
  readonly words?: string | undefined;
}

/** Everything in one form: nobody is asked five questions one by one. */
export function recordForm({ customer, words: said }: Recorded, look: Say): Form {
  const { complaints, common } = look.words;
  const { fields } = complaints;
  return {
    title: complaints.record,
    submit: complaints.buttons.record,
    cancel: common.cancel,
    command: 'complaint',
    args: customer ? { customerId: customer.id } : {},
    intro: customer ? [{ kind: 'text', line: [{ bold: customer.name }] }] : [],
    fields: [
      ...(customer ? [] : [customerField(look.words)]),
      {
        kind: 'text',
        name: 'words',
        label: fields.words,
        hint: fields.wordsHint,
        multiline: true,
        max: mostInForm,
        ...(said === undefined ? {} : { value: said }),
      },
      { kind: 'text', name: 'wanted', label: fields.wanted, max: mostShort, optional: true },
      { kind: 'text', name: 'product', label: fields.product, max: mostShort, optional: true },
      { kind: 'date', name: 'on', label: fields.answerOn, optional: true },
      { kind: 'time', name: 'time', label: fields.answerTime, optional: true },
      {
        kind: 'choice',
        name: 'severity',
        label: fields.severity,
        hint: fields.guess,
        choices: choices(severities, complaints.severities),
        optional: true,
      },
      {
        kind: 'choice',
        name: 'sort',
        label: fields.kind,
        hint: fields.guess,
        choices: choices(complaintKinds, complaints.kinds),
        optional: true,
      },
    ],
  };
}

export function correctForm(complaint: Complaint, look: Say): Form {
  const { complaints, common } = look.words;
  const { fields } = complaints;
  const short = (name: string, label: string, value: string | undefined): Field => ({ kind: 'text', name, label, max: mostShort, optional: true, ...(value === undefined ? {} : { value }) }); // biome-ignore format: one field
  return about(complaint, look, common.save, 'complaint.correct', [
    {
      kind: 'choice',
      name: 'severity',
      label: fields.severity,
      choices: choices(severities, complaints.severities),
      value: complaint.severity,
    },
    {
      kind: 'choice',
      name: 'sort',
      label: fields.kind,
      choices: choices(complaintKinds, complaints.kinds),
      value: complaint.kind,
    },
    short('wanted', fields.wanted, complaint.wanted),
    short('product', fields.product, complaint.product),
  ]);
}

const causeField = ({ cause }: Complaint, { complaints }: Look['words']): Field => ({
  kind: 'choice',
  name: 'cause',
  label: complaints.fields.cause,
  choices: choices(complaintCauses, complaints.causes),
  ...(cause ? { value: cause } : {}),
});

export function analyseForm(complaint: Complaint, look: Say): Form {
  const { complaints, common } = look.words;
  const { fields } = complaints;
  const { ourPart } = complaint;
  return about(complaint, look, common.save, 'complaint.analyse', [
    causeField(complaint, look.words),
    noteField('finding', fields.finding, complaint.finding),
    {
      kind: 'choice',
      name: 'ourPart',
      label: fields.ourPart,
      choices: yesNo(fields.ours, fields.notOurs),
      ...(ourPart === undefined ? {} : { value: ourPart ? 'yes' : 'no' }),
    },
  ]);
}

const dayFields = ({ fields }: Look['words']['complaints'], optional: boolean): readonly Field[] => [
  { kind: 'date', name: 'on', label: fields.answerOn, optional },
  { kind: 'time', name: 'time', label: fields.answerTime, optional: true },
];

export function solveForm(complaint: Complaint, look: Say): Form {
  const { complaints, common } = look.words;
  const { fields } = complaints;
  const { agreed } = complaint;
  return about(complaint, look, common.save, 'complaint.solve', [
    noteField('solution', fields.solution, complaint.solution, fields.solutionHint),
    {
      kind: 'choice',
      name: 'agreed',
      label: fields.agreed,
      choices: yesNo(fields.yes, fields.no),
      ...(agreed === undefined ? {} : { value: agreed ? 'yes' : 'no' }),
    },
    ...(complaint.answer ? [] : dayFields(complaints, true)),
  ]);
}

export const answerForm = (complaint: Complaint, look: Say): Form =>
  about(complaint, look, look.words.complaints.buttons.promise, 'complaint.promise', dayFields(look.words.complaints, false));

export const solvedForm = (complaint: Complaint, look: Say): Form =>
  about(complaint, look, look.words.complaints.buttons.solved, 'complaint.solved', [
    noteField('outcome', look.words.complaints.fields.outcome, complaint.solution),
  ]);

export const learnForm = (complaint: Complaint, look: Say): Form =>
  about(complaint, look, look.words.common.save, 'complaint.learn', [
    causeField(complaint, look.words),
    noteField('lesson', look.words.complaints.fields.lesson, complaint.lesson),
  ]);

export const giveForm = (complaint: Complaint, look: Say): Form =>
  about(complaint, look, look.words.complaints.buttons.give, 'complaint.give', [
    { kind: 'person', name: 'account', label: look.words.complaints.fields.to },
    { ...noteField('story', look.words.complaints.fields.story, undefined), optional: true },
  ]);
