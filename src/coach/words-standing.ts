import { type Automaton, buildAutomaton, CELL, nextState } from './automaton.ts';

/** Tells which of some words stand in a text, anywhere: one walk, where asking for each word would be a hundred. */
export function wordsStanding(words: readonly string[]): (text: string) => ReadonlySet<string> {
  const known = [...new Set(words)];
  let automaton: Automaton | undefined; // made when first asked
  return (text) => {
    automaton ??= buildAutomaton(known);
    const { symbols, cells, output, outputLink } = automaton;
    const found = new Set<string>();
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      state = nextState(cells, state, symbol);
      for (let end = cells[state * CELL + 3] ?? 0; end !== 0; end = outputLink[end] ?? 0)
        found.add(known[output[end] ?? 0] ?? '');
    }
    return found;
  };
}
