import { expect, test } from 'vitest';
import { readListText } from '../../../src/features/followups/commands.ts';

const cases: readonly [text: string, means: ReturnType<typeof readListText>][] = [
  ['', {}],
  ['today', { span: 'today' }],
  ['Overdue', { span: 'overdue' }],
  ['this week', { span: 'week' }],
  ['  week  ', { span: 'week' }],
  ['team', { team: true, span: 'week' }],
  ['everyone', { team: true, span: 'week' }],
  ['@U0MARTA1', { account: 'U0MARTA1' }],
  ['@U0MARTA1 overdue', { account: 'U0MARTA1', span: 'overdue' }],
  ['week @U0MARTA1', { account: 'U0MARTA1', span: 'week' }],
  ['Kim Minji', { query: 'Kim Minji' }],
  ['weekend shop', { query: 'weekend shop' }],
  ['오늘', { span: 'today' }],
  ['기한 지남', { span: 'overdue' }],
  ['이번 주', { span: 'week' }],
  ['이번주', { span: 'week' }],
  ['팀', { team: true, span: 'week' }],
  ['김민지', { query: '김민지' }],
  ['今天', { span: 'today' }],
  ['逾期', { span: 'overdue' }],
  ['過期', { span: 'overdue' }],
  ['本周', { span: 'week' }],
  ['团队', { team: true, span: 'week' }],
  ['王小明', { query: '王小明' }],
];
test.each(cases)('%j', (text, means) => {
  expect(readListText(text)).toEqual(means);
});
