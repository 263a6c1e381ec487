import { DIGIT_RUN, type Kind, PERSONAL, PLAIN_NUMBERS } from './personal-patterns.ts';

export interface PersonalSpan {
  readonly kind: Kind;
  /** UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Parts of names that are everyday words too: those count only with a capital. */
const everyday = new Set(
  'will may mark hope grace rose art bill rich so an do he so in my sun day young long white brown black green king price may june april august summer joy faith sky jack rob pat sue drew dean frank ray guy grant chase lane page hall woods stone bush park lee'.split(
    ' ',
  ),
);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const isCjk = (text: string) => /^[\p{Script=Han}\p{Script=Hangul}\s·]+$/u.test(text);

/** A name as people write it: whole, its parts, in CJK also without the family name. */
function formsOf(name: string): RegExp[] {
  const whole = name.normalize('NFC').trim();
  if (whole.length < 2) return [];
  if (isCjk(whole)) {
    const letters = [...whole.replace(/[\s·]/g, '')];
    const spaced = (part: readonly string[]) => new RegExp(part.map(escaped).join('[\\s·]?'), 'gu');
    return letters.length >= 3 && letters.length <= 4 ? [spaced(letters), spaced(letters.slice(-2))] : [spaced(letters)];
  }
  // A longer name is found inside other words too: typed without a space it is still a name.
  const bounded = (part: string, flags: string, letters: number) =>
    new RegExp(letters >= 5 ? part : `(?<![\\p{L}\\p{N}])${part}(?![\\p{Script=Latin}\\p{N}])`, flags);
  const parts = whole.split(/\s+/);
  const forms = [bounded(parts.map(escaped).join('\\s+'), 'giu', whole.length)];
  // A company's parts are mostly words of the trade; its whole name says who it is.
  if (parts.length > 3 || /\b(?:inc|ltd|llc|gmbh|corp|co|company|clinic|group|hospital|hotel|studio|shop|store)\b/iu.test(whole))
    return forms;
  for (const part of parts) {
    const letters = part.replace(/[^\p{L}]/gu, '').length;
    if (letters < 2) continue;
    const small = everyday.has(part.toLowerCase());
    forms.push(
      small ? bounded(`(?:${escaped(part)}|${escaped(part.toUpperCase())})`, 'gu', 0) : bounded(escaped(part), 'giu', letters),
    );
  }
  return forms;
}

/** Typed on a Mac, Hangul and accents may come in pieces; accents are also left away. */
function otherSpellings(form: RegExp): RegExp[] {
  const pieces = form.source.normalize('NFD');
  const spellings = new Set([form.source, pieces, pieces.replace(/\p{M}/gu, '')]);
  return [...spellings].map((source) => new RegExp(source, form.flags));
}

/** The check sum of payment cards. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits[digits.length - 1 - at]);
    const doubled = value * 2;
    sum += at % 2 === 0 ? value : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function kindOfRun(run: string): Kind | undefined {
  const plain = run.normalize('NFKC');
  const digits = plain.replace(/\D/g, '');
  if (digits.length < 7) return undefined;
  if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return 'CARD';
  return /^\(?(?:\+|0)/.test(plain) || /^1[3-9]\d{9}$/.test(digits) || digits.length <= 11 ? 'PHONE' : 'CODE';
}

/** Digits that are a date, a time or a sum are blanked, so that a run of digits does not reach into them. */
function withoutPlainNumbers(text: string): string {
  let rest = text;
  for (const pattern of PLAIN_NUMBERS) rest = rest.replace(pattern, (found) => '\u0000'.repeat(found.length));
  return rest;
}

function joined(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: PersonalSpan[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/**
 * Where a text names or could lead to a person: by what is known of them, and by form. Rather too much than too little: what
 * is taken for personal by mistake comes back unchanged.
 */
export function findPersonal(text: string, names: readonly string[]): readonly PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (const name of names)
    for (const form of formsOf(name).flatMap(otherSpellings))
      for (const hit of text.matchAll(form)) spans.push({ kind: 'NAME', start: hit.index, end: hit.index + hit[0].length });
  const numbers = withoutPlainNumbers(text);
  for (const hit of numbers.matchAll(DIGIT_RUN)) {
    const kind = kindOfRun(hit[0]);
    if (kind) spans.push({ kind, start: hit.index, end: hit.index + hit[0].length });
  }
  for (const [kind, pattern] of PERSONAL)
    for (const hit of (kind === 'CODE' ? numbers : text).matchAll(pattern)) {
      const it = hit.groups?.it ?? hit[0];
      const start = hit.index + (hit.groups?.it === undefined ? 0 : hit[0].lastIndexOf(it));
      spans.push({ kind, start, end: start + it.length });
    }
  return joined(spans.filter(({ start, end }) => end > start));
}
