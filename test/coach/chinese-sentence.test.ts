import { describe, expect, it } from 'vitest';
import { chineseArgues, chineseElements, chineseTelling } from '../../src/coach/chinese-sentence.ts';

describe('what a Chinese sentence is up to', () => {
  it.each([
    ['猫哪有不掉毛的', true],
    ['这一行本来就这样', true],
    ['老板也看不过来', true],
    ['这瓶子又不是不能装水', true],
    ['换谁都会着急,怎么能怪您呢', false],
    ['谁遇上都得慌', false],
    ['谁穿都得疼两天', true],
    ['钥匙我放在门卫那儿', false],
  ])('%s argues: %s', (sentence, argues) => {
    expect(chineseArgues(sentence)).toBe(argues);
  });

  it.each([
    ['守着空屋子等一夜,您一定又气又冷', ['empathy']],
    ['想起来腿都发软', ['empathy']],
    ['扣子是师傅缝歪的', ['own']],
    ['电工今晚七点前到', ['action']],
    ['我请木匠从总店调一块板过来', ['action']],
    ['明天可能会到', []],
    ['您周三来也没用', []],
    ['当时您急着走', []],
  ])('%s', (sentence, elements) => {
    expect([...chineseElements(sentence)].sort()).toEqual(elements);
  });

  it.each([
    ['鞋柜的照片收到', 'noted'],
    ['鞋柜是我们碰坏的,对不起', 'owns'],
    ['鞋柜哪有不磕碰的', 'argues'],
    ['鞋柜右边的门关不上', 'plainly'],
  ])('%s speaks of its facts: %s', (sentence, telling) => {
    expect(chineseTelling(sentence)).toBe(telling);
  });
});
