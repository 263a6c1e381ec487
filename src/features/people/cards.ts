import type { Person, Role } from '../../app/people.ts';
import type { Action, Card, Element, Line } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';
import type { Member } from './store.ts';

const roles: readonly Role[] = ['rep', 'manager', 'admin'];

const mention = (member: Pick<Member, 'name' | 'account'>): Line =>
  member.account ? [{ mention: member.account, name: member.name }] : [{ bold: member.name }];

function memberActions(member: Pick<Member, 'id' | 'role'>, words: Words, loud = false): readonly Action[] {
  const args = { personId: member.id };
  if (member.role === undefined) {
    return [
      {
        kind: 'button',
        label: words.people.letIn,
        command: 'people',
        args: { ...args, role: 'rep' },
        ...(loud ? { style: 'primary' as const } : {}),
      },
      { kind: 'button', label: words.people.refuse, command: 'people', args: { ...args, role: 'none' } },
    ];
  }
  const choices = roles
    .filter((role) => role !== member.role)
    .map((role) => ({ label: words.people.makeRole(words.roles[role]), value: role as string }));
  return [
    {
      kind: 'menu',
      label: words.people.change,
      command: 'people',
      name: 'role',
      args,
      choices: [...choices, { label: words.people.remove, value: 'none' }],
    },
  ];
}

/** Everybody in the team, with what an admin can do about each. */
export function peopleCard(members: readonly Member[], words: Words): Card {
  const waiting = members.filter((member) => member.role === undefined);
  const item = (member: Member, loud: boolean): Element => ({
    kind: 'item',
    line: mention(member),
    detail: member.role ? words.roles[member.role] : words.people.asked,
    actions: memberActions(member, words, loud),
  });
  return {
    text: words.people.title(members.length - waiting.length),
    elements: [
      { kind: 'heading', text: words.people.title(members.length - waiting.length) },
      ...waiting.map((member, at) => item(member, at === 0)),
      ...members.filter((member) => member.role !== undefined).map((member) => item(member, false)),
      {
        kind: 'actions',
        actions: [
          {
            kind: 'button',
            label: words.people.add,
            command: 'people.form',
            opensForm: true,
            ...(waiting.length === 0 ? { style: 'primary' as const } : {}),
          },
        ],
      },
      { kind: 'note', line: words.people.hint },
    ],
  };
}

/** What a member sees whom nobody has let in. */
export function outsideCard(admins: readonly string[], asked: boolean, words: Words): Card {
  const text = admins.length === 0 ? words.people.noAdmin : words.people.outside;
  const ask: Element = {
    kind: 'actions',
    actions: [{ kind: 'button', label: words.people.ask, command: 'people.ask', style: 'primary' }],
  };
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(admins.length === 0 ? [] : asked ? [{ kind: 'note' as const, line: words.people.alreadyAsked(admins) }] : [ask]),
    ],
  };
}

export function askedCard(person: Pick<Member, 'id' | 'name' | 'account'>, words: Words): Card {
  const text = words.people.wantsIn(person.name);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: memberActions({ ...person, role: undefined }, words, true),
      },
    ],
  };
}

/** The first message to somebody who was let in. Sent once. */
export function welcomeCard(person: Person, words: Words): Card {
  const { welcome } = words;
  const role = person.role ?? 'rep';
  return {
    text: welcome.title(person.name),
    elements: [
      { kind: 'heading', text: welcome.title(person.name) },
      { kind: 'text', line: welcome.value },
      { kind: 'text', line: welcome.role[role] },
      { kind: 'list', items: welcome.steps[role] },
      {
        kind: 'actions',
        actions: [
          role === 'admin'
            ? { kind: 'button', label: words.help.people, command: 'people.list', style: 'primary' }
            : { kind: 'button', label: words.followups.show, command: 'followups', style: 'primary' },
          { kind: 'button', label: words.help.show, command: 'help' },
        ],
      },
      { kind: 'note', line: welcome.help },
    ],
  };
}
