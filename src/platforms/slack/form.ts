import type { InputBlock, InputBlockElement, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Card, Choice, Field, Form } from '../../chat/card.ts';
import { cleanText } from '../../chat/clean-text.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { ChatWords, MessageRef } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { cardBlocks, inView, renderElements } from './render.ts';
import { actionId, optionLists, options, parseJson, within } from './render-action.ts';
import { isPersonId, plainObject } from './render-line.ts';

/** Carried by the form itself, so that nothing about an open form is kept on our side. */
const carried = z.object({
  command: z.string(),
  args: z.record(z.string(), z.string()),
  origin: z
    .object({ channel: z.string(), message: z.string(), replyUrl: z.string().optional(), ephemeral: z.boolean().optional() })
    .optional(),
});
export type Carried = z.infer<typeof carried>;

/** Undefined for a view that is no form of ours. */
export function parseCarried(metadata: string | undefined): Carried | undefined {
  return carried.safeParse(parseJson(metadata ?? '')).data;
}

type FieldOf<K extends Field['kind'] = Field['kind']> = { [P in K]: { readonly kind: P } & Extract<Field, { kind: P }> }[K];

function placeholder(text: string | undefined, words: ChatWords) {
  return text === undefined || text === '' ? {} : { placeholder: plainObject(text, limits.placeholder, words) };
}

const draw: {
  readonly [K in Field['kind']]: (field: FieldOf<K>, command: string, words: ChatWords) => InputBlockElement | undefined;
} = {
  text: (field, _command, words) => {
    const max = Math.max(1, Math.min(field.max ?? limits.inputText, limits.inputText));
    const value = clipText(cleanText(field.value ?? ''), max, words.shortened);
    return {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: field.multiline === true,
      max_length: max,
      ...(value === '' ? {} : { initial_value: value }),
      ...placeholder(field.placeholder, words),
    };
  },
  choice: (field, command, words) => {
    if (field.choices.length === 0) return undefined;
    const chosen = options(field.choices.filter((choice) => choice.value === field.value).slice(0, 1), command, words)[0];
    return {
      type: 'static_select',
      action_id: 'choice',
      ...optionLists(field.choices, command, words),
      ...(chosen === undefined ? {} : { initial_option: chosen }),
      ...placeholder(words.choose, words),
    };
  },
  date: (field) => ({
    type: 'datepicker',
    action_id: 'date',
    ...(/^\d{4}-\d\d-\d\d$/.test(field.value ?? '') ? { initial_date: field.value } : {}),
  }),
  time: (field) => ({
    type: 'timepicker',
    action_id: 'time',
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(field.value ?? '') ? { initial_time: field.value } : {}),
  }),
  person: (field, _command, words) => ({
    type: 'users_select',
    action_id: 'person',
    ...(field.value !== undefined && isPersonId(field.value) ? { initial_user: field.value } : {}),
    ...placeholder(words.choose, words),
  }),
  search: (field, command, words) => {
    const chosen = field.value === undefined ? undefined : options([field.value], command, words)[0];
    return {
      type: 'external_select',
      action_id: actionId(field.source, 0, ':suggest'),
      // Opening it without typing already asks, so that the likely ones can be offered.
      min_query_length: 0,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
      ...placeholder(field.placeholder ?? words.choose, words),
    };
  },
};

function drawField<K extends Field['kind']>(field: FieldOf<K>, command: string, words: ChatWords): InputBlock[] {
  const element = draw[field.kind](field, command, words);
  if (element === undefined) return [];
  return [
    {
      type: 'input',
      block_id: within(field.name, limits.blockId, `the name of a field of '${command}'`),
      label: plainObject(field.label, limits.inputLabel, words),
      element,
      optional: field.optional === true,
      ...(field.hint === undefined || field.hint === '' ? {} : { hint: plainObject(field.hint, limits.inputHint, words) }),
    },
  ];
}

export function renderForm(form: Form, words: ChatWords, from: { readonly origin?: MessageRef } = {}): ModalView {
  const fields = form.fields.flatMap((field) => drawField(field, form.command, words));
  const intro = renderElements(form.intro ?? [], { ...inView, blocks: inView.blocks - fields.length }, words);
  const metadata: Carried = {
    command: form.command,
    args: { ...form.args },
    ...(from.origin === undefined ? {} : { origin: { ...from.origin } }),
  };
  return {
    type: 'modal',
    callback_id: 'form',
    title: plainObject(form.title, limits.viewTitle, words),
    submit: plainObject(form.submit, limits.viewButton, words),
    close: plainObject(form.cancel, limits.viewButton, words),
    private_metadata: within(JSON.stringify(metadata), limits.privateMetadata, `what a form of '${form.command}' carries`),
    blocks: [...intro, ...fields],
  };
}

/** Opened before anything is read: Slack's trigger ends after three seconds. */
export function loadingView(words: ChatWords): ModalView {
  return noticeView({ text: words.loading, elements: [] }, words);
}

/** A card where a form was expected, for example why there is none. */
export function noticeView(card: Card, words: ChatWords): ModalView {
  const heading = card.elements.find((element) => element.kind === 'heading');
  return {
    type: 'modal',
    callback_id: 'notice',
    title: plainObject(heading?.text ?? words.loadingTitle, limits.viewTitle, words),
    close: plainObject(words.close, limits.viewButton, words),
    blocks: cardBlocks({ ...card, elements: card.elements.filter((element) => element !== heading) }, inView, words),
  };
}

/** The answer to a search field. What does not fit is found by typing more. */
export function renderChoices(choices: readonly Choice[], words: ChatWords) {
  return { options: options(choices.slice(0, limits.options), 'suggest', words) };
}

/**
 * The answer to a submitted form. Slack drops the whole answer when one name is not a field of the view, so a message
 * for another name goes to the first field. `fields` are the names in the submitted form.
 */
export function formErrors(errors: Readonly<Record<string, string>>, fields: readonly string[], words: ChatWords) {
  const shown: Record<string, string> = {};
  for (const [name, message] of Object.entries(errors)) {
    const at = fields.includes(name) ? name : (fields[0] ?? name);
    const text = plainObject(message, limits.inputHint, words).text;
    shown[at] = shown[at] === undefined ? text : `${shown[at]}\n${text}`;
  }
  return { response_action: 'errors' as const, errors: shown };
}
