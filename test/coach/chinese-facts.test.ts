import { describe, expect, it } from 'vitest';
import { chineseConflicts, chineseNumber } from '../../src/coach/chinese-facts.ts';

describe('Chinese numbers', () => {
  it.each([
    ['十二', 12],
    ['三十', 30],
    ['两千六', 2600],
    ['两千零六', 2006],
    ['一百零五', 105],
    ['半', 0.5],
    ['47', 47],
  ])('%s', (written, value) => {
    expect(chineseNumber(written)).toBe(value);
  });

  it('is no number', () => expect(chineseNumber('您')).toBeNaN());
});

describe('what contradicts a Chinese complaint', () => {
  it.each([
    ['灯用了一个月就坏了', '灯用了一年才坏,对吗', 'span'],
    ['十一月三号约的', '您约的是11月13日,对吗', 'date'],
    ['送我女儿的', '是送您儿子的,对吗', 'person'],
    ['误了飞机', '您误了火车,对吗', 'kind'],
    ['司机五点才来', '司机三点就来了,对吗', 'hour'],
    ['赔五百,修要两千', '赔两千,修只要五百,对吗', 'amount'],
    ['裙子短了一截', '裙子长了一截,对吗', 'opposite'],
    ['备注不要香菜', '您要多放香菜,对吗', 'unwanted'],
    ['我不同意加边', '您同意加边,对吗', 'agrees'],
    ['要退掉剩下的课', '您想继续上课,对吗', 'wish'],
    ['从90掉到62', '从62涨到90,对吗', 'turned round'],
  ])('%s / %s: %s', (complaint, restatement, conflict) => {
    expect(chineseConflicts(restatement, complaint)).toContain(conflict);
  });

  it.each([
    ['灯用了两周就坏了', '才十四天灯就坏了,对吗'],
    ['说好三点来车,五点才到', '约的三点来车,五点才到,对吗'],
    ['送我妈的', '是给老太太的,对吗'],
    ['我要退货', '您想退货,对吗'],
  ])('%s / %s: nothing', (complaint, restatement) => {
    expect(chineseConflicts(restatement, complaint)).toEqual([]);
  });
});
