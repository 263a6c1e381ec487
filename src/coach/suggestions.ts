import type { Language } from './grammar.ts';
import type { Element, Suggestion } from './review.ts';

/** A sentence for each element that a draft lacks. Square brackets are for the writer to fill. */
const SENTENCES: Record<Language, Record<Element, string>> = {
  en: {
    empathy: '[What happened] must have been hard for you, and I can see why you are upset.',
    restate: 'So that I have it right: [when], [what goes wrong], and you have already tried [what].',
    check: 'Have I understood you correctly?',
    own: 'That is our mistake, and I am sorry.',
    action: 'I will [what I do for you] myself.',
    time: 'You will hear from me by [day and hour], whatever the news is by then.',
  },
  zh: {
    empathy: '碰上[发生的事]，换谁都会着急，辛苦您了。',
    restate: '我复述一遍：[什么时候][出了什么问题]，您已经试过[什么]。',
    check: '我这样理解对吗？',
    own: '这是我们的责任，向您道歉。',
    action: '我来为您[要做的事]，一直跟到解决。',
    time: '不管有没有结果，我在[日期和时间]前给您回电话。',
  },
  ko: {
    empathy: '[겪으신 일] 때문에 얼마나 속상하셨습니까.',
    restate: '[언제]부터 [어떤 문제]가 있었고, [해 보신 일]까지 해 보셨다는 말씀으로 이해했습니다.',
    check: '제가 맞게 이해했습니까?',
    own: '저희 잘못입니다. 진심으로 사과드립니다.',
    action: '제가 직접 [해 드릴 일]을 처리하겠습니다.',
    time: '결과가 어떻든 [날짜와 시각]까지 전화드리겠습니다.',
  },
};

export function suggestionsFor(missing: readonly Element[], language: Language, restatement: string | undefined): Suggestion[] {
  return missing.map((element) => ({
    element,
    text: element === 'restate' && restatement ? restatement : SENTENCES[language][element],
  }));
}
