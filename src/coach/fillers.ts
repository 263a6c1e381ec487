/**
 * Little words that may stand between any two words of a frame ('you *really* should *just* have read it'). The space before one
 * is written as FILLER_SPACE in the normal text, so that frames can step over it without carrying the list.
 */

export const FILLER_SPACE = 2;

const ENGLISH =
  'really|just|simply|actually|honestly|frankly|even|also|still|already|only|probably|perhaps|quite|very|so|too|ever|then|now|again|clearly|obviously|literally|totally|basically|certainly|definitely|absolutely|always|all|kindly|please|sadly|unfortunately|currently|presently|exactly|truly|bloody|damn|personally|possibly|sir|madam|mate|dear|hun|love|fully|completely|entirely|rather|pretty|therefore|maybe';
const KOREAN =
  '정말 진짜 좀 그냥 이미 다 더 또 아직 전혀 절대 절대로 별로 잘 너무 많이 계속 바로 따로 다시 원래 사실 솔직히 현재 지금 당장 아예 도저히 일단 우선 저희가 저희도 제가 저도 고객님 고객님이 고객님께서 어차피 당연히 자꾸 굳이 뭐 딱히 결국 그만 제발 혹시 아마 조금 완전 무슨';

/** What a finished Latin word is: nothing of note, a filler, or a negation typed without its apostrophe. */
export const WordKind = { plain: 0, filler: 1, bareNegation: 2 } as const;

const NEGATED = [
  'do',
  'does',
  'did',
  'is',
  'was',
  'are',
  'were',
  'could',
  'should',
  'would',
  'have',
  'has',
  'had',
  'must',
  'need',
  'ca',
  'wo',
].map((verb) => `${verb}nt`);

/** A trie over a to z: `next[state * 26 + letter]`, 0 where no word goes on. State 0 is dead, state 1 the start. */
export interface WordTrie {
  readonly next: Uint16Array;
  readonly kind: Uint8Array;
}

function buildTrie(words: readonly (readonly [string, number])[]): WordTrie {
  const states = 2 + words.reduce((sum, [word]) => sum + word.length, 0);
  const next = new Uint16Array(states * 26);
  const kind = new Uint8Array(states);
  let count = 2;
  for (const [word, value] of words) {
    let state = 1;
    for (const letter of word) {
      const slot = state * 26 + letter.charCodeAt(0) - 97;
      if (next[slot] === 0) next[slot] = count++;
      state = next[slot] ?? 0;
    }
    kind[state] = value;
  }
  return { next, kind };
}

const fillers = ENGLISH.split('|');
export const WORD_TRIE = buildTrie([
  ...fillers.map((word) => [word, WordKind.filler] as const),
  ...NEGATED.map((word) => [word, WordKind.bareNegation] as const),
]);

/** As jamo, by first jamo. */
const koreanFillers = new Map<number, string[]>();
for (const word of KOREAN.split(' ').map((one) => one.normalize('NFD')))
  koreanFillers.set(word.charCodeAt(0), [...(koreanFillers.get(word.charCodeAt(0)) ?? []), word]);

export const LONGEST_KOREAN_FILLER = Math.max(...[...koreanFillers.values()].flat().map((word) => word.length));

/** By first jamo, the lengths of its fillers as bits: most words are told from a filler by this alone. */
const lengths = new Int32Array(0x1200);
for (const [first, words] of koreanFillers)
  for (const { length } of words) lengths[first] = (lengths[first] ?? 0) | (1 << length);

/** Whether the units from `start` to `end` are a Korean filler. */
export function isKoreanFiller(codes: Uint16Array, start: number, end: number): boolean {
  if ((((lengths[codes[start] ?? 0] ?? 0) >>> (end - start)) & 1) === 0) return false;
  const words = koreanFillers.get(codes[start] ?? 0);
  if (words) for (const word of words) if (word.length === end - start && startsWith(codes, start, word)) return true;
  return false;
}

export function startsWith(codes: Uint16Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (codes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
