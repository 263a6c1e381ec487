import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const found = (draft: string): string[] =>
  coach.review(draft).findings.filter((finding) => finding.level === 'problem').map((finding) => finding.category); // biome-ignore format: one chain

describe('what a Korean rule found is taken back', () => {
  it.each([
    ['a limit with what we do instead right after', '오늘은 바꿔 드리지 못합니다. 대신 내일 첫 시간에 보내 드릴게요.'],
    ['what cannot be told yet, with a time', '복구될지는 확답드리기 어렵습니다. 오후 6시에 결과를 알려 드릴게요.'],
    [
      'a limit beside an owned fault and a deed',
      '탄 머리는 되돌릴 수 없습니다. 시간을 잘못 잰 건 저희 책임입니다. 값은 모두 돌려드릴게요.',
    ],
    ['a rule that turns to help', '전액 환불은 규정상 힘들지만, 남은 달은 바로 돌려드릴 수 있습니다.'],
    ['a charge that is denied', '목소리를 높이신 건 전혀 문제가 되지 않습니다.'],
    ['an excuse that is denied', '저희가 바빴다는 건 이유가 되지 않습니다.'],
    ['a charge that is told to deny it', '안내문을 안 보신 게 아니라 저희가 안 붙였습니다.'],
    ['what the customer need not do', '새로 사실 필요 없어요. 고쳐서 쓰세요.'],
    ['an excuse that is not made', '기사님이 그만두셔서 그랬다는 말은 하지 않겠습니다.'],
    ['a party that we ring', '제조사에는 제가 전화할 테니 고객님은 쉬고 계세요.'],
    ['calming that is not asked for', '진정하시라는 말은 하지 않겠습니다.'],
    ['a limit beside what can be done', '무료로 해 드린다는 말씀은 못 드리지만 반값은 제가 승인할 수 있어요.'],
    ['what is said not to be perfect', '완벽하게 지워지지는 않지만 눈에 덜 띄게는 할 수 있어요.'],
    ['a reason that owns up', '제가 약속을 세 번이나 어겼거든요.'],
    ['the anger of the customer, felt', '그 말을 들으셨을 때 기가 막히셨죠.'],
  ])('%s', (_, draft) => {
    expect(found(draft)).toEqual([]);
  });

  it.each([
    ['a bare limit', '오늘은 바꿔 드리지 못합니다.', 'refusal'],
    ['a shrug, whatever follows', '솔직히 그건 저희도 감당이 안 됩니다. 내일 다시 보겠습니다.', 'refusal'],
    ['a pointing away, whatever follows', '자세한 건 제조사에 물어보시는 게 빨라요. 예약은 내일 10시로 넣어 둘게요.', 'deflect'],
    ['our own fault denied', '저희 잘못이 아닙니다.', 'deflect'],
    ['anger called names', '참 기가 막히네요.', 'rude'],
  ])('not %s', (_, draft, category) => {
    expect(found(draft)).toContain(category);
  });
});

describe('a mark of mood in chat', () => {
  it('ends a Korean sentence', () => {
    expect(coach.review('바꿀 수 없잖아요~ 한 달이면 나아요 ^^ 감사해요').sentences).toHaveLength(3);
    expect(coach.review('10~20분이면 됩니다').sentences).toHaveLength(1);
  });
});
