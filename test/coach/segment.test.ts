import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/coach/normalise.ts';
import { quotesOf, sentencesOf } from '../../src/coach/segment.ts';

const split = (text: string): string[] => {
  const normal = normalise(text);
  return sentencesOf(normal).map((sentence) => text.slice(normal.starts[sentence.start], normal.ends[sentence.end - 1]).trim());
};

describe('sentencesOf', () => {
  it.each([
    ['Dear Mr. Fox, it is 8.30. No. 5 leaves. Right?', ['Dear Mr. Fox, it is 8.30.', 'No. 5 leaves.', 'Right?']],
    ['对不起。明天上午10点到！好吗？', ['对不起。', '明天上午10点到！', '好吗？']],
    ['죄송합니다 😂 내일 갑니다', ['죄송합니다', '내일 갑니다']],
    ['one\ntwo', ['one', 'two']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['We are sorry.', 'en'],
    ['这个 case 我来处理。', 'zh'],
    ['migration 쪽은 제가 확인하겠습니다.', 'ko'],
    ['すみませんでした。', 'other'],
  ])('%s is %s', (text, language) => {
    expect(sentencesOf(normalise(text))[0]?.language).toBe(language);
  });

  it.each([
    ['今天就发出哦～ 明天到', 2],
    ['今天就发出哦～明天到您家', 2],
    ['10~12点到', 1],
  ])('the wave in %s', (text, count) => {
    expect(sentencesOf(normalise(text))).toHaveLength(count);
  });

  it('half an emoji takes nothing with it', () => {
    const normal = normalise('죄송합니다 \ud83d 您');
    expect(sentencesOf(normal).every(({ start, end }) => start < end && end <= normal.length)).toBe(true);
  });

  it('cuts a text without full stops', () => {
    expect(sentencesOf(normalise('word '.repeat(2000))).length).toBeGreaterThan(5);
  });
});

describe('quotesOf', () => {
  it.each([
    ['He said "not my job" twice', ['"not my job"']],
    ['您说“没人管”，我来', ['“没人管”']],
    ['「規定」と『別』', ['「規定」', '『別』']],
    ["It's the driver's 'just sign it' remark", ["'just sign it'"]],
    ['> calm down\nSorry.', ['> calm down']],
    ['&gt; calm down', ['&gt; calm down']],
    ["don't, won't, customers' bags", []],
  ])('%s', (text, expected) => {
    expect(quotesOf(text).map((quote) => text.slice(quote.start, quote.end))).toEqual(expected);
  });
});
