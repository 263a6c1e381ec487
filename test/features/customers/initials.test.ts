import { expect, test } from 'vitest';
import { initialsOf } from '../../../src/features/customers/initials.ts';

const cases: readonly [name: string, initials: string][] = [
  ['김민지', 'ㄱㅁㅈ'],
  ['박 서준', 'ㅂㅅㅈ'],
  ['꽃집', 'ㄲㅈ'],
  ['王小明', 'wxm'],
  ['李娜', 'ln'],
  // 单 is shàn as a surname, dān in general; 曾 zēng and not céng.
  ['单雄信', 'sxx'],
  ['曾国藩', 'zgf'],
  ['歐陽娜娜', 'oynn'],
  ['Kim Minji', ''],
  ['', ''],
  ['김민지 王小明', 'ㄱㅁㅈ wxm'],
];
test.each(cases)('%s -> %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
