import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import { anyText } from '../support/any-text.ts';

const coach = createCoach();
/** A Tuesday, ten in the morning in Seoul. */
const at = { now: new Date('2026-11-24T01:00:00Z'), zone: 'Asia/Seoul' };
const promises = (draft: string) => coach.review(draft, { at }).promises ?? [];

describe('a promise is dated where the rep is', () => {
  test.each([
    ['I will call you on Friday at 3 pm.', '2026-11-27', '15:00'],
    ["I'll send you the new part by tomorrow noon.", '2026-11-25', '12:00'],
    ['내일 오전 10시까지 제가 전화드리겠습니다.', '2026-11-25', '10:00'],
    ['금요일까지 새 부품을 보내 드리겠습니다.', '2026-11-27', undefined],
    ['我周五前给您答复。', '2026-11-27', undefined],
    ['明天下午三点我给您打电话。', '2026-11-25', '15:00'],
    ['明天下午三點我給您打電話。', '2026-11-25', '15:00'],
  ])('%s', (draft, on, time) => {
    const [promise, ...more] = promises(`Thank you for writing. ${draft}`);
    expect(more).toEqual([]);
    expect(promise).toMatchObject({ text: draft, on });
    expect(promise?.time).toBe(time);
    expect(promise?.unsure).toBeUndefined();
  });

  test('its date words are those of the draft', () => {
    const draft = '안녕하세요 😀. I will call you on Friday at 3 pm.';
    const [promise] = promises(draft);
    expect(draft.slice(promise?.words.start, promise?.words.end)).toMatch(/Friday at 3 pm/);
  });

  test('the same words in another zone are another moment', () => {
    const draft = 'I will call you tomorrow at 9 am.';
    const [here] = promises(draft);
    const [there] = coach.review(draft, { at: { ...at, zone: 'America/New_York' } }).promises ?? [];
    expect([here?.at?.toISOString(), there?.at?.toISOString()]).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-24T14:00:00.000Z']);
  });
});

test.each([
  'You bought the oven on Friday, is that right?',
  'The dryer was delivered on Monday.',
  'I will call you back.',
  '월요일에 받으신 건조기가 소리가 난다는 말씀이시죠?',
  '您是说上周五收到的，对吗？',
])('promises nothing: %s', (draft) => expect(promises(draft)).toEqual([]));

describe('a time that cannot stand', () => {
  const findings = (draft: string, promisedOn?: string) =>
    coach
      .review(draft, { at, ...(promisedOn && { file: { promisedOn } }) })
      .findings.filter(({ rule }) => rule.startsWith('promise-'));

  test.each([
    ['I will call you today at 9 am.', 'en'],
    ['오늘 오전 9시까지 제가 전화드리겠습니다.', 'ko'],
    ['今天上午九点我给您打电话。', 'zh'],
  ])('has passed: %s', (draft, language) => {
    expect(findings(draft)).toMatchObject([{ rule: 'promise-past', category: 'overpromise', level: 'problem', language }]);
  });

  test('later than what was promised already', () => {
    expect(findings('I will call you on Friday.', '2026-11-26')).toMatchObject([{ rule: 'promise-later', level: 'hint' }]);
    expect(findings('I will call you on Friday.', '2026-11-27')).toEqual([]);
  });
});

test('without a clock nothing is dated, and the review is the same', () => {
  const draft = 'I will call you on Friday at 3 pm.';
  const { promises: _dated, ...dated } = coach.review(draft, { at });
  expect(coach.review(draft)).toEqual(dated);
});

test('whatever is written, the places are inside it', () => {
  const said = fc.constantFrom(
    'I will call you on Friday.',
    '내일까지 연락드리겠습니다.',
    '周五前答复您。',
    '\ud83d',
    '12/11',
    '3:00',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(said, anyText(20)), { maxLength: 6 }), (parts) => {
      const draft = parts.join(' ');
      for (const { start, end, words, text } of promises(draft)) {
        expect(draft.slice(start, end)).toBe(text);
        expect(start <= words.start && words.start < words.end && words.end <= end).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
