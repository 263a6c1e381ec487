import type { Language } from '../../src/coach/review.ts';

export interface Sample {
  readonly language: Language;
  readonly names: readonly string[];
  readonly complaint: string;
  readonly draft: string;
  /** What a good model answers; placeholders as they come out of the mask. */
  readonly rewrite: string;
  readonly opinion: string;
  /** What may not leave. */
  readonly personal: readonly string[];
}

export const samples: readonly Sample[] = [
  {
    language: 'en',
    names: ['Ava Thompson', 'Northwind Dental', 'Hannah Berg'],
    complaint:
      'This is Ava Thompson. My dishwasher, order 88213, has leaked twice since May and the kitchen floor is ruined. I am furious. Call me on 415-555-0134 or write to ava@example.com.',
    draft:
      'Dear Ava, I am sorry that the leak ruined your floor. This is not my department. I will call you on 415-555-0134 by 5 pm today about order 88213. Hannah',
    rewrite:
      'Dear [NAME_1], I am so sorry: the leak has ruined your kitchen floor, and I understand how angry you are. That is our fault. The machine you bought has leaked twice since May. Have I understood you correctly? I will call you on [PHONE_1] by 5 pm today about order [CODE_1]. [NAME_2]',
    opinion: 'The apology is warm. Sending [NAME_1] away hurts most.',
    personal: ['Ava', 'Thompson', 'Hannah', '88213', '415-555-0134', 'ava@example.com'],
  },
  {
    language: 'ko',
    names: ['김민수', '이수진'],
    complaint:
      '김민수입니다. 식기세척기에서 두 번이나 물이 새서 마루가 다 젖었습니다. 정말 화가 납니다. 010-1234-5678로 연락 주세요. 주소는 서울시 강남구 테헤란로 152입니다.',
    draft: '김민수 고객님, 제 담당이 아닙니다. 오늘 오후 5시까지 010-1234-5678로 전화드리겠습니다. 이수진 드림',
    rewrite:
      '[NAME_1] 고객님, 물이 새서 마루까지 젖어 얼마나 화가 나셨을지 충분히 이해합니다. 저희 잘못입니다. 정말 죄송합니다. 식기세척기가 두 번이나 샜다는 말씀이 맞으실까요? 제가 확인하고 오늘 오후 5시까지 [PHONE_1]로 전화드리겠습니다. [NAME_2] 드림',
    opinion: '담당이 아니라는 말이 고객을 밀어냅니다.',
    personal: ['김민수', '민수', '이수진', '010-1234-5678', '테헤란로'],
  },
  {
    language: 'zh',
    names: ['王小明'],
    complaint: '我是王小明，洗碗机漏水两次，地板都泡坏了，非常生气。电话13812345678，地址上海市浦东新区世纪大道100号。',
    draft: '王小明先生，您好。这不是我负责的范围。我今天下午5点前给您打电话13812345678。',
    rewrite:
      '[NAME_1]先生，您好。洗碗机两次漏水，地板都泡坏了，您一定很生气，我非常理解您的心情。这是我们的责任，非常抱歉。请问我理解得对吗？我来跟进处理，今天下午5点前给您打电话[PHONE_1]。',
    opinion: '推给别人最伤人。',
    personal: ['王小明', '小明', '13812345678', '世纪大道'],
  },
];
