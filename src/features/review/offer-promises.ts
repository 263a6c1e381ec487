import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Element } from '../../chat/card.ts';
import type { DraftPromise } from '../../coach/review.ts';
import type { Words } from '../../languages/index.ts';
import { oneLine } from './one-line.ts';

type Look = Pick<ReadContext, 'now'> & { readonly person: Pick<ReadContext['person'], 'zone' | 'language'> };

/** A dated promise in a reply, to be noted once it is sent. */
export interface Promised {
  readonly text: string;
  readonly on: string;
  readonly time: string | undefined;
  /** As the writer reads it. */
  readonly when: string;
}

/** The promises that can be kept once the reply is sent: those whose time is clear and to come. */
export function promisedIn(promises: readonly DraftPromise[], { person, now }: Look): readonly Promised[] {
  return promises.flatMap(({ unsure, text, on, time, at }) =>
    unsure ? [] : [{ text, on, time, when: formatWhen(at ?? on, { zone: person.zone, now, language: person.language }) }],
  );
}

const mostPromises = 2;
/** As much as a promise's name holds; the writer shortens it in the form. */
const mostWhat = 150;

/** What is promised with a time can be noted: the form shows first what will be kept. */
export function promiseElements(promises: readonly Promised[], customerId: string | undefined, words: Words): Element[] {
  return promises.slice(0, mostPromises).map(({ text, on, time, when }) => ({
    kind: 'item',
    line: [{ bold: `${words.promises.found}: ` }, when],
    detail: `“${oneLine(text, 110)}”`,
    actions: [
      {
        kind: 'button',
        label: words.promises.sent,
        command: 'promise.form',
        args: {
          what: oneLine(text, mostWhat),
          on,
          ...(time === undefined ? {} : { time }),
          ...(customerId === undefined ? {} : { customerId }),
        },
        opensForm: true,
      },
    ],
  }));
}
