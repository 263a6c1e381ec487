import { expect, test } from 'vitest';
import { simplified } from '../../../src/calendar/when/simplified.ts';
import { textWithout } from '../../../src/calendar/when/text-without.ts';

/** The stretch to take out stands in square brackets. */
test.each([
  ['Kim reached happy, [next Tue 3pm]', 'Kim reached happy'],
  ['[tomorrow]: call Kim', 'call Kim'],
  ['Kim: [tomorrow] a call', 'Kim: a call'],
  ['[tomorrow], call Kim', 'call Kim'],
  ['call [tomorrow] please', 'call please'],
  ['call, [tomorrow], please', 'call, please'],
  ['call ([tomorrow]) please', 'call please'],
  ['给金总[明天]打电话', '给金总打电话'],
  ['客户满意，[后天]回访', '客户满意，回访'],
  ['고객에게 [내일] 전화', '고객에게 전화'],
  ['done [Friday].', 'done'],
  ['[tomorrow]', ''],
])('%s', (marked, expected) => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  expect(textWithout(marked.replace(/[[\]]/g, ''), start, end)).toBe(expected);
});

test('traditional characters and full-width figures are folded one for one', () => {
  expect(simplified('下週二下午３點、後天')).toBe('下周二下午3点、后天');
  const odd = '點👍🏽é한글\u0000';
  expect(simplified(odd)).toHaveLength(odd.length);
});
