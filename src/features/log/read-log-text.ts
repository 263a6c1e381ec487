import { parseWhen } from '../../calendar/index.ts';
import { type LanguageCode, languages } from '../../languages/index.ts';
import { type Outcome, outcomes } from './outcome.ts';

interface Spoken {
  readonly outcome: Outcome;
  readonly start: number;
  readonly end: number;
}

const latin = /[\p{Script=Latin}\p{Nd}]/u;

/** Every way to say an outcome, longest first, so that 'not reached' is not taken for 'reached'. */
const spoken = Object.values(languages)
  .flatMap(({ log }) =>
    outcomes.flatMap((outcome) => log.outcomes[outcome].names.map((name) => ({ outcome, name: name.toLowerCase() }))),
  )
  .sort((a, b) => b.name.length - a.name.length);

/** Lower case of the same length, so that offsets hold: `İ` alone becomes two characters. */
const lowered = (text: string) =>
  text.replace(/./gsu, (character) =>
    character.toLowerCase().length === character.length ? character.toLowerCase() : character,
  );

/** A name in quotes may hold the words of an outcome. */
const quoted = /^\s*(?:"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』)/;

const innocent = Object.values(languages).flatMap(({ log }) => log.notOutcomes.map((phrase) => phrase.toLowerCase()));

/** Every place a phrase stands in a text. */
function placesOf(phrase: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

/** The first outcome said in a text; in Latin script only as whole words, never inside a phrase that means something else. */
export function findOutcome(text: string): Spoken | undefined {
  const lower = lowered(text);
  const from = quoted.exec(text)?.[0].length ?? 0;
  const elsewhere = innocent.flatMap((phrase) => placesOf(phrase, lower).map((start) => ({ start, end: start + phrase.length })));
  let first: Spoken | undefined;
  for (const { outcome, name } of spoken) {
    for (const start of placesOf(name, lower)) {
      const end = start + name.length;
      const inWord =
        (latin.test(name.charAt(0)) && latin.test(lower.charAt(start - 1))) ||
        (latin.test(name.at(-1) ?? '') && latin.test(lower.charAt(end)));
      if (start < from || inWord || elsewhere.some((phrase) => start >= phrase.start && end <= phrase.end)) continue;
      const overlaps = first !== undefined && start >= first.start && end <= first.end;
      if (!overlaps && (first === undefined || start < first.start)) first = { outcome, start, end };
      break;
    }
  }
  return first;
}

export interface LogText {
  /** Who it was, as typed. */
  readonly query: string;
  readonly outcome: Outcome | undefined;
  readonly note: string | undefined;
  /** The next contact, where the text names a day. */
  readonly next: ReturnType<typeof parseWhen>;
}

const edges = /^[\s,;:.，、；：。·-]+|[\s,;:，、；：·-]+$/g;
/** Words that lead over to the next date and mean nothing without it. */
const leadIn =
  /(?:(?:^|[\s,，、;；])(?:next|then|again|follow[- ]?up|call(?: back)?|다음|다시|그 다음|下次|再|然后|然後)\s*)+$/iu;

/**
 * The next contact is a day that stands by itself: after a sign or a word that leads to it, or at the end. A day inside a
 * sentence is part of the note: 'filter is changed next month at the earliest'.
 */
function nextContact(said: string, at: Parameters<typeof parseWhen>[1]): ReturnType<typeof parseWhen> {
  const found = parseWhen(said, at);
  if (found.kind === 'none') return found;
  const before = said.slice(0, found.start);
  const alone =
    before.trim() === '' ||
    /[,;:.，、；：。]\s*$/u.test(before) ||
    leadIn.test(before) ||
    said.slice(found.end).replace(edges, '') === '';
  return alone ? found : { kind: 'none', rest: said };
}

/** `Kim reached happy, next Tue 3pm` -> who, what came of it, what was said, when next. */
export function readLogText(
  text: string,
  at: { readonly now: Date; readonly zone: string; readonly language: LanguageCode },
): LogText {
  const outcome = findOutcome(text);
  if (!outcome) return { query: text.replace(edges, ''), outcome: undefined, note: undefined, next: { kind: 'none', rest: '' } };
  const query = text
    .slice(0, outcome.start)
    .replace(edges, '')
    .replace(/^["“「『]|["”」』]$/g, '');
  const said = text.slice(outcome.end);
  const next = nextContact(said, at);
  const note = (next.kind === 'none' ? said : next.rest.replace(edges, '').replace(leadIn, '')).replace(edges, '');
  return { query, outcome: outcome.outcome, note: note === '' ? undefined : note, next };
}
