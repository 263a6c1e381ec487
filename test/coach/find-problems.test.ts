import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const categories = (draft: string): string[] => coach.review(draft).findings.filter((finding) => finding.level === 'problem').map((finding) => finding.category); // biome-ignore format: one chain

describe('guards', () => {
  it.each([
    'You wrote that "nobody will help me, that is our policy", and I am ashamed.',
    '> calm down, it is only a scratch\nI will call you at 5 pm.',
    "I can't replace it today, but I can bring a loan machine at 9 tomorrow.",
    "I don't know yet. I'll read the log and ring you by noon.",
    'It was not your fault.',
    'If the part cannot be repaired, we will bring a new one the same day.',
    '同事回您“按规定退不了”，这话不该说，对不起。',
    '我现在还不知道原因，今天下午五点前查清楚给您回电。',
    '原因은 아직 모르지만 확인하여 오늘 오후 4시까지 전화드리겠습니다.',
    '고객님 잘못이 아닙니다.',
  ])('lets pass: %s', (draft) => {
    expect(categories(draft)).toEqual([]);
  });

  it.each([
    ["I can't replace it.", ['refusal']],
    ["I don't know yet.", ['refusal']],
    ['That is our policy, and you should have read it.', ['excuse', 'blame']],
    ['It is only a scratch. Calm down.', ['rude', 'rude']],
  ])('finds in: %s', (draft, expected) => {
    expect(categories(draft)).toEqual(expected);
  });

  it('makes one finding of two in a clause', () => {
    expect(coach.review('It is against our company policy, full stop.').findings).toHaveLength(1);
  });
});
