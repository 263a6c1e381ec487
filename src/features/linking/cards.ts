import type { Card, Element } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';
import { codeMinutes } from '../people/index.ts';
import type { Question, Side } from './store.ts';

const platformsOf = ({ accounts }: Side, words: Words) =>
  [...new Set(accounts.map(({ platform }) => words.platforms[platform]))].join(', ');

/** A person's accounts, each with a way to take it off where there are several; and a code to link another. */
export function accountsCard(side: Side, code: string | undefined, words: Words, notice?: string): Card {
  const w = words.linking;
  const several = side.accounts.length > 1;
  const text = notice ?? w.title;
  const items = side.accounts.map(
    (account): Element => ({
      kind: 'item',
      line: [{ bold: words.platforms[account.platform] }],
      actions: several
        ? [
            {
              kind: 'button',
              label: w.unlink,
              command: 'link.unlink',
              args: { ...account },
              confirm: { title: w.unlink, text: w.unlinkSure, yes: w.unlink, no: words.common.cancel },
            },
          ]
        : [],
    }),
  );
  const another: readonly Element[] =
    code === undefined
      ? [{ kind: 'note', line: w.onlyOne }]
      : [
          { kind: 'text', line: w.how(code) },
          { kind: 'text', line: [{ code }] },
          { kind: 'note', line: w.holds(codeMinutes) },
        ];
  return {
    text,
    elements: [
      ...(notice === undefined ? [{ kind: 'heading' as const, text: w.title }] : [{ kind: 'text' as const, line: notice }]),
      ...items,
      ...(several ? [{ kind: 'note' as const, line: w.whereTold }] : []),
      ...(several ? [] : another),
    ],
  };
}

/** To the person who came later: is this other account yours? */
export function proposalCard({ id, to }: Question, words: Words): Card {
  const w = words.linking;
  const text = w.proposal(to.name, platformsOf(to, words));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'note', line: w.means },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: w.yes, command: 'link.ask', args: { handshakeId: id }, style: 'primary' },
          { kind: 'button', label: w.no, command: 'link.refuse', args: { handshakeId: id } },
        ],
      },
    ],
  };
}

/** To whoever has to agree, in their own conversation. */
export function confirmCard({ id, from }: Question, words: Words): Card {
  const w = words.linking;
  const text = w.confirm(from.name, platformsOf(from, words));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'note', line: w.means },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: w.yes, command: 'link.confirm', args: { handshakeId: id }, style: 'primary' },
          { kind: 'button', label: w.no, command: 'link.refuse', args: { handshakeId: id } },
        ],
      },
    ],
  };
}
