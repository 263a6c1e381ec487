import { describe, expect, test } from 'vitest';
import { LIMITS, type Limit } from '../../../../src/playground/slack/limits/block-limits.ts';
import { blockProblems, type Surface } from '../../../../src/playground/slack/limits/check-blocks.ts';
import { viewProblems } from '../../../../src/playground/slack/limits/check-view.ts';
import { actions, button, modal, section } from '../start-rig.ts';
import { COUNTS, LENGTHS, type Sized } from './at-limit.ts';

function problems(sized: Sized): string[] {
  if ('view' in sized) return viewProblems(modal([], sized.view), 'modal');
  const surface = JSON.stringify(sized).includes('file_input') ? 'modal' : 'message';
  return blockProblems([sized.block], surface);
}

const limits = Object.entries(LIMITS) as [keyof typeof LIMITS, Limit][];

describe.each(limits)('%s', (member, { length, items }) => {
  test('is refused one past its limit, and taken at it', () => {
    for (const [most, sized] of [
      [length, LENGTHS[member]],
      [items, COUNTS[member]],
    ] as const) {
      if (most === undefined) continue;
      if (!sized) throw new Error(`no example for ${member}`);
      expect(problems(sized(most))).toEqual([]);
      expect(problems(sized(most + 1))).not.toEqual([]);
    }
  });
});

const plain = (text: string) => ({ type: 'plain_text', text });
const refusals: [name: string, blocks: object[], problem: string][] = [
  [
    'a long header',
    [{ type: 'header', text: plain('x'.repeat(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['an unknown type', [{ type: 'nonsense' }], 'unsupported type: nonsense [json-pointer:/blocks/0/type]'],
  ['an unknown member', [{ type: 'divider', colour: 'red' }], 'invalid additional property: colour [json-pointer:/blocks/0]'],
  ['a missing member', [{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
  ['a section without text', [{ type: 'section' }], 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
  [
    'a header in mrkdwn',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    'must be a valid value [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a block id used twice',
    [1, 2].map(() => ({ type: 'divider', block_id: 'a' })),
    '`block_id` a already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'an action id used twice',
    [actions(button('a'), button('a'))],
    '`action_id` a already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'options and groups',
    [actions({ type: 'static_select' })],
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an impossible time',
    [actions({ type: 'timepicker', initial_time: '24:00' })],
    'must be a valid value [json-pointer:/blocks/0/elements/0/initial_time]',
  ],
  ['a text in place of a block', ['text' as unknown as object], 'must provide an object [json-pointer:/blocks/0]'],
];

test.each(refusals)('%s is refused in Slack’s words', (_name, blocks, problem) => {
  expect(blockProblems(blocks, 'message')).toEqual([`[ERROR] ${problem}`]);
});

test('the same action id in two blocks is allowed', () => {
  expect(blockProblems([actions(button('a')), { ...actions(button('a')), block_id: 'other' }], 'message')).toEqual([]);
});

test.each<[Surface, number]>([
  ['message', 1],
  ['modal', 0],
  ['home', 0],
])('markdown on a %s', (surface, allowed) => {
  expect(blockProblems([{ type: 'markdown', text: 'x' }], surface).length === 0 ? 1 : 0).toBe(allowed);
});

test('a modal with an input needs a submit button', () => {
  const input = { type: 'input', label: plain('x'), element: { type: 'plain_text_input' } };
  expect(viewProblems(modal([input], { submit: undefined }), 'modal')).toEqual([
    '[ERROR] missing required field: submit [json-pointer:/view]',
  ]);
  expect(viewProblems({ type: 'home', blocks: [input] }, 'home')).toEqual([]);
});
