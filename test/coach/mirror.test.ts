import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const complaint = 'The Quindle pump leaked on Monday. Your fitter never came back on Thursday. I am frightened for my baby.';
const sentences = [
  'A leaking Quindle since Monday is no small thing.',
  'The fitter should have returned on Thursday as agreed.',
  'Being frightened for a baby is the worst feeling.',
];
const statuses = (draft: string): string[] | undefined =>
  coach.review(draft, { complaint }).mirror?.points.map((point) => point.status);

describe('the listening mirror', () => {
  it('links each point to the sentence that answers it', () => {
    const draft = sentences.join(' ');
    const { mirror } = coach.review(draft, { complaint });
    expect(
      mirror?.points.map(({ status, kind, answer }) => [status, kind, answer && draft.slice(answer.start, answer.end)]),
    ).toEqual([
      ['answered', 'fact', sentences[0]],
      ['answered', 'fact', sentences[1]],
      ['answered', 'feeling', sentences[2]],
    ]);
  });

  it.each([0, 1, 2])('without sentence %i exactly its point is unanswered', (gone) => {
    const expected = sentences.map((_, at) => (at === gone ? 'unanswered' : 'answered'));
    expect(statuses(sentences.filter((_, at) => at !== gone).join(' '))).toEqual(expected);
  });

  it("calls the customer's own sentence parroted", () => {
    expect(statuses(`The Quindle pump leaked on Monday. ${sentences[1]} ${sentences[2]}`)?.[0]).toBe('parroted');
  });

  it('sees another day as a contradiction', () => {
    expect(statuses(`So the Quindle pump has leaked since Friday? ${sentences[1]}`)?.[0]).toBe('contradicted');
  });

  it('marks sympathy that fits every letter as hollow', () => {
    const draft = `I understand how you feel. ${sentences[2]}`;
    const hollow = coach.review(draft, { complaint }).mirror?.hollow.map((range) => draft.slice(range.start, range.end));
    expect(hollow).toEqual(['I understand how you feel.']);
  });

  it.each([
    ['净水器周六换的滤芯，孩子周日开始拉肚子。', '周六换的滤芯，周日孩子就拉肚子，您一定很着急。'],
    ['건조기에서 어제 탄 냄새가 났어요.', '어제 건조기에서 타는 냄새가 났다니 많이 놀라셨겠어요.'],
  ])('works for %s', (told, draft) => {
    expect(coach.review(draft, { complaint: told }).mirror?.points.every((point) => point.status !== 'unanswered')).toBe(true);
  });
});
