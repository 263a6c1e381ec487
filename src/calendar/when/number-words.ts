const CHINESE_DIGITS = '零一二三四五六七八九';

/** '十二', '二十', '两', '30': up to 99; NaN for anything else. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (tens) return (tens[1] ? CHINESE_DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? CHINESE_DIGITS.indexOf(tens[2]) : 0);
  return plain.length === 1 && CHINESE_DIGITS.includes(plain) ? CHINESE_DIGITS.indexOf(plain) : Number.NaN;
}

/** A year written digit by digit: '二〇二六', '2026'. */
export function chineseYear(text: string): number {
  const digits = [...text.replaceAll('〇', '零')].map((each) => (/\d/.test(each) ? each : String(CHINESE_DIGITS.indexOf(each))));
  return Number(digits.join(''));
}

const KOREAN_DIGITS = '영일이삼사오육칠팔구';
const NATIVE: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  열한: 11,
  열두: 12,
};

/** '3', '삼', '이십일', '세', '열두': up to 99; NaN for anything else. October and June are said 시월 and 유월. */
export function koreanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const native = NATIVE[text];
  if (native !== undefined) return native;
  if (text === '시') return 10;
  if (text === '유') return 6;
  const tens = /^([이삼사오육칠팔구]?)십([일이삼사오육칠팔구]?)$/.exec(text);
  if (tens) return (tens[1] ? KOREAN_DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? KOREAN_DIGITS.indexOf(tens[2]) : 0);
  return text.length === 1 && KOREAN_DIGITS.includes(text) ? KOREAN_DIGITS.indexOf(text) : Number.NaN;
}

/** Native words for a number of days. */
export const KOREAN_DAYS: Readonly<Record<string, number>> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  이레: 7,
  여드레: 8,
  아흐레: 9,
  열흘: 10,
  보름: 15,
};
