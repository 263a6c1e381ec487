import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, Card, Element } from '../../../src/chat/card.ts';
import { cleanText } from '../../../src/chat/clean-text.ts';
import { renderHome, renderMessage } from '../../../src/platforms/slack/render.ts';
import { words } from '../../contract/blocks/samples.ts';
import { assertBlocks, assertView } from '../../contract/blocks/slack-schema.ts';
import { interactive, textsIn } from './payloads.ts';

const hostile = [
  '<!channel>',
  '<@U0BOSS>',
  '<https://evil.example|bank>',
  '@here',
  '*_~`',
  '&lt;!here&gt;',
  '\u202e',
  '\u2066',
  '> ',
  '\n',
  '\ud83d',
  '👩‍👩‍👧',
  'e\u0301'.repeat(90),
  '',
  ' ',
  '\u200b',
  '\u0000',
];
const typed = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 5 })
    .map((parts) => parts.join('')),
  fc.constantFrom(...hostile.filter((text) => text !== '')).map((text) => text.repeat(Math.ceil(4000 / text.length))),
);
const span = fc.oneof(
  typed,
  typed.map((bold) => ({ bold })),
  typed.map((code) => ({ code })),
  typed.map((strike) => ({ strike })),
  typed.map((mention) => ({ mention })),
  fc.constant({ mention: 'U0MARTA' }),
  fc.record({ text: typed, url: fc.oneof(typed, fc.constant('https://ok.example/?a=1&b=2')) }).map((link) => ({ link })),
);
const line = fc.oneof(typed, fc.array(span, { maxLength: 5 }));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button'),
      label: typed,
      command: fc.constant('log'),
      args: fc.record({ note: fc.string({ maxLength: 50 }) }),
    },
    { requiredKeys: ['kind', 'label', 'command'] },
  ),
  fc.record({
    kind: fc.constant('button'),
    label: typed,
    command: fc.constant('erase'),
    style: fc.constant('danger'),
    confirm: fc.record({ title: typed, text: typed, yes: typed, no: typed }),
  }),
  fc.record({ kind: fc.constant('link'), label: typed, url: fc.oneof(typed, fc.constant('https://ok.example/')) }),
  fc.record({
    kind: fc.constant('menu'),
    label: typed,
    command: fc.constant('snooze'),
    name: fc.constant('for'),
    choices: fc.array(fc.record({ label: typed, value: fc.constant('1h') }), { maxLength: 3 }),
  }),
);
const actions = fc.array(action, { maxLength: 4 });
const element: fc.Arbitrary<Element> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'quote'), text: typed }),
  fc.record({ kind: fc.constantFrom('text', 'note'), line }),
  fc.record({ kind: fc.constant('list'), items: fc.array(line, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('facts'), facts: fc.array(fc.record({ label: typed, value: line }), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('item'), line, detail: line, actions }, { requiredKeys: ['kind', 'line', 'actions'] }),
  fc.record({ kind: fc.constant('actions'), actions }),
  fc.record({ kind: fc.constant('picture'), url: fc.oneof(typed, fc.constant('https://ok.example/p.png')), alt: typed }),
  fc.constant({ kind: 'divider' }),
);
const card: fc.Arbitrary<Card> = fc.record({ text: typed, elements: fc.array(element, { maxLength: 8 }) });

/** What we put in ourselves; whatever angle bracket is left came from a person. */
const ours = /<@U0MARTA>|<https:\/\/ok\.example\/\?a=1&amp;b=2\|[^<>]*>/g;

describe('whatever a person typed', () => {
  test('Slack takes it, within every limit', () => {
    fc.assert(
      fc.property(card, (drawn) => {
        assertBlocks(renderMessage(drawn, words).blocks);
        assertView(renderHome(drawn, words));
      }),
    );
  });

  test('notifies nobody, opens nothing and turns nothing around', () => {
    fc.assert(
      fc.property(card, (drawn) => {
        const { text, blocks } = renderMessage(drawn, words);
        const texts = textsIn(blocks);
        for (const markup of [text, ...texts.filter((one) => one.type === 'mrkdwn').map((one) => one.text)]) {
          expect(markup.replace(ours, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|@(here|channel|everyone)\b/i);
        }
        for (const one of [{ text }, ...texts]) {
          expect(one.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
          expect(one.text.isWellFormed()).toBe(true);
        }
        for (const used of interactive(blocks))
          expect('url' in used ? used.url : 'https://ok.example/').toBe('https://ok.example/');
        expect(JSON.stringify(blocks)).not.toMatch(/"type":"(broadcast|usergroup|channel)"/);
      }),
    );
  });
});

const textOf = (blocks: readonly KnownBlock[]) =>
  textsIn(blocks)
    .map((one) => one.text)
    .join('');

test('a line that fits is drawn as it was typed, sign by sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
      const { blocks } = renderMessage(
        {
          text: 'x',
          elements: [
            { kind: 'text', line: `.${text}` },
            { kind: 'quote', text: `.${text}` },
          ],
        },
        words,
      );
      expect(textOf(blocks)).toBe(cleanText(`.${text}.${text}`));
    }),
  );
});

describe('more than fits', () => {
  const heading = (at: number): Element => ({ kind: 'heading', text: `Heading ${at}` });
  const item = (at: number): Element => ({
    kind: 'item',
    line: `Item ${at}`,
    actions: [1, 2, 3].map((n) => ({ kind: 'button', label: `${n}`, command: 'log' })),
  });

  test('fifty blocks are drawn whole', () => {
    const { blocks } = renderMessage({ text: 'x', elements: Array.from({ length: 50 }, (_, at) => heading(at)) }, words);
    expect(blocks).toHaveLength(50);
    expect(textOf(blocks)).not.toContain(words.shortened);
  });

  test('of fifty-one the last says that it was shortened', () => {
    const { blocks } = renderMessage({ text: 'x', elements: Array.from({ length: 51 }, (_, at) => heading(at)) }, words);
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)).toMatchObject({ type: 'context', elements: [{ text: words.shortened }] });
  });

  test('no item loses its buttons', () => {
    const { blocks } = renderMessage({ text: 'x', elements: Array.from({ length: 40 }, (_, at) => item(at)) }, words);
    expect(blocks).toHaveLength(49);
    expect(interactive(blocks)).toHaveLength(24 * 3);
    assertBlocks(blocks);
  });

  test('a message that is long in all is shortened, a home tab of the same is not', () => {
    const long: Card = {
      text: 'x',
      elements: Array.from({ length: 10 }, () => ({ kind: 'text', line: 'word '.repeat(500).trim() })),
    };
    const { blocks } = renderMessage(long, words);
    expect(blocks).toHaveLength(5);
    expect(textOf(blocks)).toContain(words.shortened);
    expect(renderHome(long, words).blocks).toHaveLength(10);
  });

  test('a long list goes on in a further block', () => {
    const items = Array.from({ length: 40 }, (_, at) => `${at} ${'word '.repeat(40)}`.trim());
    const { blocks } = renderMessage({ text: 'x', elements: [{ kind: 'list', items }] }, words);
    expect(blocks.length).toBeGreaterThan(1);
    expect(textOf(blocks)).toBe(items.join(''));
  });

  test('one action stands beside an item, and twenty-six take two rows', () => {
    const buttons = (count: number): Action[] =>
      Array.from({ length: count }, () => ({ kind: 'button', label: 'a', command: 'log' }));
    expect(
      renderMessage({ text: 'x', elements: [{ kind: 'item', line: 'a', actions: buttons(1) }] }, words).blocks,
    ).toMatchObject([{ type: 'section', accessory: { type: 'button' } }]);
    expect(
      renderMessage({ text: 'x', elements: [{ kind: 'actions', actions: buttons(26) }] }, words).blocks.map(
        (block) => block.type,
      ),
    ).toEqual(['actions', 'actions']);
  });
});

test('a card of blank elements is its text', () => {
  expect(
    textOf(
      renderMessage(
        {
          text: 'Saved.',
          elements: [
            { kind: 'heading', text: ' ' },
            { kind: 'list', items: [] },
          ],
        },
        words,
      ).blocks,
    ),
  ).toBe('Saved.');
});
