import { describe, expect, it } from 'vitest';
import { koreanConflicts } from '../../src/coach/korean-facts.ts';

describe('koreanConflicts', () => {
  const told = '3월에 산 왼쪽 이어폰이 석 달 만에 고장 나서 7만 5천 원을 냈어요. 수리 말고 환불해 주세요.';

  it.each([
    ['오른쪽 이어폰이 고장 났다는 말씀이시죠?', '오른'],
    ['1년 만에 고장 났다는 말씀이시죠?', '365 days'],
    ['8만 원을 내셨다는 말씀이시죠?', '80000 won'],
    ['수리해 달라는 말씀이시죠?', 'wish 수리해'],
  ])('%s', (said, conflict) => {
    expect(koreanConflicts(said, told)).toEqual([conflict]);
  });

  it.each([
    '왼쪽이 세 달 만에 고장 났다는 말씀이시죠?',
    '수리비로 7만5천 원을 내셨군요.',
    '고치지 않고 돈으로 돌려받고 싶으시다는 말씀이시죠?',
  ])('%s agrees', (said) => {
    expect(koreanConflicts(said, told)).toEqual([]);
  });
});
