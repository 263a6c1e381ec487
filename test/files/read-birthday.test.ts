import { describe, expect, test } from 'vitest';
import { readBirthday, saysLunar } from '../../src/files/read-birthday.ts';

describe('a birthday', () => {
  test.each([
    ['1980-05-03', '1980-05-03', false],
    ['1980-05-03 (음력)', '1980-05-03', true],
    ['1980-05-03(음)', '1980-05-03', true],
    ['1980. 5. 3. (양)', '1980-05-03', false],
    ['음력 1980년 5월 3일', '1980-05-03', true],
    ['양력 1980년 5월 3일', '1980-05-03', false],
    ['农历1980年5月3日', '1980-05-03', true],
    ['農曆：1980/5/3', '1980-05-03', true],
    ['阴历 1980-05-03', '1980-05-03', true],
    ['公历1980-05-03', '1980-05-03', false],
    ['3 May 1980 lunar', '1980-05-03', true],
    ['Lunar: 3/5/1980', '1980-05-03', true],
    ['３/５/１９８０（음력）', '1980-05-03', true],
  ])('%s', (value, on, lunar) => {
    expect(readBirthday(value, 'day-first', 'Asia/Seoul')).toEqual({ on, lunar });
  });

  test.each(['음력', 'every spring', '음력 5월 초사흘', '', 'lunatic 1980-05-03'])('%s is none', (value) => {
    expect(readBirthday(value, 'day-first', 'Asia/Seoul')).toBeUndefined();
  });
});

test('what a column beside it may say', () => {
  const said = ['음력', '음', '农历', '陰曆', 'lunar', 'L', 'Y', '1', '양력', '公历', 'solar', 'N', '0', ''];
  expect(said.filter(saysLunar)).toEqual(['음력', '음', '农历', '陰曆', 'lunar', 'L', 'Y', '1']);
});
