import { describe, expect, test } from 'vitest';
import { createCoach } from '../../../src/coach/create-coach.ts';
import { composeSuggestion } from '../../../src/features/review/compose-suggestion.ts';

const coach = createCoach();
const suggest = (draft: string, complaint?: string, disputed: readonly string[] = []) => {
  const options = complaint === undefined ? {} : { complaint };
  return composeSuggestion(coach, draft, coach.review(draft, options), options, new Set(disputed));
};
const problems = (draft: string, complaint?: string) =>
  coach.review(draft, complaint === undefined ? {} : { complaint }).findings.filter(({ level }) => level === 'problem');

const bad = [
  [
    'English',
    'Dear Ms Kim,\n\nThank you for the photos. You should have read the manual. Calm down.\n\nKind regards,\nHannah',
    'I bought a kettle on Monday. It leaks. I am furious. I want my money back.',
  ],
  ['Chinese', '您好。照片收到了，谢谢您。这是您自己操作不当造成的，我们也没办法。', '周一买的水壶漏水，我很生气，要求退款。'],
  [
    'Korean',
    '안녕하세요. 사진 잘 받았습니다. 그건 고객님이 잘못 쓰신 거예요. 저도 몰라요.',
    '월요일에 산 주전자에서 물이 샙니다. 너무 속상해요. 환불해 주세요.',
  ],
] as const;

describe.each(bad)('%s', (_language, draft, complaint) => {
  test.each([
    ['beside the customer’s words', complaint],
    ['alone', undefined],
  ])('a suggestion %s hurts nobody and lacks less', (_how, words) => {
    const suggestion = suggest(draft, words) ?? '';
    expect(suggestion).not.toBe('');
    expect(problems(draft, words)).not.toEqual([]);
    expect(problems(suggestion, words)).toEqual([]);
    const lacks = (text: string) => coach.review(text, words === undefined ? {} : { complaint: words }).elements.missing.length;
    expect(lacks(suggestion)).toBeLessThan(lacks(draft));
  });
});

test('greeting first, signature last, and the writer’s own sentence in between', () => {
  const suggestion = suggest(bad[0][1], bad[0][2]) ?? '';
  expect(suggestion).toMatch(/^Dear Ms Kim,\n\n[\s\S]*Thank you for the photos\.[\s\S]*\n\nKind regards,\s+Hannah$/);
  // The template would greet once more.
  expect(suggestion).not.toContain('[name]');
});

test('nothing is made up: what a rule says instead names times that nobody agreed to', () => {
  const suggestion = suggest('I don’t know.') ?? '';
  expect(suggestion).not.toMatch(/5 pm/);
  expect(suggestion).toContain('[day and hour]');
});

test('what the writer calls no problem stays', () => {
  const draft = 'Thank you for the photos. Calm down.';
  const [{ rule = '' } = {}] = problems(draft);
  expect(suggest(draft)).not.toContain('Calm down');
  expect(suggest(draft, undefined, [rule])).toContain('Calm down');
});

test.each(['😀😀', '1234', ''])('%j: nothing to suggest', (draft) => expect(suggest(draft)).toBeUndefined());
