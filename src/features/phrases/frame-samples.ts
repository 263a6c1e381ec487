import { type FrameNode, parseFrame } from '../../coach/frame.ts';
import type { Language } from '../../coach/review.ts';
import type { RulePack } from '../../coach/rule.ts';

const wilds: Readonly<Record<string, string>> = { '@n': '3', '@w': 'it', '@ing': 'going', '@ed': 'asked' };
/** A Korean stem is found over its endings, and not every ending suits every stem. */
const koreanEndings = ['', '습니다', '니다', '어요', '아요', '지만', '는데', '고'];
const deepest = 6;

function wordsOf(nodes: readonly FrameNode[], pack: RulePack, turn: number, ending: string, depth: number): string[] {
  if (depth > deepest) return [];
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'gap') return [];
    if (node.kind === 'word') return [wilds[node.text] ?? (node.inflected ? node.text + ending : node.text)];
    if (node.kind === 'any')
      return node.optional ? [] : wordsOf(node.options[turn % node.options.length] ?? [], pack, turn, ending, depth + 1);
    const alternatives = (pack.classes[node.name] ?? '').split(/[|\n]/).filter((one) => one.trim() !== '');
    const chosen = alternatives[turn % Math.max(1, alternatives.length)];
    return chosen === undefined ? [] : wordsOf(parseFrame(chosen).nodes, pack, turn, ending, depth + 1);
  });
}

/** Sentences that a frame ought to find, made from the frame itself. Throws where it cannot be read. */
export function* frameSamples(text: string, language: Language, packs: readonly RulePack[]): Generator<string> {
  const { nodes } = parseFrame(text);
  const pack = packs.find((one) => one.language === language);
  if (!pack) return;
  for (let turn = 0; turn < 4; turn++)
    for (const ending of language === 'ko' ? koreanEndings : ['']) {
      const words = wordsOf(nodes, pack, turn, ending, 0);
      yield `${words.join(' ')}.`;
      yield `${words.join(' ')}?`;
      if (language !== 'en') yield `${words.join('')}${language === 'zh' ? '。' : '.'}`;
    }
}
