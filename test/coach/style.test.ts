import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const styles = (draft: string): string[] => coach.review(draft).findings.filter((finding) => finding.category === 'style').map((finding) => finding.rule); // biome-ignore format: one chain

describe('style findings', () => {
  it.each([
    ['죄송합니다. 제가 확인하겠습니다. 내일 연락드리겠습니다.', []],
    ['죄송합니다. 확인했어요. 내일 연락드리겠습니다. 괜찮아요.', ['ko-speech-mixed']],
    ['죄송합니다. 그건 내가 할게. 내일 연락드리겠습니다.', ['ko-speech-plain']],
    ['您好，我给你换新的。', ['zh-you-mixed']],
    ['您好，我给您换新的。', []],
  ])('%s', (draft, expected) => {
    expect(styles(draft)).toEqual(expected);
  });
});
