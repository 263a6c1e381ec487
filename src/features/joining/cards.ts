import type { Card, Element } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';
import { codeMinutes } from '../people/index.ts';
import type { Asking } from './store.ts';

/** The code, for the admin alone, and what to do with it. */
export function codeCard(code: string, words: Words): Card {
  const w = words.joining;
  return {
    text: w.code(code),
    elements: [
      { kind: 'heading', text: w.title },
      { kind: 'text', line: [{ code }] },
      { kind: 'text', line: w.how(code) },
      { kind: 'note', line: w.holds(codeMinutes) },
    ],
  };
}

const whoAsks = ({ name, email, platform, team, teamName }: Asking, words: Words): Element => {
  const w = words.joining;
  // All that Teams tells of a tenant is its id; the mail's domain is what people know it by.
  const where = teamName === words.platforms[platform] ? team : `${teamName} (${team})`;
  return {
    kind: 'facts',
    facts: [
      { label: w.who, value: email === undefined ? name : `${name} (${email})` },
      { label: words.platforms[platform], value: where },
    ],
  };
};

export function askedCard(asking: Asking, words: Words): Card {
  const w = words.joining;
  const text = w.asks(asking.name, words.platforms[asking.platform]);
  const args = { handshakeId: asking.id };
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      whoAsks(asking, words),
      { kind: 'note', line: w.means },
      {
        kind: 'actions',
        actions: [
          {
            kind: 'button',
            label: w.confirm,
            command: 'join.confirm',
            args,
            style: 'primary',
            confirm: { title: w.confirm, text: w.sure(asking.name), yes: w.confirm, no: words.common.cancel },
          },
          { kind: 'button', label: w.refuse, command: 'join.refuse', args, style: 'danger' },
        ],
      },
    ],
  };
}

/** What became of it; no button is left. */
export function decidedCard(text: string, asking: Asking, words: Words, joined: boolean): Card {
  const next: readonly Element[] = joined
    ? [
        { kind: 'note', line: words.joining.letIn },
        { kind: 'actions', actions: [{ kind: 'button', label: words.help.people, command: 'people.list', style: 'primary' }] },
      ]
    : [];
  return { text, elements: [{ kind: 'text', line: text }, whoAsks(asking, words), ...next] };
}
