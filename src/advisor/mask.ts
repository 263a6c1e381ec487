import { findPersonal } from './find-personal.ts';
import { KINDS, type Kind } from './personal-patterns.ts';

/** Personal data by the placeholder that stands for it, for example `[NAME_1]`. */
export type Secrets = ReadonlyMap<string, string>;

export interface Masked {
  /** In the order they were given. */
  readonly texts: readonly string[];
  readonly secrets: Secrets;
}

const placeholder = new RegExp(`\\[(?:${KINDS.join('|')})_\\d+\\]`, 'gu');
/** One that was bent on the way: other brackets, other case, a space. */
const bent = new RegExp(`[\\[［【〔]\\s?(?:${KINDS.join('|')})[\\s_\\\\-]{0,2}\\d+|(?:${KINDS.join('|')})_\\d+`, 'iu');
const likePlaceholder = new RegExp(`${placeholder.source}|${bent.source}`, 'giu');

/** Placeholders in a text, each once. */
export const placeholdersIn = (text: string): ReadonlySet<string> => new Set(text.match(placeholder));

/**
 * Puts a placeholder in place of each name, mail, link, phone, address, card and order number. The same words get the same
 * placeholder in all the texts; a text that looks like a placeholder is replaced as well, so that nothing is mistaken for one.
 */
export function maskTexts(texts: readonly string[], names: readonly string[]): Masked {
  const secrets = new Map<string, string>();
  const known = new Map<string, string>();
  const counts = new Map<Kind, number>();
  const standIn = (kind: Kind, original: string): string => {
    const before = known.get(original);
    if (before !== undefined) return before;
    const count = (counts.get(kind) ?? 0) + 1;
    const name = `[${kind}_${count}]`;
    counts.set(kind, count);
    known.set(original, name);
    secrets.set(name, original);
    return name;
  };
  const maskPart = (part: string): string => {
    const found = findPersonal(part, names);
    if (found.length === 0) return part;
    let out = '';
    let from = 0;
    for (const { kind, start, end } of found) {
      // Between two finds may be one that ran into them, as in `a@b.co世纪大道100号a@b.co`.
      out += maskPart(part.slice(from, start)) + standIn(kind, part.slice(start, end));
      from = end;
    }
    return out + maskPart(part.slice(from));
  };
  const mask = (text: string): string => {
    let out = '';
    let at = 0;
    // What looks like a placeholder is cut out first: personal data is looked for between, never across.
    for (const look of [...text.matchAll(likePlaceholder), undefined]) {
      out += maskPart(text.slice(at, look?.index ?? text.length));
      if (look) {
        out += standIn('TEXT', look[0]);
        at = look.index + look[0].length;
      }
    }
    return out;
  };
  return { texts: texts.map(mask), secrets };
}

/** Puts the personal data back, byte for byte; undefined where a placeholder was invented or bent. */
export function unmask(text: string, secrets: Secrets): string | undefined {
  for (const name of placeholdersIn(text)) if (!secrets.has(name)) return undefined;
  if (bent.test(text.replace(placeholder, ' '))) return undefined;
  return text.replace(placeholder, (name) => secrets.get(name) ?? name);
}
