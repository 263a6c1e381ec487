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
  .flatMap(({ log }) => outcomes.flatMap((outcome) => log.outcomes[outcome].names.map((name) => ({ outcome, name: name.toLowerCase() }))))
  .sort((a, b) => b.name.length - a.name.length);

/** The first outcome said in a text; in Latin script only as whole words. */
export function findOutcome(text: string): Spoken | undefined {
  const lower = text.toLowerCase();
  let first: Spoken | undefined;
  for (const { outcome, name } of spoken) {
    for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + 1)) {
      const end = start + name.length;
      const inWord = (latin.test(name.charAt(0)) && latin.test(lower.charAt(start - 1))) || (latin.test(name.at(-1) ?? '') && latin.test(lower.charAt(end)));
      if (inWord) continue;
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
const leadIn = /(?:^|[\s,，、;；])(?:next|then|again|follow[- ]?up|call(?: back)?|다음|다시|그 다음|下次|再|然后|然後)\s*$/iu;

/** `Kim reached happy, next Tue 3pm` -> who, what came of it, what was said, when next. */
export function readLogText(text: string, at: { readonly now: Date; readonly zone: string; readonly language: LanguageCode }): LogText {
  const outcome = findOutcome(text);
  if (!outcome) return { query: text.replace(edges, ''), outcome: undefined, note: undefined, next: { kind: 'none', rest: '' } };
  const query = text.slice(0, outcome.start).replace(edges, '').replace(/^["“「『]|["”」』]$/g, '');
  const said = text.slice(outcome.end);
  const next = parseWhen(said, at);
  const rest = next.kind === 'none' ? said : next.rest;
  const note = (next.kind === 'none' ? rest : rest.replace(edges, '').replace(leadIn, '')).replace(edges, '');
  return { query, outcome: outcome.outcome, note: note === '' ? undefined : note, next };
}
