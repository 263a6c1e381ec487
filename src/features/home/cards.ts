import { mayUse } from '../../app/access.ts';
import type { ReadContext } from '../../app/context.ts';
import type { Role } from '../../app/people.ts';
import type { Action, Card, Element } from '../../chat/card.ts';
import type { CommandWord } from '../../languages/index.ts';

type Look = Pick<ReadContext, 'words' | 'person'>;
/** What can be typed where differs. */
type Place = Look & { readonly inbound: Pick<ReadContext['inbound'], 'platform'> };

/** Commands that not everybody may use. */
const leading: Partial<Record<CommandWord, Role>> = {
  people: 'admin',
  handover: 'manager',
  pace: 'manager',
  phrases: 'manager',
  rules: 'manager',
  templates: 'manager',
};

/** What suits the person's next minute. */
function nextStep(due: number, look: Look): Element[] {
  const { words, person } = look;
  const admin = person.role === 'admin';
  const text = due > 0 ? words.help.next.due(due) : admin ? words.help.next.admin : words.help.next.empty;
  const actions: Action[] = [
    ...(due > 0
      ? [{ kind: 'button' as const, label: words.followups.show, command: 'followups', style: 'primary' as const }]
      : []),
    ...(admin ? [{ kind: 'button' as const, label: words.help.people, command: 'people.list' }] : []),
    { kind: 'button', label: words.help.import, command: 'import' },
    { kind: 'button', label: words.sale.button, command: 'sale.form', opensForm: true },
    { kind: 'button', label: words.review.button, command: 'review.form', opensForm: true },
    { kind: 'button', label: words.settings.title, command: 'settings', opensForm: true },
  ];
  return [
    { kind: 'text', line: [{ bold: words.help.nextStep }, `\n${text}`] },
    { kind: 'actions', actions },
  ];
}

function commandList({ words, person }: Look): Element {
  const known = (Object.keys(words.commands) as CommandWord[]).filter((word) => mayUse(leading[word] ?? 'anyone', person.role));
  return {
    kind: 'list',
    items: known.map((word) => {
      const { usage, description } = words.commands[word];
      return [{ code: [word, usage].filter(Boolean).join(' ') }, ` ${description}`];
    }),
  };
}

export function helpCard(due: number, look: Place, unknown: boolean): Card {
  const { words } = look;
  return {
    text: unknown ? words.help.notUnderstood : words.help.title,
    elements: [
      ...(unknown
        ? [{ kind: 'text' as const, line: words.help.notUnderstood }]
        : [{ kind: 'heading' as const, text: words.help.title }]),
      commandList(look),
      ...(look.person.role === undefined ? [] : nextStep(due, look)),
      { kind: 'note', line: words.help.plain[look.inbound.platform] },
      { kind: 'note', line: words.help.feedback },
    ],
  };
}

/** What matters most on top; an empty one teaches. */
export function homeCard(sections: readonly Element[], due: number, look: Place): Card {
  const { words, person } = look;
  return {
    text: words.home.hello(person.name),
    elements: [
      { kind: 'heading', text: words.home.hello(person.name) },
      ...sections,
      { kind: 'divider' },
      ...nextStep(due, look),
      { kind: 'note', line: words.help.plain[look.inbound.platform] },
    ],
  };
}
