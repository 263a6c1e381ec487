import type { Language } from './grammar.ts';
import { type CompiledBook, compileBook, type LanguageBook, openLanguageBook } from './language-book.ts';
import { type NormalText, normalise } from './normalise.ts';
import { Output } from './output.ts';
import type { ElementRule, Rule, RulePack } from './rule.ts';
import { shippedPacks } from './rules/packs.ts';
import { SCRIPT, type Sentence, sentencesOf } from './segment.ts';
import { storedTables } from './stored-tables.ts';

/** A frame found, in units of the normal text. */
export interface Hit {
  readonly rule: { readonly language: Language; readonly rule?: Rule; readonly element?: ElementRule['element'] };
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

export interface Rulebook {
  /** English words that stand in frames. */
  words(): ReadonlySet<string>;
  find(normal: NormalText, sentences: readonly Sentence[]): Hit[];
}

/** A hit with what puts hits in order: where its first literal ends, and the number of its frame. */
export interface FoundHit extends Hit {
  readonly firstEnd: number;
  readonly order: number;
}

/** Frames a pack may have; keeps the order of hits that of packs. */
const MOST_FRAMES = 1_000_000;

/** Shipped packs are compiled once: teams mostly differ in words that stand beside them. */
const books = new WeakMap<RulePack, LanguageBook>();

function bookOf(pack: RulePack): LanguageBook {
  const known = books.get(pack);
  if (known) return known;
  const compiled = shippedPacks.includes(pack)
    ? storedTables(`rules-${pack.language}`, () => testedBook(pack))
    : compileBook(pack);
  const book = openLanguageBook(pack, compiled);
  books.set(pack, book);
  return book;
}

/** Compiles a shipped pack; each of its rules must find its own examples, or loading fails with its name. */
export function testedBook(pack: RulePack): CompiledBook {
  const compiled = compileBook(pack);
  const { find } = openLanguageBook(pack, compiled);
  const output = new Output();
  for (const { id, invalid } of pack.rules)
    for (const example of invalid) {
      const normal = normalise(example, { output });
      const found = sentencesOf(normal).some((sentence, at) =>
        find(normal.codes, sentence, at, 0, undefined)?.some((hit) => hit.rule.rule),
      );
      if (!found) throw new Error(`rule ${id} does not find its own example "${example}"`);
    }
  return compiled;
}

/**
 * The rules of all packs. A language is compiled when the first sentence in its script comes by, so that a team that writes
 * two languages never pays for the third.
 */
export function openRulebook(packs: readonly RulePack[]): Rulebook {
  let words: ReadonlySet<string> | undefined;
  return {
    words: () => {
      words ??= new Set(packs.flatMap((pack) => (pack.language === 'en' ? [...bookOf(pack).words] : [])));
      return words;
    },
    find: (normal, sentences) => {
      const hits: Hit[] = [];
      for (let index = 0; index < sentences.length; index++) {
        const sentence = sentences[index];
        if (!sentence) continue;
        let found: FoundHit[] | undefined;
        for (let at = 0; at < packs.length; at++) {
          const pack = packs[at];
          if (!pack || (sentence.scripts & SCRIPT[pack.language]) === 0) continue;
          found = bookOf(pack).find(normal.codes, sentence, index, at * MOST_FRAMES, found);
        }
        if (found) for (const hit of found) hits.push(hit);
      }
      return hits;
    },
  };
}
