import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesLuhn } from '../../src/advisor/find-personal.ts';
import { maskTexts, placeholdersIn, unmask } from '../../src/advisor/mask.ts';
import { anyText } from '../support/any-text.ts';

const masked = (text: string, names: readonly string[] = []) => maskTexts([text], names).texts[0] ?? '';

describe('is hidden', () => {
  test.each<[what: string, text: string, secret: string, names?: readonly string[]]>([
    ['a known name', 'Thank you, Ava Thompson, for writing.', 'Ava Thompson', ['Ava Thompson']],
    ['a part of it', 'I told thompson so.', 'thompson', ['Ava Thompson']],
    ['one that is a word too', 'Ask Will about it, he will know.', 'Will', ['Will Parker']],
    ['a company', 'northwind dental clinic waits', 'northwind dental clinic', ['Northwind Dental Clinic']],
    ['a Korean name', '김민수 고객님, 안녕하세요.', '김민수', ['김민수']],
    ['without its family name', '민수야, 미안해', '민수', ['김민수']],
    ['one that came in pieces', '김민수 고객님'.normalize('NFD'), '김민수'.normalize('NFD'), ['김민수']],
    ['one with its accent', 'Dear José,'.normalize('NFD'), 'José'.normalize('NFD'), ['José Álvarez']],
    ['one without', 'this is jose alvarez', 'jose alvarez', ['José Álvarez']],
    ['a Chinese name', '王小明您好', '王小明', ['王小明']],
    ['without its family name', '小明，抱歉', '小明', ['王小明']],
    ['a title', 'As Ms. Kim said on the phone', 'Kim'],
    ['a title and two names', 'Dear Dr Maria Lopez, we are sorry', 'Maria Lopez'],
    ['a greeting', 'Hi Benedict,\nwe are sorry', 'Benedict'],
    ['a signature', 'We are sorry.\nKind regards,\nHannah Berg', 'Hannah Berg'],
    ['an unknown customer', '박서연 고객님께서 말씀하신', '박서연'],
    ['an unknown colleague', '이수진 과장이 전화드리겠습니다', '이수진'],
    ['who is writing', '저는 최영호입니다. 환불해 주세요', '최영호'],
    ['who signs', '감사합니다. 정다은 드림', '정다은'],
    ['a family name', '王女士，您好', '王'],
    ['a whole name and a title', '请联系陈建国先生', '陈建国'],
    ['who is writing', '我叫李晓红，想退货', '李晓红'],
    ['in traditional script', '張偉先生您好', '張偉'],
    ['a mail', 'write to ava.t+x@example.co.uk please', 'ava.t+x@example.co.uk'],
    ['a mail among Han', '邮箱ava@example.com。', 'ava@example.com'],
    ['a mail in words', 'ava at example dot com', 'ava at example dot com'],
    ['a link', 'see https://example.com/o/99?k=1 now', 'https://example.com/o/99?k=1'],
    ['an account elsewhere', '加微信：wang_88 谢谢', 'wang_88'],
    ['a mobile number', '제 번호는 010-1234-5678입니다', '010-1234-5678'],
    ['an international one', 'call +82 10 1234 5678', '+82 10 1234 5678'],
    ['one with what is not seen', 'call 010\u200b1234\u200b5678', '010\u200b1234\u200b5678'],
    ['a Chinese one', '电话13812345678', '13812345678'],
    ['an American one', 'call (415) 555-0134 today', '(415) 555-0134'],
    ['in full width', '電話０１２－３４５－６７８９', '０１２－３４５－６７８９'],
    ['a card', 'card 4111 1111 1111 1111 was charged', '4111 1111 1111 1111'],
    ['an identity number', '주민번호 901231-1234567', '901231-1234567'],
    ['an order', 'order no. 88213 is late', '88213'],
    ['a hash', 'about #1042', '#1042'],
    ['a Chinese order', '订单号：A2024-771', 'A2024-771'],
    ['a Korean order', '주문번호 20241188-03 건', '20241188-03'],
    ['a serial number', 'the unit SN-77X-4410 stopped', 'SN-77X-4410'],
    [
      'an American address',
      'ship to 221 West Baker Street, Apt 4B, Springfield, IL 62704',
      '221 West Baker Street, Apt 4B, Springfield, IL 62704',
    ],
    ['a British code', 'we live at SW1A 1AA', 'SW1A 1AA'],
    ['a Chinese address', '寄到上海市浦东新区世纪大道100号5楼501室', '上海市浦东新区世纪大道100号5楼501室'],
    ['a Korean address', '주소는 서울시 강남구 테헤란로 152 3층 301호입니다', '강남구 테헤란로 152'],
    ['a flat', '101동 1203호로 와 주세요', '101동 1203호'],
  ])('%s: %s', (_what, text, secret, names) => {
    const { texts, secrets } = maskTexts([text], names ?? []);
    expect(texts[0]).not.toContain(secret);
    expect([...secrets.values()].some((value) => value.includes(secret))).toBe(true);
    expect(unmask(texts[0] ?? '', secrets)).toBe(text);
  });
});

test.each([
  'We will call you by 5 pm on 2026-11-24, and on 24.11.2026 at 15:30.',
  'The refund of $1,299.00 or 1,299,000원 was booked in 3 days.',
  '고객님, 정말 죄송합니다. 2026년 11월 24일 오후 3시까지 새 제품으로 3개를 보내 드리겠습니다.',
  '非常抱歉，我们会在2026年11月24日之前退款1299元，今天下午3点给您电话。',
  'The dishwasher has leaked 2 times since May, and nobody came.',
  'Dear Customer, thank you for your message.',
])('stays: %s', (text) => expect(masked(text)).toBe(text));

test('the same words are the same placeholder in every text', () => {
  const { texts } = maskTexts(['Ms. Kim called 010-1234-5678.', '010-1234-5678 is the number of Ms. Kim.'], []);
  expect(texts).toEqual(['Ms. [NAME_1] called [PHONE_1].', '[PHONE_1] is the number of Ms. [NAME_1].']);
});

describe('comes back', () => {
  const pieces = fc.constantFrom(
    ...['Ava Thompson', '김민수 고객님 ', '王女士，', '010-1234-5678', 'a@b.co', '4111111111111111', 'order #77123 ', '[NAME_1]'],
    ...[
      '[name 2]',
      ' [CODE_9] ',
      '\n',
      '世纪大道100号',
      '강남구 테헤란로 152',
      'https://x.io/a ',
      ' is late. ',
      '［PHONE＿1］',
      'EMAIL_3',
    ],
  );
  test('byte for byte, whatever is around it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(pieces, anyText(12)), { maxLength: 8 }), { maxLength: 3 }), (parts) => {
        const texts = parts.map((some) => some.join(''));
        const { texts: hidden, secrets } = maskTexts(texts, ['Ava Thompson', '김민수']);
        expect(hidden.map((text) => unmask(text, secrets))).toEqual(texts);
        for (const text of hidden) expect(text).not.toMatch(/thompson|김민수|010-1234|a@b\.co|411111/i);
      }),
      { numRuns: 500 },
    );
  });

  test('also what ran into its neighbour', () => {
    const { texts } = maskTexts(['a@b.co世纪大道100号a@b.co'], []);
    expect(texts[0]).not.toContain('@');
  });

  test.each(['$4111111111111111', '₩ 4111111111111111'])('also a card number that looks like a sum: %s', (text) => {
    expect(maskTexts([text], []).texts[0]).not.toContain('111');
  });

  test.each(['[NAME_2]', '[Name_1]', '【NAME_1】', '[NAME 1]', 'NAME_1', 'call [PHONE_1] now'])('not with %s', (text) => {
    const { secrets } = maskTexts(['Dear Ms. Kim, we are sorry.'], []);
    expect(secrets.size).toBe(1);
    expect(unmask(`Dear ${text}, we are sorry.`, secrets)).toBeUndefined();
  });
});

test('which placeholders a text has', () => {
  expect([...placeholdersIn('[NAME_1] and [CODE_2], [NAME_1], [time]')]).toEqual(['[NAME_1]', '[CODE_2]']);
});

test.each([
  ['4111111111111111', true],
  ['4111111111111112', false],
  ['5500005555555559', true],
])('the check sum of %s', (digits, valid) => {
  expect(passesLuhn(digits)).toBe(valid);
});

test.each(['市', '路', 'a-', '1 ', 'A ', '김', '강남구 ', 'a.', '王', '1', 'a@', 'http://', 'regards\n'])(
  'a long run of %j costs little',
  (unit) => {
    const before = process.cpuUsage();
    maskTexts([unit.repeat(4_000)], ['Ava Thompson']);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_500);
  },
);
