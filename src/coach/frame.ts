/**
 * The language rules are written in. A frame is a line of words with a little around them:
 *
 *   you (should|ought to) have <check>   words, alternatives, a lexical class
 *   [just] read~ the manual              [optional]; `~` is any form of the word
 *   nothing .. we can do                 `..` is a gap inside the clause (`..6` a longer one, `,..` may cross commas)
 *   #no#                                 `#` is the edge of a clause, `^` and `$` the edges of a sentence
 *   -수 없~                              `-` lets a frame begin inside a word
 *   눈 @e                                `@e` is the end of a Korean word and its particle: '눈이', not '눈치'
 */
export type FrameNode =
  | { readonly kind: 'word'; readonly text: string; readonly inflected: boolean }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'any'; readonly options: readonly (readonly FrameNode[])[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly size: number | undefined; readonly crossesCommas: boolean };

export type Edge = 'none' | 'clause' | 'sentence' | 'inside';

export interface Frame {
  readonly source: string;
  readonly start: Edge;
  readonly end: Edge;
  readonly nodes: readonly FrameNode[];
}

const TOKEN = /\s+|,?\.\.\d*|<[\w-]+>|[()[\]|]|[^\s()[\]|<>.]+|\./gu;

/** Reads a frame; a mistake in it throws with the frame's text. */
export function parseFrame(source: string): Frame {
  let body = source.trim();
  let start: Edge = 'none';
  let end: Edge = 'none';
  if (body.startsWith('^')) start = 'sentence';
  else if (body.startsWith('#')) start = 'clause';
  else if (body.startsWith('-')) start = 'inside';
  if (start !== 'none') body = body.slice(1);
  if (body.endsWith('$')) end = 'sentence';
  else if (body.endsWith('#')) end = 'clause';
  if (end !== 'none') body = body.slice(0, -1);
  const tokens = (body.match(TOKEN) ?? []).filter((token) => token.trim() !== '');
  let at = 0;

  const fail = (why: string): never => {
    throw new Error(`frame "${source}": ${why}`);
  };
  const sequence = (): FrameNode[] => {
    const nodes: FrameNode[] = [];
    for (; at < tokens.length; at++) {
      const token = tokens[at] ?? '';
      if (token === ')' || token === ']' || token === '|') break;
      if (token === '(' || token === '[') nodes.push(group(token === '[' ? ']' : ')'));
      else if (token.startsWith('<')) nodes.push({ kind: 'class', name: token.slice(1, -1) });
      else if (/^,?\.\./u.test(token)) nodes.push(gap(token));
      else nodes.push(word(token));
    }
    return nodes;
  };
  const word = (token: string): FrameNode => {
    // Edges hold for the whole frame; within it such a mark would be looked for in the text, where it never stands.
    if (/^[-#^$]|.[#^$]$/u.test(token)) fail(`"${token}" may only stand at the edge of the frame`);
    return { kind: 'word', text: token.replace(/~$/u, ''), inflected: token.endsWith('~') };
  };
  const group = (closing: string): FrameNode => {
    const options: FrameNode[][] = [];
    do {
      at++;
      options.push(sequence());
    } while (tokens[at] === '|');
    if (tokens[at] !== closing) fail(`"${closing}" is missing`);
    if (options.some((option) => option.length === 0)) fail('an alternative is empty');
    return { kind: 'any', options, optional: closing === ']' };
  };
  const gap = (token: string): FrameNode => {
    const digits = token.replace(/\D/gu, '');
    return { kind: 'gap', size: digits === '' ? undefined : Number(digits), crossesCommas: token.startsWith(',') };
  };

  const nodes = sequence();
  if (at < tokens.length) fail(`"${tokens[at]}" has no beginning`);
  const last = nodes[nodes.length - 1];
  if (nodes.length === 0 || last === undefined) return fail('it is empty');
  if (nodes.every((node) => node.kind === 'gap' || (node.kind === 'any' && node.optional))) fail('nothing in it must be there');
  if (last.kind === 'gap' || nodes[0]?.kind === 'gap') fail('a gap needs something on both sides');
  return { source, start, end, nodes };
}
