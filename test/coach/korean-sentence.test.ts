import { describe, expect, it } from 'vitest';
import {
  type KoreanAct,
  koreanAct,
  koreanDenies,
  koreanGivesReason,
  koreanNotes,
  koreanTells,
} from '../../src/coach/korean-sentence.ts';

const acts: Record<KoreanAct, readonly string[]> = {
  argues: [
    '그건 누구나 다 아는 얘기잖아요.',
    '오늘 배달이 워낙 많았거든요.',
    '뚜껑을 안 닫으신 거 아니에요?',
    '저희가 그걸 어떻게 다 봐요?',
    '저희는 표만 팔아요.',
    '어차피 다 헌 물건이에요.',
    '입구에 크게 써 붙여 놨습니다.',
    '그 값이면 싼 거죠.',
    '집에서 물을 주시니까 썩은 거예요.',
    '고객님만 그런 게 아니고요.',
    '영수증 확인은 상식 아닙니까?',
    '누가 그걸 일일이 열어 봐요.',
  ],
  asks: ['왼쪽만 안 들리신다는 말씀이시죠?', '이틀째 못 쓰신다는 거죠?'],
  feels: [
    '하루를 꼬박 기다리셨으니 얼마나 지루하셨어요.',
    '무척 갑갑하셨겠습니다.',
    '그 서러움을 어떻게 말로 다 하겠습니까.',
    '허리는 좀 어떠세요?',
    '정말 기가 막히셨죠.',
    '물이 다 새서 어째요.',
    '이틀을 서 계셨으니 고생 많으셨네요.',
    '그래도 서운하시겠지요.',
  ],
  owns: [
    '주소를 잘못 적은 건 저희예요.',
    '저희 계산이 틀렸습니다.',
    '포장을 소홀히 한 저희 탓입니다.',
    '먼저 알려 드렸어야 했습니다.',
    '늦게 알려 드려서 뭐라 드릴 말씀이 없습니다.',
  ],
  promises: [
    '내일 열 시에 열쇠를 보내 드릴게요.',
    '제가 내일 다시 재겠습니다.',
    '차액은 저희가 냅니다.',
    '그 집부터 먼저 가기로 했습니다.',
    '석 달 치는 돌려드릴 수 있습니다.',
  ],
  did: ['새 열쇠를 우편함에 넣었어요.', '방을 2층으로 옮겨 두었습니다.', '공장에 물건을 요청했습니다.'],
  serves: [
    '상자는 버리셔도 됩니다.',
    '다시 오실 필요 없어요.',
    '물에 닿지 않게 두세요.',
    '보내 주신 사진을 보았습니다.',
    '원인은 아직 확실하지 않습니다.',
    '분해해 봐야 알 수 있습니다.',
    '세 번 거신 것도 기록에 남아 있네요.',
  ],
  open: ['이 제품은 서울에서 만듭니다.', '최선을 다해 노력하겠습니다.', '그 금액은 못 드립니다.', '물이 어느 쪽에서 새나요?'],
};

describe('koreanAct', () => {
  it.each(Object.entries(acts).flatMap(([act, sentences]) => sentences.map((sentence) => [act, sentence] as const)))(
    '%s: %s',
    (act, sentence) => {
      expect(koreanAct(sentence, sentence.endsWith('?'))).toBe(act);
    },
  );

  it('reads past emoji, kaomoji and marks at the end', () => {
    expect(koreanAct('원래 다들 그렇게 쓰시잖아요ㅎㅎ^^~~', false)).toBe('argues');
  });
});

describe('a telling', () => {
  it('takes a charge or an excuse back', () => {
    expect(koreanDenies('문을 두드리신 건 문제가 되지 않습니다.')).toBe(true);
    expect(koreanDenies('바빴다는 말은 핑계가 안 됩니다.')).toBe(true);
    expect(koreanDenies('문을 두드리신 게 문제예요.')).toBe(false);
  });

  it('hands facts back, names its reason, or is a note', () => {
    expect(koreanTells('두 번이나 고치셨는데 그대로라고요')).toBe(true);
    expect(koreanTells('물은 아래로 흐릅니다.')).toBe(false);
    expect(koreanGivesReason('밤새 떠셨으니 얼마나 추우셨어요.')).toBe(true);
    expect(koreanGivesReason('많이 추우셨겠어요.')).toBe(false);
    expect(koreanNotes('문 잠김 건, 접수했어요.')).toBe(true);
    expect(koreanNotes('접수 번호는 12번입니다.')).toBe(false);
  });
});
