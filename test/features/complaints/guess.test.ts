import { describe, expect, test } from 'vitest';
import { guessKind, guessSeverity } from '../../../src/features/complaints/guess.ts';

/** playbook: P28. */
describe('what kind of complaint it is', () => {
  test.each([
    ['product', 'The kettle stopped working after a week.'],
    ['product', 'This is ridiculous, the pipe leaks again!'],
    ['venting', 'I am furious. Worst day of my life, thanks to you.'],
    ['showing', 'As an engineer I can tell you this is not how it is done.'],
    ['showing', "I've been a customer for twenty years."],
    ['leaning', 'You people are all the same, nobody there cares.'],
    ['product', '蒸汽机漏水，换了密封圈还是漏'],
    ['venting', '气死我了，你们真是太过分了'],
    ['showing', '我是老客户了，你们老板我认识'],
    ['leaning', '你们每次都这样，没人管我'],
    ['product', '스팀기가 또 고장 났어요'],
    ['venting', '정말 어이없고 화가 나네요'],
    ['showing', '제가 십 년째 단골인데요'],
    ['leaning', '맨날 이런 식이지, 아무도 신경 안 쓰잖아요'],
  ] as const)('%s: %s', (kind, words) => {
    expect(guessKind(words)).toBe(kind);
  });
});

describe('how urgent it is', () => {
  test.each([
    ['urgent', 'My son was burned and is in hospital.'],
    ['urgent', '孩子触电了，我要找律师'],
    ['urgent', '가스 냄새가 나요'],
    ['small', 'A small thing, no rush: the lid has a mark.'],
    ['small', '不急，有空看一下就行'],
    ['small', '급하지 않으니 천천히 봐 주세요'],
    ['normal', 'The colour is wrong.'],
    ['normal', '送错了颜色'],
    ['normal', '색이 잘못 왔어요'],
  ] as const)('%s: %s', (severity, words) => {
    expect(guessSeverity(words)).toBe(severity);
  });
});
