import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Element } from '../../chat/card.ts';
import { touchTitle, touchWhen } from './cards.ts';
import type { Change } from './changes-store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

/** What a customer's file says of a change; undefined where it is of no interest there. */
function changeLine(change: Change, look: Look): string | undefined {
  const { changes } = look.words;
  const title = touchTitle(change, look);
  const { by, fromRep = '', toRep = '', reason } = change;
  const to = change.to && touchWhen(change.to, look);
  switch (change.kind) {
    case 'snoozed':
      return reason === undefined || to === undefined ? undefined : changes.snoozed(title, to, by ?? '', reason);
    case 'given':
      return changes.given(title, fromRep, toRep, by ?? '');
    case 'taken':
      return changes.taken(title, toRep);
    case 'pooled':
      return changes.pooled(title, fromRep);
    case 'paced':
      return to === undefined ? changes.pacedOut(title) : changes.paced(title, to);
    case 'paused':
      return changes.paused(title);
    case 'resumed':
      return to === undefined ? changes.resumedOut(title) : changes.resumed(title, to);
    default:
      return undefined;
  }
}

/** What happened to a customer's touches besides being logged, the last first. */
export function changeElements(changes: readonly Change[], look: Look): readonly Element[] {
  const { words, person, now } = look;
  const items = changes.flatMap((change) => {
    const line = changeLine(change, look);
    return line === undefined
      ? []
      : [`${formatWhen(change.at, { zone: person.zone, now, language: person.language })} · ${line}`];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: words.changes.title }] },
    { kind: 'list', items },
  ];
}
