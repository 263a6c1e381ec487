import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/platforms/slack/limits.ts';
import { assertBlocks, assertView, documentedMaximum, maximumIn } from './slack-schema.ts';

const text = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) }) as const;
const button = (id: string) => ({ type: 'button', action_id: id, text: text(3) }) as const;

describe('the limits we keep are those of the comments in @slack/types', () => {
  test.each<[keyof typeof limits, string, string]>([
    ['blocksInView', 'HomeView', 'blocks'],
    ['blocksInView', 'ModalView', 'blocks'],
    ['header', 'HeaderBlock', 'text'],
    ['text', 'SectionBlock', 'text'],
    ['text', 'MrkdwnElement', 'text'],
    ['altText', 'ImageBlock', 'alt_text'],
    ['url', 'Button', 'url'],
    ['elementsInActions', 'ActionsBlock', 'elements'],
    ['actionId', 'Button', 'action_id'],
    ['actionId', 'ExternalSelect', 'action_id'],
    ['buttonLabel', 'Button', 'text'],
    ['buttonValue', 'Button', 'value'],
    ['options', 'StaticSelect', 'options'],
    ['optionGroups', 'StaticSelect', 'option_groups'],
    ['optionLabel', 'PlainTextOption', 'text'],
    ['optionValue', 'PlainTextOption', 'value'],
    ['placeholder', 'StaticSelect', 'placeholder'],
    ['confirmTitle', 'ConfirmationDialog', 'title'],
    ['confirmText', 'ConfirmationDialog', 'text'],
    ['confirmButton', 'ConfirmationDialog', 'confirm'],
    ['confirmButton', 'ConfirmationDialog', 'deny'],
    ['blockId', 'InputBlock', 'block_id'],
    ['viewTitle', 'ModalView', 'title'],
    ['viewButton', 'ModalView', 'submit'],
    ['viewButton', 'ModalView', 'close'],
    ['privateMetadata', 'ModalView', 'private_metadata'],
    ['inputLabel', 'InputBlock', 'label'],
    ['inputHint', 'InputBlock', 'hint'],
    ['inputText', 'PlainTextInput', 'min_length'],
  ])('%s: %s.%s', (name, type, property) => {
    expect(documentedMaximum(type, property)).toBe(limits[name]);
  });
});

test.each([
  ['Maximum length for this field is 255 characters. Use 2 ids.', 255],
  ['There is a maximum of 25 elements in each action block.', 25],
  ['Limit 12,000 characters max.', 12_000],
  ['Min `1`, Max `100`.', 100],
  ['The maximum value, cannot be less than `min_value`.', undefined],
  ['The initial value. Between 1 and 8.', undefined],
])('%j tells %s', (description, most) => {
  expect(maximumIn(description)).toBe(most);
});

describe('blocks that Slack refuses', () => {
  const refused: Record<string, readonly unknown[]> = {
    'an unknown kind': [{ type: 'nonsense' }],
    'an unknown member': [{ type: 'divider', color: 'red' }],
    'markup in a header': [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }],
    'a header that is too long': [{ type: 'header', text: text(151) }],
    'a button without a label': [{ type: 'actions', elements: [{ type: 'button', action_id: 'a' }] }],
    'a label that is too long': [{ type: 'actions', elements: [{ type: 'button', text: text(76) }] }],
    'a value that is too long': [{ type: 'actions', elements: [{ ...button('a'), value: 'x'.repeat(2001) }] }],
    'too many buttons': [{ type: 'actions', elements: Array.from({ length: 26 }, (_, at) => button(`a:${at}`)) }],
    'two buttons of one id': [{ type: 'actions', elements: [button('a'), button('a')] }],
    'no buttons': [{ type: 'actions', elements: [] }],
    'an empty text': [{ type: 'section', text: text(0) }],
    'an empty piece of rich text': [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
    ],
    'too many blocks': Array.from({ length: 51 }, () => ({ type: 'divider' })),
    'no blocks': [],
  };
  test.each(Object.entries(refused))('%s', (_what, blocks) => {
    expect(() => assertBlocks(blocks)).toThrow('Slack would refuse');
  });

  test('what is just within the limits is taken', () => {
    assertBlocks([
      { type: 'header', text: text(150) },
      { type: 'actions', elements: Array.from({ length: 25 }, (_, at) => ({ ...button(`a:${at}`), value: 'x'.repeat(2000) })) },
      ...Array.from({ length: 48 }, (): KnownBlock => ({ type: 'divider' })),
    ]);
  });
});

describe('views that Slack refuses', () => {
  const input: KnownBlock = {
    type: 'input',
    block_id: 'a',
    label: text(3),
    element: { type: 'plain_text_input', action_id: 'text' },
  };
  const modal = { type: 'modal', title: text(5), submit: text(4), close: text(4), blocks: [input] } as const;

  test('a whole one is taken', () => {
    assertView({ ...modal, blocks: [input] });
  });

  test.each<[string, object]>([
    ['a long title', { title: text(25) }],
    ['inputs and nothing to submit them', { submit: undefined }],
    ['two fields of one name', { blocks: [input, input] }],
    ['an unknown block', { blocks: [{ type: 'nonsense' }] }],
    ['too much carried', { private_metadata: 'x'.repeat(3001) }],
  ])('%s', (_what, change) => {
    expect(() => assertView(JSON.parse(JSON.stringify({ ...modal, ...change })))).toThrow('Slack would refuse');
  });
});
