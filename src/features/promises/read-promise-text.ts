import { type Moment, parseWhen } from '../../calendar/index.ts';
import type { LanguageCode } from '../../languages/index.ts';

export interface PromiseText {
  readonly query: string;
  readonly what: string;
  /** More than one where the day can be read in two ways; none where no day is named. */
  readonly moments: readonly Moment[];
}

const edges = /^[\s,;:.，、；：。·-]+|[\s,;:，、；：·-]+$/gu;
/** What stands between who and what; a colon goes before a comma, since a name may hold one. */
const separators = [/[:：]/u, /[,，、]/u];

/**
 * `Kim Minji: new filter by Friday 5pm`: for whom, what, by when. Undefined where nobody or nothing is named.
 * The time may stand anywhere behind the name.
 */
export function readPromiseText(
  text: string,
  at: { readonly now: Date; readonly zone: string; readonly language: LanguageCode },
): PromiseText | undefined {
  // '3:30' is no end of a name.
  const split = separators.map((sign) => text.search(new RegExp(`${sign.source}(?!\\d)`, 'u'))).find((place) => place > 0);
  if (split === undefined) return undefined;
  const query = text.slice(0, split).trim();
  const when = parseWhen(text.slice(split + 1), at);
  const what = when.rest.replaceAll(edges, '');
  if (query === '' || what === '') return undefined;
  if (when.kind === 'none') return { query, what, moments: [] };
  return { query, what, moments: when.kind === 'ambiguous' ? when.choices : [when] };
}
