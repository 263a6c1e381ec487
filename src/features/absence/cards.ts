import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Action, Card, Form } from '../../chat/card.ts';
import { type Touch, touchTitle } from '../followups/index.ts';
import type { NewAbsence } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

const day = (on: string, { person, now }: Look) => formatWhen(on, { zone: person.zone, now, language: person.language });

const plain = (text: string, more: readonly string[], actions: readonly Action[]): Card => ({
  text,
  elements: [
    { kind: 'text', line: text },
    ...more.map((line) => ({ kind: 'note' as const, line })),
    ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
  ],
});

/** What was noted: from when to when, and who has the list meanwhile. */
export function awayCard(
  absence: NewAbsence,
  standIn: string | undefined,
  due: { readonly touches: number; readonly promises: number },
  look: Look,
): Card {
  const { words } = look;
  const w = words.absence;
  const text = w.noted(day(absence.from, look), day(absence.until, look), standIn);
  const more =
    standIn === undefined
      ? [w.waits(due.touches), ...(due.promises > 0 ? [w.promisesLeft(due.promises)] : [])]
      : [w.gives(standIn, due.touches)];
  return plain(text, more, [
    { kind: 'button', label: w.back, command: 'back' },
    { kind: 'button', label: w.change, command: 'away.form', opensForm: true },
  ]);
}

const showList = ({ words }: Look): readonly Action[] => [
  { kind: 'button', label: words.followups.show, command: 'followups', style: 'primary' },
];

/** For the stand-in: whose list it is, how much of it, until when. */
export function standInCard(owner: string, until: string, touches: number, look: Look): Card {
  return plain(
    look.words.absence.standsIn(owner, day(until, look), touches),
    [look.words.absence.standsInHow(owner)],
    showList(look),
  );
}

export interface DoneMeanwhile {
  readonly touch: Touch;
  readonly outcome: string;
}

/** For who comes back: what was done meanwhile, and what is theirs again. */
export function returnedCard(
  standIn: string | undefined,
  done: readonly DoneMeanwhile[],
  more: boolean,
  open: number,
  look: Look,
): Card {
  const { words, person, now } = look;
  const outcomes: Readonly<Record<string, { readonly label: string } | undefined>> = words.log.outcomes;
  const text = words.absence.welcomeBack(open);
  const items = done.map(({ touch, outcome }) =>
    [
      touch.closedAt ? formatWhen(touch.closedAt, { zone: person.zone, now, language: person.language }) : '',
      touch.customer.name,
      touchTitle(touch, look),
      outcomes[outcome]?.label ?? words.absence.ended,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(standIn !== undefined ? [{ kind: 'text' as const, line: words.absence.meanwhile(standIn, done.length, more) }] : []),
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
      { kind: 'actions', actions: showList(look) },
    ],
  };
}

/** For the stand-in, at the end. */
export function givenBackCard(owner: string, touches: number, look: Look): Card {
  return plain(look.words.absence.givenBack(owner, touches), [], []);
}

export function awayForm(
  proposed: Partial<NewAbsence>,
  standInAccount: string | undefined,
  look: Look & Pick<ReadContext, 'today'>,
): Form {
  const { words, today } = look;
  return {
    title: words.absence.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'away',
    fields: [
      { kind: 'date', name: 'from', label: words.absence.from, value: proposed.from ?? today },
      { kind: 'date', name: 'until', label: words.absence.until, ...(proposed.until ? { value: proposed.until } : {}) },
      {
        kind: 'person',
        name: 'account',
        label: words.absence.who,
        hint: words.absence.whoHint,
        optional: true,
        ...(standInAccount ? { value: standInAccount } : {}),
      },
    ],
  };
}
