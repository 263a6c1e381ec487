import { expect, test } from 'vitest';
import { reviewLine } from '../../../src/cli/review/review-line.ts';
import { createCoach } from '../../../src/coach/create-coach.ts';

const coach = createCoach();
const complaint = 'The dryer you delivered on Monday squeaks.';

test('a draft: what hurts, and which elements are there', () => {
  const text = 'That is not my job. I will call you tomorrow at 10 am with an answer.';
  const said = reviewLine(coach, JSON.stringify({ id: 'a', lang: 'en', text, complaint }));
  expect(said).toEqual({
    id: 'a',
    banned: [{ start: expect.any(Number), end: expect.any(Number), category: 'deflect' }],
    elements: expect.arrayContaining(['action', 'time']),
  });
  const [{ start, end }] = (said as { banned: [{ start: number; end: number }] }).banned;
  expect(text.slice(start, end)).toContain('not my job');
});

test('faults of style and hints are not banned', () => {
  const text = '고객님, 불편을 드려 죄송합니다. 내일 오전 10시에 제가 전화할게요. 확인했어.';
  expect(coach.review(text).findings.length).toBeGreaterThan(0);
  expect(reviewLine(coach, JSON.stringify({ id: 1, text }))).toMatchObject({ id: 1, banned: [] });
});

test('a restatement is judged against its complaint', () => {
  const judged = (restatement: string) => reviewLine(coach, JSON.stringify({ id: 1, lang: 'en', restatement, complaint }));
  expect(judged(complaint)).toEqual({ id: 1, restate: 'parrot' });
  expect(judged('So the washing machine from Friday leaks, is that right?')).toEqual({ id: 1, restate: 'wrong' });
});

test.each([
  ['', undefined],
  ['{', { error: 'not JSON' }],
  ['{"id":1}', { error: 'needs text or restatement' }],
  ['{"id":1,"text":"a","restatement":"b","complaint":"c"}', { error: 'needs text or restatement' }],
  ['{"id":1,"restatement":"b"}', { error: 'a restatement needs its complaint' }],
  ['{"id":1,"text":"a","lang":"fr"}', { error: expect.stringMatching(/^lang: /) }],
])('%j', (written, said) => expect(reviewLine(coach, written)).toEqual(said));
