import { expect, test } from 'vitest';
import type { Element } from '../../src/chat/card.ts';
import { lineText, plainText } from '../../src/chat/plain-text.ts';

const say = (...elements: Element[]) => plainText({ text: 'Point.', elements });

test('a card begins with its sentence', () => {
  expect(say()).toBe('Point.');
});

test.each<[Element, string]>([
  [{ kind: 'heading', text: 'Due' }, 'Due'],
  [{ kind: 'note', line: 'small' }, '(small)'],
  [{ kind: 'quote', text: 'a\nb' }, '> a\n> b'],
  [{ kind: 'list', items: ['a', 'b'] }, '• a\n• b'],
  [{ kind: 'facts', facts: [{ label: 'Bought', value: '12 Nov' }] }, 'Bought: 12 Nov'],
  [{ kind: 'item', line: 'Kim', actions: [] }, '• Kim'],
  [
    { kind: 'item', line: 'Kim', detail: '3 pm', actions: [{ kind: 'link', label: 'Order', url: 'https://a.example' }] },
    '• Kim\n  3 pm\n  [Order: https://a.example]',
  ],
  [{ kind: 'picture', url: 'https://a.example/p.png', alt: 'Chart' }, 'Chart (https://a.example/p.png)'],
  [{ kind: 'divider' }, '---'],
])('%j reads %j', (element, text) => {
  expect(say(element)).toBe(`Point.\n${text}`);
});

test('menus show what can be chosen', () => {
  const menu = {
    kind: 'menu',
    label: 'Snooze',
    command: 'snooze',
    name: 'for',
    choices: [
      { label: '1 h', value: '1' },
      { label: '2 h', value: '2' },
    ],
  } as const;
  expect(say({ kind: 'actions', actions: [{ kind: 'button', label: 'Log', command: 'log' }, menu] })).toBe(
    'Point.\n[Log] [Snooze: 1 h / 2 h]',
  );
});

test('a line loses its mark-up and shows where links lead', () => {
  const line = [
    { bold: 'a' },
    { italic: 'b' },
    { strike: 'c' },
    { code: 'd' },
    { mention: 'U1' },
    { link: { text: 'page', url: 'https://a.example' } },
  ];
  expect(lineText(line)).toBe('abcd@U1page (https://a.example)');
});

test('a terminal is not given what a person typed to command it', () => {
  expect(say({ kind: 'text', line: 'a\u001b[2Jb\u202ec' })).toBe('Point.\na[2Jbc');
});
