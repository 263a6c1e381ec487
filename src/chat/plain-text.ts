import type { Action, Card, Element, ElementOf, Line } from './card.ts';
import { cleanText } from './clean-text.ts';
import { spansOf, spanText } from './clip-text.ts';

/** The line without any mark-up; a link shows where it leads. */
export function lineText(line: Line): string {
  return spansOf(line)
    .map((span) => (typeof span === 'object' && 'link' in span ? `${span.link.text} (${span.link.url})` : spanText(span)))
    .join('');
}

function actionText(action: Action): string {
  switch (action.kind) {
    case 'button':
      return `[${action.label}]`;
    case 'link':
      return `[${action.label}: ${action.url}]`;
    case 'menu':
      return `[${action.label}: ${action.choices.map((choice) => choice.label).join(' / ')}]`;
  }
}

const draw: { readonly [K in Element['kind']]: (element: ElementOf<K>) => string } = {
  heading: ({ text }) => text,
  text: ({ line }) => lineText(line),
  note: ({ line }) => `(${lineText(line)})`,
  list: ({ items }) => items.map((item) => `• ${lineText(item)}`).join('\n'),
  facts: ({ facts }) => facts.map((fact) => `${fact.label}: ${lineText(fact.value)}`).join('\n'),
  quote: ({ text }) => lineText(text).replace(/^/gm, '> '),
  item: ({ line, detail, actions }) =>
    [
      `• ${lineText(line)}`,
      detail === undefined ? '' : `  ${lineText(detail)}`,
      actions.length === 0 ? '' : `  ${actions.map(actionText).join(' ')}`,
    ]
      .filter((part) => part.trim() !== '')
      .join('\n'),
  actions: ({ actions }) => actions.map(actionText).join(' '),
  picture: ({ alt, url }) => `${alt} (${url})`,
  divider: () => '---',
};

function drawElement<K extends Element['kind']>(element: ElementOf<K>): string {
  return draw[element.kind](element);
}

/** The card for a console or a log: everything it says and offers, nothing shortened. */
export function plainText(card: Card): string {
  // Cleaned at the end: a terminal obeys what a person may have typed, too.
  return cleanText([card.text, ...card.elements.map((element) => drawElement(element))].filter((part) => part !== '').join('\n'));
}
