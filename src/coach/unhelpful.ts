import { chineseArgues } from './chinese-sentence.ts';
import { actOfSentence, type KoreanAct } from './korean-sentence.ts';
import type { Category, Element, Finding, Range } from './review.ts';
import type { Hit } from './rulebook.ts';
import type { Quote, Sentence } from './segment.ts';

/**
 * What is left over. In an answer to a complaint each sentence hears the customer, asks, owns up or acts. A statement that
 * does none of it explains, argues or points away, whatever its words: people find new ones every day, and no frame can list them.
 * Only used when the complaint is known, since without it a restatement cannot be told from a statement.
 */
interface Input {
  readonly sentences: readonly Sentence[];
  /** Normal text of each sentence. */
  readonly texts: readonly string[];
  readonly ranges: readonly Range[];
  readonly elements: readonly ReadonlySet<Element>[];
  readonly findings: readonly Finding[];
  readonly quotes: readonly Quote[];
  readonly hits: readonly Hit[];
}

interface Signs {
  /** Greetings, thanks, signatures, requests for safety, plain answers, what we saw or did: nothing to find fault with. */
  readonly harmless: RegExp;
  /** Shorter ones say too little to judge. */
  readonly least: number;
  readonly you: RegExp;
  readonly no: RegExp;
}

const jamo = (source: string): string => source.normalize('NFD');

const SIGNS: Record<'zh' | 'ko', Signs> = {
  zh: {
    harmless:
      /您好|你好|先生|女士|谢谢|感谢|请您|请先|请补充|麻烦您|抱歉|对不起|没问题|好的|可以的|我(?:是|看|查|收|记|把|来|已|会|在|这|给|现|帮|先|马|也|听|能|不|很|想|陪|再|当|亲|单|今|明|都)|我们(?:把|来|已|会|在|这就|给|现在|帮|先|马上|再|当时|今|明|没|有责|应|该|收|看|查|记|想|愿|希望|理解)|收到了?$|看到了|查到了|有收到|不是您|跟您|祝您|随时|您这边已|已经做过|您发来|您提供|您提到|您说|您(?:周|明|今|后|上午|下午)|怎么称呼|不允许|不能容忍|已(?:转|报|交|排|派|约)|帮(?:您|你)|可以优先|请您先别|先别自己|抱抱|编号|单号|都没有效果|如下|补充/u,
    least: 5,
    you: /您|你/u,
    no: /不|没|别|无|非/u,
  },
  ko: {
    harmless: new RegExp(
      jamo(
        '안녕|감사|고맙|부탁|주세요|주십시오|주시|죄송|사과|담당 |입니다\\.?$|확인했|접수했|보았습니다|봤습니다|읽었|받았|괜찮|문제없|네,|제가|저는|저희가|저희는|말씀하신|보내 주신|아니라|것이 아닙|아니에요,|않으셔도|편하실|언제든|이렇습니다|첫째|둘째|셋째|다음과 같|해 보셨|셨지만|셨는데|하셨고|안내해|겠습니|ᆯ게요|이름은|번호는|도움이|바랍니다|없었습니|않았습니|못했습니|안 됐습|좋은|따로|우선|먼저|혹시',
      ).replaceAll(' ', '[ \\x01]?'),
      'u',
    ),
    least: 16,
    you: new RegExp(jamo('고객님|손님|시면|셔야|세요|셨|시네|시는'), 'u'),
    no: new RegExp(jamo('안|못|없|않|아니'), 'u'),
  },
};

/** A piece before an emoji or a line's end that says nothing yet. */
const KOREAN_STATEMENT = new RegExp(`(?:${jamo('요|다|니|네|지|음|함|임|됨|어|아|해|데|죠|당|용')}|ᆷ|\\.)[^\\p{L}.]*$`, 'u');

const WORDS: Record<'zh' | 'ko', { why: string; instead: string }> = {
  zh: {
    why: '这句话既没有回应客户，也没有解决问题，只是在解释、争辩或推开。',
    instead: '删掉它，或者换成您会做什么、几点前做好。',
  },
  ko: {
    why: '이 문장은 고객의 말을 받아 주지도, 돕지도 않습니다. 설명하거나 따지거나 밀어내는 말로 들립니다.',
    instead: '빼거나, 무엇을 언제까지 하겠다는 말로 바꿔 주세요.',
  },
};

function actOf(text: string, sentence: Sentence): KoreanAct {
  const { language } = sentence;
  if (language === 'ko') return actOfSentence(sentence, text);
  return language === 'zh' && chineseArgues(text) ? 'argues' : 'open';
}

export function unhelpfulSentences(input: Input): Finding[] {
  const present = new Set(input.elements.flatMap((set) => [...set]).filter((element) => element !== 'restate'));
  // A draft that owns up, or does three things besides retelling: what is left over in it says why, and that is fine.
  const goodAnswer = present.has('own') || present.size >= 3;
  const found = leftOver(input, goodAnswer, false);
  const hurts = found.length > 0 || input.findings.some((one) => one.level === 'problem');
  return hurts && !goodAnswer && present.size <= 1 ? leftOver(input, goodAnswer, true) : found;
}

function leftOver(input: Input, goodAnswer: boolean, hurts: boolean): Finding[] {
  const { sentences, texts, ranges, elements, findings, quotes, hits } = input;
  // A sentence with a rule's hit was judged already; one with a time in it is most likely a promise.
  const judged = new Set(
    hits.filter((hit) => hit.rule.rule !== undefined || (hit.rule.element === 'when' && !hurts)).map((hit) => hit.sentence),
  );
  const acts = elements.some((set) => set.has('action'));
  const found: Finding[] = [];
  let next = 0; // findings and sentences are both in order
  sentences.forEach((sentence, at) => {
    const range = ranges[at];
    const { language } = sentence;
    if (!range || (language !== 'zh' && language !== 'ko') || (elements[at]?.size ?? 0) > 0) return;
    const act = actOf(texts[at] ?? '', sentence);
    if (language === 'zh' && goodAnswer && act !== 'argues') return;
    if (language === 'ko' && act === 'open' && (sentence.isQuestion || acts)) return;
    if (judged.has(at) && act !== 'argues') return;
    while ((findings[next]?.end ?? Number.POSITIVE_INFINITY) <= range.start) next++;
    const finding = findings[next];
    if (finding && finding.start < range.end) return;
    if (quotes.some((quote) => quote.start < range.end && quote.end > range.start)) return;
    const signs = SIGNS[language];
    const text = texts[at] ?? '';
    if (act !== 'open' && act !== 'argues') return;
    if (language === 'ko' && act === 'open' && !KOREAN_STATEMENT.test(text)) return;
    if (act !== 'argues' && (text.length < signs.least || signs.harmless.test(text))) return;
    if (
      act !== 'argues' &&
      sentence.isQuestion &&
      (!signs.you.test(text) || /行吗|好吗|可以吗|方便|合适|괜찮|어떠|편하/u.test(text.normalize('NFC')))
    )
      return;
    const end = /[.!?。！？\s]$/u.test(text) ? range.end - 1 : range.end;
    const category: Category = signs.you.test(text) ? 'blame' : signs.no.test(text) ? 'refusal' : 'excuse';
    found.push({
      rule: `${language}-no-answer`,
      category,
      level: 'problem',
      start: range.start,
      end: Math.max(range.start + 1, end),
      language,
      ...WORDS[language],
      source: 'P27',
    });
  });
  return found;
}
