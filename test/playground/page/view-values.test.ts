import { describe, expect, it } from 'vitest';
import { collectValues, fieldErrors } from '../../../src/playground/page/view-values.ts';
import type { Block, View } from '../../../src/playground/protocol.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const view = (...blocks: readonly Block[]): View => ({ id: 'V1', title: 'T', blocks });
const input = (id: string, element: Block, more: Block = {}): Block => ({
  type: 'input',
  block_id: id,
  label: { type: 'plain_text', text: id },
  element: { action_id: 'a', ...element },
  ...more,
});

describe('untouched elements', () => {
  const cases: readonly (readonly [Block, unknown])[] = [
    [{ type: 'plain_text_input' }, { type: 'plain_text_input', value: null }],
    [
      { type: 'plain_text_input', initial_value: 'x' },
      { type: 'plain_text_input', value: 'x' },
    ],
    [
      { type: 'static_select', initial_option: option('o') },
      { type: 'static_select', selected_option: option('o') },
    ],
    [{ type: 'external_select' }, { type: 'external_select', selected_option: null }],
    [
      { type: 'users_select', initial_user: 'U1' },
      { type: 'users_select', selected_user: 'U1' },
    ],
    [
      { type: 'datepicker', initial_date: '2026-11-24' },
      { type: 'datepicker', selected_date: '2026-11-24' },
    ],
    [{ type: 'timepicker' }, { type: 'timepicker', selected_time: null }],
    [{ type: 'radio_buttons' }, { type: 'radio_buttons', selected_option: null }],
    [{ type: 'checkboxes' }, { type: 'checkboxes', selected_options: [] }],
  ];
  it.each(cases)('%j', (element, value) => expect(collectValues(view(input('b', element)), {})).toEqual({ b: { a: value } }));
});

describe('collected values', () => {
  it('prefer what was entered, where it is of the same kind of element', () => {
    const form = view(input('b', { type: 'plain_text_input', initial_value: 'old' }));
    expect(collectValues(form, { b: { a: { type: 'plain_text_input', value: 'new' } } })).toEqual({
      b: { a: { type: 'plain_text_input', value: 'new' } },
    });
    expect(collectValues(form, { b: { a: { type: 'checkboxes', selected_options: [] } } })).toEqual({
      b: { a: { type: 'plain_text_input', value: 'old' } },
    });
  });

  it('hold selects outside of input blocks, and no buttons', () => {
    const select = { type: 'static_select', action_id: 's' };
    const form = view(
      { type: 'section', block_id: 'one', accessory: select },
      {
        type: 'actions',
        block_id: 'two',
        elements: [select, { type: 'button', action_id: 'x' }, { type: 'datepicker', action_id: 'd' }],
      },
      { type: 'divider', block_id: 'three' },
    );
    expect(collectValues(form, {})).toEqual({
      one: { s: { type: 'static_select', selected_option: null } },
      two: { s: { type: 'static_select', selected_option: null }, d: { type: 'datepicker', selected_date: null } },
    });
  });
});

describe('what the page refuses itself', () => {
  const errorOf = (element: Block, more: Block = {}) => {
    const form = view(input('b', element, more));
    return fieldErrors(form, collectValues(form, {})).b;
  };
  const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['empty and required', errorOf({ type: 'plain_text_input' }), 'Please complete this required field.'],
    ['empty and optional', errorOf({ type: 'plain_text_input' }, { optional: true }), undefined],
    ['nothing ticked', errorOf({ type: 'checkboxes' }), 'Please complete this required field.'],
    [
      'too long',
      errorOf({ type: 'plain_text_input', initial_value: 'abcd', max_length: 3 }),
      'Please shorten this to 3 characters or fewer.',
    ],
    ['as long as allowed', errorOf({ type: 'plain_text_input', initial_value: 'abc', max_length: 3 }), undefined],
    [
      'too short',
      errorOf({ type: 'plain_text_input', initial_value: 'a', min_length: 2 }),
      'Please write at least 2 characters.',
    ],
    ['unknown element', errorOf({ type: 'file_input' }), undefined],
  ];
  it.each(cases)('%s', (_name, error, expected) => expect(error).toBe(expected));
});
