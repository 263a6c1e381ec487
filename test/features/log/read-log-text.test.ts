import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/features/log/outcome.ts';
import { readLogText } from '../../../src/features/log/read-log-text.ts';
import type { LanguageCode } from '../../../src/languages/index.ts';
import { anyText } from '../../support/any-text.ts';

/** Tuesday, ten in the morning in Seoul. */
const at = (language: LanguageCode) => ({ now: new Date('2026-11-24T01:00:00Z'), zone: 'Asia/Seoul', language });

function read(language: LanguageCode, text: string) {
  const { query, outcome, note, next } = readLogText(text, at(language));
  return {
    query,
    outcome,
    note,
    next: next.kind === 'at' ? [next.on, next.time].filter(Boolean).join(' ') : next.kind === 'none' ? undefined : next.kind,
  };
}

type Case = readonly [
  text: string,
  query: string,
  outcome: Outcome | undefined,
  note: string | undefined,
  next: string | undefined,
];

const english: readonly Case[] = [
  ['Kim reached happy, next Tue 3pm', 'Kim', 'reached', 'happy', '2026-12-01 15:00'],
  ['Kim Minji reached', 'Kim Minji', 'reached', undefined, undefined],
  ['Kim no answer', 'Kim', 'no_answer', undefined, undefined],
  ['Kim not reached', 'Kim', 'no_answer', undefined, undefined],
  ['Kim, no answer, tomorrow', 'Kim', 'no_answer', undefined, '2026-11-25'],
  ['Kim left a message', 'Kim', 'left_message', undefined, undefined],
  ['Kim left message asked to call back', 'Kim', 'left_message', 'asked to call back', undefined],
  ['Kim problem: filter light stays red', 'Kim', 'problem', 'filter light stays red', undefined],
  ['Kim has a problem, leaks. Friday', 'Kim', 'problem', 'leaks.', '2026-11-27'],
  ['Kim wants more: a second unit, next Monday at 10', 'Kim', 'wants_more', 'a second unit', '2026-11-30 10:00'],
  ['Kim interested', 'Kim', 'wants_more', undefined, undefined],
  ['Kim do not contact', 'Kim', 'do_not_contact', undefined, undefined],
  ["Kim don't call", 'Kim', 'do_not_contact', undefined, undefined],
  ['Kim wrong number', 'Kim', 'wrong_number', undefined, undefined],
  ['Kim reached: call again tomorrow', 'Kim', 'reached', undefined, '2026-11-25'],
  ['“Kim & Sons” reached happy', 'Kim & Sons', 'reached', 'happy', undefined],
  ['"Busy Bee" busy', 'Busy Bee', 'no_answer', undefined, undefined],
  ['REACHED', '', 'reached', undefined, undefined],
  ['Kim', 'Kim', undefined, undefined, undefined],
  ['Kim happy', 'Kim happy', undefined, undefined, undefined],
  // Whole words only.
  ['Bookman reached', 'Bookman', 'reached', undefined, undefined],
  ['Kim reached, said ok', 'Kim', 'reached', 'said ok', undefined],
  ['İpek reached happy', 'İpek', 'reached', 'happy', undefined],
  ['Kim reached yesterday', 'Kim', 'reached', undefined, 'past'],
  ['Kim reached, on 3/4', 'Kim', 'reached', undefined, 'ambiguous'],
];

const korean: readonly Case[] = [
  ['김민지 통화함 만족, 다음 주 화요일 오후 3시', '김민지', 'reached', '만족', '2026-12-01 15:00'],
  ['김민지 통화했음', '김민지', 'reached', undefined, undefined],
  ['김민지 부재중', '김민지', 'no_answer', undefined, undefined],
  ['김민지 안 받음', '김민지', 'no_answer', undefined, undefined],
  ['김민지 안받음, 내일', '김민지', 'no_answer', undefined, '2026-11-25'],
  ['김민지 연락 안 됨', '김민지', 'no_answer', undefined, undefined],
  ['김민지 문자 남김', '김민지', 'left_message', undefined, undefined],
  ['김민지 문제 있음 필터 불량', '김민지', 'problem', '필터 불량', undefined],
  ['김민지 문제 없음', '김민지', 'reached', undefined, undefined],
  ['김민지 불만 없음', '김민지', 'reached', undefined, undefined],
  ['김민지 추가 구매 문의', '김민지', 'wants_more', undefined, undefined],
  ['김민지 연락하지 말라고 함', '김민지', 'do_not_contact', undefined, undefined],
  ['김민지 번호 틀림', '김민지', 'wrong_number', undefined, undefined],
  ['김민지', '김민지', undefined, undefined, undefined],
];

const chinese: readonly Case[] = [
  ['王小明 打通了 很满意，下周二下午3点', '王小明', 'reached', '很满意', '2026-12-01 15:00'],
  ['王小明打通了', '王小明', 'reached', undefined, undefined],
  ['王小明 没接', '王小明', 'no_answer', undefined, undefined],
  ['王小明 没打通，明天', '王小明', 'no_answer', undefined, '2026-11-25'],
  ['王小明 没接，留言了', '王小明', 'left_message', undefined, undefined],
  ['王小明 留言了', '王小明', 'left_message', undefined, undefined],
  ['王小明 有问题 漏水', '王小明', 'problem', '漏水', undefined],
  ['王小明 没有问题', '王小明', 'reached', undefined, undefined],
  ['王小明 还想买', '王小明', 'wants_more', undefined, undefined],
  ['王小明 不要再联系', '王小明', 'do_not_contact', undefined, undefined],
  ['王小明 号码错了', '王小明', 'wrong_number', undefined, undefined],
  ['王小明 聯繫上了 很滿意', '王小明', 'reached', '很滿意', undefined],
  ['王小明', '王小明', undefined, undefined, undefined],
];

const tables: readonly [LanguageCode, readonly Case[]][] = [
  ['en', english],
  ['ko', korean],
  ['zh', chinese],
];

describe.each(tables)('%s', (language, cases) => {
  test.each(cases)('%s', (text, query, outcome, note, next) => {
    expect(read(language, text)).toEqual({ query, outcome, note, next });
  });
});

describe('the language of the person is no border', () => {
  test.each([...english.slice(0, 5), ...korean.slice(0, 5), ...chinese.slice(0, 5)])('%s', (text, query, outcome) => {
    for (const language of ['en', 'zh', 'ko'] as const) expect(read(language, text)).toMatchObject({ query, outcome });
  });
});

const words = tables.flatMap(([, cases]) => cases.map(([text]) => text));
const typed = fc.oneof(
  anyText(200),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.string({ maxLength: 5 }),
        fc.constantFrom('next', 'tomorrow', '내일', '明天', '25:99', '31/31'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(' ')),
);

test('never throws, and what it reads was typed', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom('en' as const, 'zh' as const, 'ko' as const), (text, language) => {
      const { query, outcome, note } = readLogText(text, at(language));
      expect(text).toContain(query);
      if (outcome === undefined) expect(note).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
