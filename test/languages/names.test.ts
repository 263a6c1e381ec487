import { describe, expect, it } from 'vitest';
import { outcomes } from '../../src/features/log/outcome.ts';
import { type CommandWord, type LanguageCode, languageCodes, languages } from '../../src/languages/index.ts';

/** Every typed word with what it means, over all languages, since each is understood whatever the person's own language. */
function meanings(of: (code: LanguageCode) => readonly (readonly [string, readonly string[]])[]) {
  const found = new Map<string, Set<string>>();
  for (const code of languageCodes) {
    for (const [meaning, names] of of(code)) {
      for (const name of names) found.set(name.toLowerCase(), (found.get(name.toLowerCase()) ?? new Set()).add(meaning));
    }
  }
  return found;
}

const commandsOf = (code: LanguageCode) =>
  (Object.keys(languages[code].commands) as CommandWord[]).map((word) => [word, languages[code].commands[word].names] as const);
const outcomesOf = (code: LanguageCode) =>
  outcomes.map((outcome) => [outcome, languages[code].log.outcomes[outcome].names] as const);
const spansOf = (code: LanguageCode) => {
  const { spanWords, teamWords } = languages[code].followups;
  return [...Object.entries(spanWords), ['team', teamWords] as const];
};
const rolesOf = (code: LanguageCode) => {
  const { roles, people } = languages[code];
  return [...Object.entries(roles).map(([role, name]) => [role, [name]] as const), ['none', people.removeWords] as const];
};

describe.each([
  ['commands', commandsOf],
  ['outcomes', outcomesOf],
  ['spans of a list', spansOf],
  ['roles', rolesOf],
] as const)('names of %s', (_what, of) => {
  it('mean one thing, in whichever language', () => {
    const double = [...meanings(of)].filter(([, meant]) => meant.size > 1).map(([name, meant]) => [name, ...meant]);
    expect(double).toEqual([]);
  });

  it.each(languageCodes)('are there and trimmed in %s', (code) => {
    const faulty = of(code).flatMap(([meaning, names]) =>
      names.length === 0 ? [meaning] : names.filter((name) => name === '' || name !== name.trim()),
    );
    expect(faulty).toEqual([]);
  });
});

/** In Chinese and Korean a name may stand anywhere, so one letter would be found in half of all texts. */
it.each(['zh', 'ko'] as const)('an outcome is never said in one character in %s', (code) => {
  expect(outcomesOf(code).flatMap(([, names]) => names.filter((name) => name.length < 2))).toEqual([]);
});
