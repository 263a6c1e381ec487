import type { Language } from '../grammar.ts';

interface Spoken {
  readonly why: string;
  readonly instead: string;
}

/** What is wrong with a promised time; better wordings, per language (playbook: P18, P19). */
export const PROMISE_FAULTS: Readonly<Record<'past' | 'later', Readonly<Record<Language, Spoken>>>> = {
  past: {
    en: {
      why: 'That time has passed already. Whoever reads it will doubt the rest too.',
      instead: 'You will hear from me by tomorrow at 10 am, whatever the news is by then.',
    },
    zh: {
      why: '这个时间已经过了，客户看到会连其他承诺也不信。',
      instead: '明天上午十点前，不管进展如何，我都会给您回复。',
    },
    ko: {
      why: '이미 지난 시각입니다. 이 약속을 보면 다른 말도 믿기 어려워집니다.',
      instead: '내일 오전 10시까지 진행 상황이 어떻든 제가 다시 연락드리겠습니다.',
    },
  },
  later: {
    en: {
      why: 'This customer was promised an earlier time. A promise that moves has to be explained before it breaks.',
      instead: 'I promised you an answer by then, so here is where we stand today, and what happens next.',
    },
    zh: {
      why: '之前答应客户的时间比这个早。要改期，得在到期之前先说明原因。',
      instead: '之前答应过您的时间我记着，先把目前的进展告诉您，接下来这样安排。',
    },
    ko: {
      why: '이 고객님께는 더 이른 시간을 약속드렸습니다. 약속을 미루려면 그 전에 먼저 설명드려야 합니다.',
      instead: '약속드린 시간을 잊지 않고 있습니다. 지금까지의 상황과 다음 일정을 먼저 말씀드리겠습니다.',
    },
  },
};
