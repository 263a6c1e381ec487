import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards';
import { z } from 'zod';
import type { Args, Card, Field, Form } from '../../chat/card.ts';
import { cleanText } from '../../chat/clean-text.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { ChatWords, MessageRef } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { framed, renderElements, startDrawing } from './render.ts';
import { choicesOf } from './render-action.ts';
import { isPersonId, plain, richLines } from './rich-text.ts';

type Body = IAdaptiveCard['body'];
type FieldOf<K extends Field['kind'] = Field['kind']> = { [P in K]: { readonly kind: P } & Extract<Field, { kind: P }> }[K];

/** Inputs of a form are named apart from what its button carries. */
const inputId = (name: string) => `field.${name}`;
/** People of the tenant, found by Teams itself. */
const peopleOfTenant = 'graph.microsoft.com/users';

const base = (field: Field, words: ChatWords) => ({
  id: inputId(field.name),
  label: plain(field.label, limits.label, words),
  ...(field.optional === true ? {} : { isRequired: true, errorMessage: words.required }),
});

/** A search field's set of choices: where to ask, and what the form carries, since Teams sends nothing else along. */
const searchSet = (source: string, args: Args) => JSON.stringify([source, args]);
const searched = z.tuple([z.string(), z.record(z.string(), z.string())]);

export function parseSearchSet(dataset: string): { readonly source: string; readonly args: Args } | undefined {
  try {
    const read = searched.safeParse(JSON.parse(dataset)).data;
    return read && { source: read[0], args: read[1] };
  } catch {
    return undefined;
  }
}

const draw: { readonly [K in Field['kind']]: (field: FieldOf<K>, args: Args, words: ChatWords) => Body[number] | undefined } = {
  text: (field, _args, words) => {
    const max = Math.max(1, Math.min(field.max ?? limits.inputText, limits.inputText));
    const value = clipText(cleanText(field.value ?? ''), max, words.shortened);
    return {
      type: 'Input.Text',
      ...base(field, words),
      maxLength: max,
      isMultiline: field.multiline === true,
      ...(value === '' ? {} : { value }),
      ...(field.placeholder ? { placeholder: plain(field.placeholder, limits.placeholder, words) } : {}),
    };
  },
  choice: (field, _args, words) =>
    field.choices.length === 0
      ? undefined
      : {
          type: 'Input.ChoiceSet',
          ...base(field, words),
          style: 'compact',
          choices: choicesOf(field.choices, words),
          placeholder: words.choose,
          ...(field.choices.some(({ value }) => value === field.value) ? { value: field.value } : {}),
        },
  date: (field, _args, words) => ({
    type: 'Input.Date',
    ...base(field, words),
    ...(/^\d{4}-\d\d-\d\d$/.test(field.value ?? '') ? { value: field.value } : {}),
  }),
  time: (field, _args, words) => ({
    type: 'Input.Time',
    ...base(field, words),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(field.value ?? '') ? { value: field.value } : {}),
  }),
  person: (field, _args, words) => ({
    type: 'Input.ChoiceSet',
    ...base(field, words),
    style: 'filtered',
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: peopleOfTenant },
    placeholder: words.choose,
    ...(field.value !== undefined && isPersonId(field.value) ? { value: field.value } : {}),
  }),
  search: (field, args, words) => ({
    type: 'Input.ChoiceSet',
    ...base(field, words),
    style: 'filtered',
    choices: field.value === undefined ? [] : choicesOf([field.value], words),
    'choices.data': { type: 'Data.Query', dataset: searchSet(field.source, args) },
    placeholder: plain(field.placeholder ?? words.choose, limits.placeholder, words),
    ...(field.value === undefined ? {} : { value: field.value.value }),
  }),
};

function drawField<K extends Field['kind']>(field: FieldOf<K>, args: Args, error: string | undefined, words: ChatWords): Body {
  const input = draw[field.kind](field, args, words);
  if (input === undefined) return [];
  const hint = field.hint ? richLines(field.hint, limits.hint, words, { size: 'Small', isSubtle: true }) : [];
  const wrong = error === undefined ? [] : richLines(error, limits.hint, words, { weight: 'Bolder' }).map(attention);
  return [input, ...[...hint, ...wrong].map((row) => ({ ...row, spacing: 'Small' as const }))];
}

/** What is wrong stands in the colour that Teams gives to errors. */
function attention(row: Body[number]): Body[number] {
  if (row.type !== 'RichTextBlock') return row;
  return {
    ...row,
    inlines: (row.inlines ?? []).map((run) =>
      typeof run === 'object' && run.type === 'TextRun' ? { ...run, color: 'Attention' as const } : run,
    ),
  };
}

const choice = z.object({ label: z.string(), value: z.string() });
const common = { name: z.string(), label: z.string(), hint: z.string().optional(), optional: z.boolean().optional() };
const field = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('text'),
    multiline: z.boolean().optional(),
    max: z.number().optional(),
    placeholder: z.string().optional(),
  }),
  z.object({ ...common, kind: z.literal('choice'), choices: z.array(choice) }),
  z.object({ ...common, kind: z.literal('date') }),
  z.object({ ...common, kind: z.literal('time') }),
  z.object({ ...common, kind: z.literal('person') }),
  z.object({ ...common, kind: z.literal('search'), source: z.string(), placeholder: z.string().optional() }),
]);

const origin = z.object({ channel: z.string(), message: z.string() });

/**
 * The form itself travels with its button, without values: Teams shows no errors at the fields of a dialog, so that a form with
 * mistakes is drawn anew, and nothing about an open form is kept on our side.
 */
const carriedForm = z.object({
  form: z.object({
    title: z.string(),
    submit: z.string(),
    cancel: z.string(),
    command: z.string(),
    args: z.record(z.string(), z.string()).optional(),
    fields: z.array(field),
  }),
  origin: origin.optional(),
});
type CarriedForm = z.infer<typeof carriedForm>;

function carriedOf({ title, submit, cancel, command, args, fields }: Form, from: MessageRef | undefined): CarriedForm {
  const form = {
    title,
    submit,
    cancel,
    command,
    ...(args === undefined ? {} : { args: { ...args } }),
    fields: fields.map(({ value: _value, ...rest }) => rest) as CarriedForm['form']['fields'],
  };
  return from === undefined ? { form } : { form, origin: { channel: from.channel, message: from.message } };
}

export interface FormOptions {
  readonly origin?: MessageRef | undefined;
  readonly errors?: Readonly<Record<string, string>>;
  /** In a dialog only a submit is taken; in a card an execution, which changes it in place. */
  readonly inDialog: boolean;
}

export function renderForm(form: Form, words: ChatWords, { origin: from, errors = {}, inDialog }: FormOptions): IAdaptiveCard {
  const names = new Set(form.fields.map(({ name }) => name));
  const loose = Object.entries(errors).flatMap(([name, text]) => (names.has(name) ? [] : [text]));
  const fields = form.fields.flatMap((one) => drawField(one, form.args ?? {}, errors[one.name], words));
  const data = carriedOf(form, from);
  const title = plain(form.submit, limits.buttonLabel, words);
  const submit: Body[number] = {
    type: 'ActionSet',
    actions: [
      inDialog
        ? ({ type: 'Action.Submit', title, style: 'positive', data } satisfies ISubmitAction)
        : { type: 'Action.Execute', title, style: 'positive', verb: form.command, data },
    ],
  };
  const room = limits.card - JSON.stringify([fields, submit]).length;
  const intro = renderElements(form.intro ?? [], room, startDrawing(form.intro ?? [], words, inDialog));
  const head = inDialog ? [] : richLines(form.title, limits.heading, words, { size: 'Large', weight: 'Bolder' });
  const wrong = loose.flatMap((text) => richLines(text, limits.hint, words, { weight: 'Bolder' }).map(attention));
  return framed([...head, ...intro, ...wrong, ...fields, submit]);
}

export interface SubmittedForm {
  readonly form: Form;
  readonly origin: MessageRef | undefined;
  /** What was filled in; fields left empty are absent. */
  readonly values: Args;
}

const filled = z.record(z.string(), z.unknown());

/** Undefined for what is no form of ours. The form comes back with what was typed as its values. */
export function parseForm(data: unknown): SubmittedForm | undefined {
  const read = carriedForm.safeParse(data).data;
  if (!read) return undefined;
  const inputs = filled.parse(data);
  const values: Record<string, string> = {};
  for (const { name } of read.form.fields) {
    const value = inputs[inputId(name)];
    if (typeof value === 'string' && value !== '') values[name] = value;
  }
  return { form: withValues(read.form, values), origin: read.origin, values };
}

function withValues(form: CarriedForm['form'], values: Args): Form {
  const { args, fields, ...rest } = form;
  return {
    ...rest,
    ...(args === undefined ? {} : { args }),
    fields: fields.map((one): Field => {
      const { hint, optional, ...own } = one;
      const value = values[one.name];
      const shared = { ...(hint === undefined ? {} : { hint }), ...(optional === undefined ? {} : { optional }) };
      if (own.kind === 'search') {
        const { placeholder, ...search } = own;
        const shown = value === undefined ? {} : { value: { label: value, value } };
        return { ...search, ...shared, ...shown, ...(placeholder === undefined ? {} : { placeholder }) };
      }
      const shown = value === undefined ? {} : { value };
      if (own.kind !== 'text') return { ...own, ...shared, ...shown };
      const { multiline, max, placeholder, ...text } = own;
      return {
        ...text,
        ...shared,
        ...shown,
        ...(multiline === undefined ? {} : { multiline }),
        ...(max === undefined ? {} : { max }),
        ...(placeholder === undefined ? {} : { placeholder }),
      };
    }),
  };
}

/** A card where a form was expected, for example why there is none. */
export const noticeTitle = (card: Card, words: ChatWords): string => {
  const heading = card.elements.find((element) => element.kind === 'heading');
  return clipText(cleanText(heading?.text ?? words.loadingTitle), limits.formTitle, words.shortened);
};
