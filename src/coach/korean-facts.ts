/** Where a Korean restatement says something else than the customer did: another sum, span, side, person or wish. */

/** Lines of meanings that exclude each other; words of one meaning stand between bars. */
const OPPOSED: readonly (readonly string[])[] = [
  ['왼', '오른'],
  ['아들|아드님', '딸|따님'],
  ['어머니|어머님|엄마|모친', '아버지|아버님|아빠|부친'],
  ['남편', '아내|부인|와이프'],
  ['형님|오빠|형이', '누나|언니|동생'],
  ['아침|오전', '오후|저녁|밤'],
  ['앞바퀴|앞문|앞쪽|앞면|앞니', '뒷바퀴|뒷문|뒤쪽|뒷면|어금니'],
  ['위층|윗집|위쪽|윗니', '아래층|아랫집|아래쪽|아랫니'],
  ['해지|해약|그만두|끊었|끊고', '연장|갱신|재계약|계속 쓰|계속 이용'],
  ['줄어|줄었|작아|좁아|짧', '늘어|늘었|커졌|커서|넓|길어'],
  ['안 들리|못 들|조용', '시끄럽|너무 크|너무 커'],
  ['뜨거|뜨겁|과열', '차가|차갑|미지근|식어'],
  ['바지', '치마|원피스'],
  ['말도 없|아무 말|사과도 (?:없|안)|사과 한마디 (?:없|못)|묻지도|연락도 없', '사과를? ?(?:했|하셨|받|드렸)|친절'],
  ['이중|중복|두 번씩|두 번이나 결제', '결제[를가]? (?:못|안 되)'],
  ['안 왔|안 와|오지 않|못 받', '잘 받았|제때 왔|일찍 왔'],
  ['늦게|늦었|지연', '일찍|먼저 왔|앞당겨'],
  ['새 제품|새것|신품', '중고'],
  ['찢어|깨진|깨졌|부서|망가|파손|부러', '멀쩡|무사|온전'],
  ['전부|모두|다 ', '하나만|한 개만|일부만'],
];

/** Words that ask for the same. */
const WISHES: readonly string[] = [
  '환불|반품|취소|돌려받|돈으로|결제 취소',
  '수리|고쳐|고치',
  '교환|교체|바꿔|바꾸|새것|새 제품|새로|다시 보내|재발송',
  '보상|배상|물어|변상|값을',
  '사과',
  '해지|해약|끊',
  '연장|계속',
  '찾아|찾고',
  '확인|알려|설명',
];

const UNIT = { 년: 365, 개월: 30, 달: 30, 주: 7, 주일: 7 } as const;
const NATIVE: Record<string, number> = { 한: 1, 두: 2, 세: 3, 석: 3, 네: 4, 넉: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10, 일: 1 }; // biome-ignore format: a table

/** Months and longer, in days. */
function spansOf(text: string): Set<number> {
  const spans = new Set<number>();
  for (const match of text.matchAll(
    /(\d+|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열|일)\s?(년|개월|달|주일|주)(?!문|소|말|인)/gu,
  )) {
    const count = NATIVE[match[1] ?? ''] ?? Number(match[1]);
    spans.add(count * UNIT[match[2] as keyof typeof UNIT]);
  }
  if (text.includes('반년')) spans.add(6 * UNIT.달);
  return spans;
}

/** Sums of money in won: '5만 4천 원' is one sum. */
function sumsOf(text: string): Set<number> {
  const sums = new Set<number>();
  for (const match of text.matchAll(/(?:(\d[\d,]*)\s?만)?\s?(?:(\d[\d,]*)\s?천)?\s?(\d[\d,]*)?\s?원/gu)) {
    const [tenThousands = '', thousands = '', rest = ''] = match.slice(1).map((part) => (part ?? '').replaceAll(',', ''));
    const sum = Number(tenThousands) * 10_000 + Number(thousands) * 1000 + Number(rest);
    if (sum > 0) sums.add(sum);
  }
  return sums;
}

function strangers(said: ReadonlySet<number>, told: ReadonlySet<number>): number[] {
  return told.size === 0 ? [] : [...said].filter((one) => !told.has(one));
}

/** The verb before 'please' or 'would like'; what is refused ('수리 말고') is no wish. */
function wishesOf(text: string): string[] {
  const wanted = text.replace(/[가-힣]+ ?(?:말고|대신|필요 없고)/gu, '');
  return [...wanted.matchAll(/([가-힣]+)(?:[를을이가]? |[해아어]? ?)(?:달라|원하|싶)/gu)].map((match) => match[1] ?? '');
}

const same = (wish: string): string => WISHES.find((line) => new RegExp(line, 'u').test(wish)) ?? wish.slice(0, 2);

/** Names of what contradicts; none where the two tellings agree. */
export function koreanConflicts(said: string, told: string): string[] {
  const conflicts: string[] = [];
  for (const group of OPPOSED) {
    const meanings = group.map((words) => new RegExp(words, 'u'));
    const saidAt = meanings.map((meaning) => meaning.test(said));
    const toldAt = meanings.map((meaning) => meaning.test(told));
    meanings.forEach((_, at) => {
      if (saidAt[at] && !toldAt[at] && toldAt.some(Boolean) && !saidAt.some((is, other) => is && toldAt[other]))
        conflicts.push(group[at] ?? '');
    });
  }
  for (const span of strangers(spansOf(said), spansOf(told))) conflicts.push(`${span} days`);
  for (const sum of strangers(sumsOf(said), sumsOf(told))) conflicts.push(`${sum} won`);
  const asked = told.replace(/[가-힣]+ ?(?:말고|대신)/gu, '');
  for (const wish of wishesOf(said)) if (!new RegExp(same(wish), 'u').test(asked)) conflicts.push(`wish ${wish}`);
  return conflicts;
}
