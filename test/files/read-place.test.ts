import { describe, expect, it } from 'vitest';
import { readCountry, readLanguage } from '../../src/files/read-place.ts';

describe('readCountry', () => {
  it.each([
    ['KR', ['KR', 'kr', 'South Korea', 'Korea', '대한민국', '한국', '韩国', '韓國', 'Republic of Korea']],
    ['CN', ['CN', 'China', '중국', '中国', '中國', 'Mainland China']],
    ['TW', ['Taiwan', '대만', '台湾', '臺灣', '台灣']],
    ['US', ['US', 'USA', 'United States', '미국', '美国', '美國']],
    ['GB', ['GB', 'UK', 'United Kingdom', '영국', '英国', '英國']],
    ['DE', ['Germany', '독일', '德国', 'de']],
    ['JP', ['Japan', '일본', '日本']],
  ])('%s', (code, names) => {
    for (const name of names) expect([name, readCountry(name)]).toEqual([name, code]);
  });

  it.each(['', 'Atlantis', 'EU', 'ZZ', 'QQ', '012'])('does not know %j', (value) => {
    expect(readCountry(value)).toBe(undefined);
  });
});

describe('readLanguage', () => {
  it.each([
    ['en', ['en', 'EN', 'English', '영어', '英语', '英文']],
    ['ko', ['ko', 'Korean', '한국어', '韩语', '韓文']],
    ['zh', ['zh', 'Chinese', '중국어', '中文', '汉语']],
    ['zh-cn', ['zh-cn', 'zh_CN', 'zh-CN']],
  ])('%s', (tag, names) => {
    for (const name of names) expect([name, readLanguage(name)]).toEqual([name, tag]);
  });

  it.each(['', 'Klingon', 'xx', 'e'])('does not know %j', (value) => {
    expect(readLanguage(value)).toBe(undefined);
  });
});
