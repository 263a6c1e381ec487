/**
 * What a text must have for a regular expression to match in it, read from the expression's source. Sound, not complete: what
 * the reader does not understand needs nothing.
 */

/** Literals of which one must stand in the text. */
export type OneOf = readonly string[];

/** Literals that a piece matches exactly, where these are few; and what must stand anywhere in what it matches. */
interface Piece {
  readonly exact: ReadonlySet<string> | undefined;
  readonly needs: readonly OneOf[];
}

/** Longer lists are too common to tell anything, and multiply when pieces are joined. */
const MOST_ALTERNATIVES = 320;
const MOST_JOINED = 64;
const NOTHING: Piece = { exact: new Set(['']), needs: [] };
const ANYTHING: Piece = { exact: undefined, needs: [] };

/** The alternatives of an expression, each as source. */
export function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') at = classEnd(source, at);
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) {
      found.push(source.slice(start, at));
      start = at + 1;
    }
  }
  found.push(source.slice(start));
  return found;
}

/** All of these must hold for `source` (of a case-sensitive expression with the flag u) to match. */
export function neededLiterals(source: string): OneOf[] {
  const reader = { source, at: 0 };
  const piece = alternation(reader);
  return reader.at < source.length ? [] : needsOf(piece);
}

interface Reader {
  readonly source: string;
  at: number;
}

function needsOf({ exact, needs }: Piece): OneOf[] {
  return exact === undefined || exact.has('') ? [...needs] : [...needs, [...exact]];
}

function alternation(reader: Reader): Piece {
  const options = [sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    options.push(sequence(reader));
  }
  if (options.length === 1) return options[0] ?? ANYTHING;
  const exact = new Set(options.flatMap((option) => [...(option.exact ?? [])]));
  if (options.every((option) => option.exact && option.needs.length === 0) && exact.size <= MOST_ALTERNATIVES)
    return { exact, needs: [] };
  const best = options.map((option) => rarest(needsOf(option)));
  if (best.includes(undefined)) return ANYTHING;
  const all = new Set(best.flatMap((literals) => literals ?? []));
  return all.size <= MOST_ALTERNATIVES ? { exact: undefined, needs: [[...all]] } : ANYTHING;
}

function sequence(reader: Reader): Piece {
  const needs: OneOf[] = [];
  let exact: ReadonlySet<string> | undefined = NOTHING.exact;
  const flush = (): void => {
    if (exact && !exact.has('')) needs.push([...exact]);
  };
  let whole = true; // all of it is in `exact`
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const piece = quantified(reader);
    needs.push(...piece.needs);
    const joined = exact && piece.exact && product(exact, piece.exact);
    if (joined) exact = joined;
    else {
      flush();
      whole = false;
      exact = piece.exact;
    }
  }
  if (whole) return { exact, needs };
  flush();
  return { exact: undefined, needs };
}

function product(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (a.size === 1 && a.has('')) return b;
  if (b.size === 1 && b.has('')) return a;
  if (a.size * b.size > MOST_JOINED) return undefined;
  const joined = new Set<string>();
  for (const one of a) for (const other of b) joined.add(one + other);
  return joined;
}

function quantified(reader: Reader): Piece {
  const piece = atom(reader);
  if (!'*+?{'.includes(reader.source[reader.at] ?? ' ')) return piece;
  const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(reader.source.slice(reader.at, reader.at + 12));
  if (!found) return piece;
  reader.at += found[0].length;
  const [, mark, least, comma, most] = found;
  if (mark === '?' || (least === '0' && most === '1'))
    return piece.exact && piece.exact.size < MOST_ALTERNATIVES ? { exact: new Set([...piece.exact, '']), needs: [] } : ANYTHING;
  if (mark === '*' || least === '0') return ANYTHING;
  if (least === '1' && (comma === undefined || most === '1')) return piece;
  return { exact: undefined, needs: needsOf(piece) };
}

/** Reads one atom: a character, a class, a group. Assertions match nothing, wherever they look. */
function atom(reader: Reader): Piece {
  const { source } = reader;
  const char = String.fromCodePoint(source.codePointAt(reader.at) ?? 0);
  if (char === '(') return group(reader);
  if (char === '[') {
    const end = classEnd(source, reader.at);
    const piece = charClass(source.slice(reader.at + 1, end));
    reader.at = end + 1;
    return piece;
  }
  if (char === '\\') return escaped(reader);
  reader.at += char.length;
  if (char === '^' || char === '$') return NOTHING;
  return char === '.' ? ANYTHING : { exact: new Set([char]), needs: [] };
}

function group(reader: Reader): Piece {
  const kind = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? '(';
  reader.at += kind.length;
  const inside = alternation(reader);
  reader.at++;
  return /[=!]$/u.test(kind) ? NOTHING : inside;
}

function escaped(reader: Reader): Piece {
  const { source } = reader;
  const [whole = '', hex = ''] = /^\\(?:[ux]([\da-f]{4}|[\da-f]{2})|[pP]\{[^}]*\}|.)/iu.exec(source.slice(reader.at)) ?? [];
  reader.at += whole.length;
  if (hex !== '') return { exact: new Set([String.fromCharCode(Number.parseInt(hex, 16))]), needs: [] };
  const char = whole[1] ?? '';
  if (char === 'b' || char === 'B') return NOTHING;
  if (char === 'd') return { exact: new Set('0123456789'), needs: [] };
  if (char === 'n') return { exact: new Set(['\n']), needs: [] };
  return /\w/u.test(char) ? ANYTHING : { exact: new Set([char]), needs: [] };
}

/** Index of the `]` that ends the class at `at`. */
function classEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end;
}

function charClass(body: string): Piece {
  if (body.startsWith('^') || body.includes('\\') || /[\ud800-\udfff]/.test(body)) return ANYTHING;
  const chars = new Set<string>();
  for (let at = 0; at < body.length; at++) {
    if (body[at + 1] !== '-' || at + 2 >= body.length) {
      chars.add(body[at] ?? '');
      continue;
    }
    const last = body.charCodeAt(at + 2);
    if (last - body.charCodeAt(at) > MOST_JOINED) return ANYTHING;
    for (let code = body.charCodeAt(at); code <= last; code++) chars.add(String.fromCharCode(code));
    at += 2;
  }
  return chars.size <= MOST_ALTERNATIVES ? { exact: chars, needs: [] } : ANYTHING;
}

/** How often one of the literals is to be expected: short Latin ones stand in every text, long ones and Han in few. */
export function commonness(literals: OneOf): number {
  let sum = 0;
  for (const literal of literals) {
    const dense = literal.charCodeAt(0) > 0x2fff ? 3 : 1;
    sum += 40 / dense / 4 ** Math.min(3, literal.length - 1);
  }
  return sum;
}

export function rarest(needs: readonly OneOf[]): OneOf | undefined {
  return [...needs].sort((a, b) => commonness(a) - commonness(b))[0];
}
