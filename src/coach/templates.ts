import type { Language } from './grammar.ts';

/** What a restatement goes through, in order (playbook: P24). */
export const SLOTS = ['who', 'product', 'when', 'what', 'tried', 'today', 'wanted', 'check'] as const;
export type Slot = (typeof SLOTS)[number];

/** What a wording must hold to be filled: the customer's name, what they bought, or their own words. */
export const PLACEHOLDERS: Readonly<Record<Slot, '{name}' | '{product}' | '{text}' | undefined>> = {
  who: '{name}',
  product: '{product}',
  when: '{text}',
  what: '{text}',
  tried: '{text}',
  today: '{text}',
  wanted: '{text}',
  check: undefined,
};

/** A reflective-listening template: ordered slots with wordings. `{…}` is filled with the customer's own facts. */
export interface Template {
  readonly id: string;
  readonly language: Language;
  readonly tone: 'warm' | 'formal';
  /** Playbook row. */
  readonly source: string;
  readonly slots: readonly { readonly slot: Slot; readonly wording: string }[];
}

/** Signs in the customer's words that a clause belongs to a slot; what has none tells what happens. */
export const SLOT_SIGNS: Record<Language, Partial<Record<Slot, RegExp>>> = {
  en: {
    wanted: /\b(?:want|would like|refund|replacement|money back|please (?:send|replace|refund)|i need you to|expect)\b/iu,
    tried:
      /\b(?:tried|restart|rebooted|reset|called|rang|wrote|e-?mailed|chat(?:ted)?|told to|was told|asked|replaced the|cleaned|twice been|returned it)\b/iu,
    today: /\b(?:today|this morning|tonight|just now|right now|yesterday|last night)\b/iu,
    when: /\b(?:bought|ordered|delivered|installed|fitted|since|ago|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/iu,
  },
  zh: {
    wanted: /要(?:求|退|换|赔)|希望|想退|想换|退货|退款|赔偿|给个说法/u,
    tried: /试过|重启|换了|打了|打过|找过|联系|客服|师傅来|让我|拆开|问过/u,
    today: /今天|今早|刚才|昨天|昨晚|现在/u,
    when: /买的|订的|装的|送到|送来|换的|上个?月|上周|月初|去年|[一二三四五六七八九十\d]+月|以前|刚买/u,
  },
  ko: {
    wanted: /원합|원해|해 ?주세요|바꿔 ?주|환불|교환|보상|받고 싶/u,
    tried: /해 ?봤|껐다|재부팅|전화(?:했|드렸|는)|문의했|다녀왔|갈았|바꿔 ?봤|요청했|고쳤/u,
    today: /오늘|어제|방금|아침에|지금|새벽/u,
    when: /샀|산 지|구입|주문|설치한|설치하|맡긴|빌린|\d+월|지난달|지난주|작년|됐는데|만에/u,
  },
};

export const TEMPLATES: readonly Template[] = [
  {
    id: 'en-reflect',
    language: 'en',
    tone: 'warm',
    source: 'P24',
    slots: [
      { slot: 'who', wording: '{name}, thank you for writing.' },
      { slot: 'product', wording: 'This is about your {product}.' },
      { slot: 'when', wording: 'Let me make sure I have it right: {text}.' },
      { slot: 'what', wording: 'What goes wrong is this: {text}.' },
      { slot: 'tried', wording: 'Before you came to us: {text}.' },
      { slot: 'today', wording: 'And most recently: {text}.' },
      { slot: 'wanted', wording: 'What would put it right for you: {text}.' },
      { slot: 'check', wording: 'Have I understood you correctly?' },
    ],
  },
  {
    id: 'zh-reflect',
    language: 'zh',
    tone: 'warm',
    source: 'P24',
    slots: [
      { slot: 'who', wording: '{name}，谢谢您告诉我们。' },
      { slot: 'product', wording: '您说的是在我们这里买的{product}。' },
      { slot: 'when', wording: '我复述一遍：{text}。' },
      { slot: 'what', wording: '现在的情况是：{text}。' },
      { slot: 'tried', wording: '您之前已经：{text}。' },
      { slot: 'today', wording: '最近又发生了：{text}。' },
      { slot: 'wanted', wording: '您希望：{text}。' },
      { slot: 'check', wording: '我这样理解对吗？' },
    ],
  },
  {
    id: 'ko-reflect',
    language: 'ko',
    tone: 'formal',
    source: 'P24',
    slots: [
      { slot: 'who', wording: '{name}, 알려 주셔서 감사합니다.' },
      { slot: 'product', wording: '구입하신 {product} 건으로 말씀 주셨습니다.' },
      { slot: 'when', wording: '말씀을 정리해 보겠습니다. {text}.' },
      { slot: 'what', wording: '지금 겪고 계신 일은 이렇습니다. {text}.' },
      { slot: 'tried', wording: '이미 해 보신 일은 이렇습니다. {text}.' },
      { slot: 'today', wording: '최근에는 이런 일이 있었습니다. {text}.' },
      { slot: 'wanted', wording: '원하시는 것은 이렇습니다. {text}.' },
      { slot: 'check', wording: '제가 맞게 이해했습니까?' },
    ],
  },
];
