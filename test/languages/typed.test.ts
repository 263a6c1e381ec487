import { describe, expect, it } from 'vitest';
import { readListText } from '../../src/features/followups/commands.ts';
import { outcomes } from '../../src/features/log/outcome.ts';
import { findOutcome, readLogText } from '../../src/features/log/read-log-text.ts';
import { readSaleText } from '../../src/features/sale/read-sale-text.ts';
import { languageCodes, languages } from '../../src/languages/index.ts';

const now = new Date('2026-11-24T01:00:00Z');
const chinese = { now, zone: 'Asia/Shanghai', language: 'zh' } as const;
const korean = { now, zone: 'Asia/Seoul', language: 'ko' } as const;

describe.each([
  ['王丽 打通了 很满意', 'reached', '王丽', '很满意'],
  ['王丽联系上了，滤芯要换', 'reached', '王丽', '滤芯要换'],
  ['王丽没问题', 'reached', '王丽', undefined],
  ['王丽没有问题，都好', 'reached', '王丽', '都好'],
  ['王丽不感兴趣', 'reached', '王丽', undefined],
  ['王丽没打通', 'no_answer', '王丽', undefined],
  ['王丽没接', 'no_answer', '王丽', undefined],
  ['王丽电话一直没人接', 'no_answer', '王丽', undefined],
  ['王麗還是沒人接', 'no_answer', '王麗', undefined],
  ['王丽无人接听', 'no_answer', '王丽', undefined],
  ['王丽 留言了', 'left_message', '王丽', undefined],
  ['王丽没接，发了短信', 'left_message', '王丽', undefined],
  ['王丽 发了微信', 'sent', '王丽', undefined],
  ['王丽有问题：漏水', 'problem', '王丽', '漏水'],
  ['王丽投诉 空调漏水', 'problem', '王丽', '空调漏水'],
  ['王丽不满意', 'problem', '王丽', undefined],
  ['王丽还想买一台', 'wants_more', '王丽', '一台'],
  ['王丽 别再联系', 'do_not_contact', '王丽', undefined],
  ['王麗 不要再聯絡', 'do_not_contact', '王麗', undefined],
  ['王丽号码错了', 'wrong_number', '王丽', undefined],
  ['王丽空号', 'wrong_number', '王丽', undefined],
])('Chinese: %s', (text, outcome, query, note) => {
  it(`is ${outcome}`, () => expect(readLogText(text, chinese)).toMatchObject({ outcome, query, note }));
});

describe.each([
  ['김민지 통화함 만족', 'reached', '김민지', '만족'],
  ['김민지 연결됨', 'reached', '김민지', undefined],
  ['김민지 불만 없다고 함', 'reached', '김민지', undefined],
  ['김민지 문제 없음', 'reached', '김민지', undefined],
  ['김민지 관심 없음', 'reached', '김민지', undefined],
  ['김민지 부재중', 'no_answer', '김민지', undefined],
  ['김민지 전화했는데 안 받음', 'no_answer', '김민지', undefined],
  ['김민지 안받으시네요', 'no_answer', '김민지', undefined],
  ['김민지 연결 안 됨', 'no_answer', '김민지', undefined],
  ['김민지 통화 못함', 'no_answer', '김민지', undefined],
  ['김민지 문자 남김', 'left_message', '김민지', undefined],
  ['김민지 부재중 문자 보냄', 'left_message', '김민지', undefined],
  ['김민지 감사 카드 보냄', 'sent', '김민지', undefined],
  ['김민지 불만, 소음', 'problem', '김민지', '소음'],
  ['김민지 문제 있다고 함 필터', 'problem', '김민지', '필터'],
  ['김민지 환불 요청', 'problem', '김민지', undefined],
  ['김민지 추가 구매', 'wants_more', '김민지', undefined],
  ['김민지 제안 받음', 'wants_more', '김민지', undefined],
  ['김민지 제안 받고 싶다고 함', 'wants_more', '김민지', undefined],
  ['김민지 연락 거부', 'do_not_contact', '김민지', undefined],
  ['김민지 더 이상 연락하지 말아 달라고 함', 'do_not_contact', '김민지', undefined],
  ['김민지 번호 틀림', 'wrong_number', '김민지', undefined],
])('Korean: %s', (text, outcome, query, note) => {
  it(`is ${outcome}`, () => expect(readLogText(text, korean)).toMatchObject({ outcome, query, note }));
});

it.each([
  ['Kim no problem', 'reached'],
  ['Kim not interested', 'reached'],
  ['Kim has a problem', 'problem'],
  ['Kim interested in filters', 'wants_more'],
])('English: %s is %s', (text, outcome) => expect(findOutcome(text)?.outcome).toBe(outcome));

/** Words that hold another one's letters. */
it.each([
  ['沟通了解需求', '沟通了'],
  ['分别联系两位', '别联系'],
  ['打算下周联系上门安装', '联系上'],
  ['直接通知客户', '接通'],
  ['不接受报价', '不接'],
  ['没通过审核', '没通'],
  ['退订单', '退订'],
  ['参加购物节', '加购'],
  ['设备自动关机', '关机'],
  ['通话中提到滤芯', '通话中'],
  ['购买不满一年', '不满'],
  ['想退休', '想退'],
  ['型号不对', '号不对'],
  ['已发货', '已发'],
  ['填写了问卷', '写了'],
  ['통화 중 필터 이야기', '통화 중'],
  ['통화 예정', '통화'],
  ['기기 전원 꺼짐', '전원 꺼짐'],
  ['내일 하자', '하자'],
  ['전화남김', '화남'],
  ['문제집', '문제'],
])('%s does not say %s', (text) => expect(findOutcome(text)).toBeUndefined());

describe.each(languageCodes)('what is shown in %s can be typed', (code) => {
  const words = languages[code];
  it.each(outcomes)('the label of %s', (outcome) =>
    expect(findOutcome(words.log.outcomes[outcome].label)?.outcome).toBe(outcome),
  );
});

it.each([
  [
    'zh',
    '王丽 打通了 很满意，下周二下午3点',
    { query: '王丽', outcome: 'reached', note: '很满意', next: { kind: 'at', on: '2026-12-01', time: '15:00' } },
  ],
  [
    'ko',
    '김민지 통화함 만족, 다음 주 화요일 오후 3시',
    { query: '김민지', outcome: 'reached', note: '만족', next: { kind: 'at', on: '2026-12-01', time: '15:00' } },
  ],
  [
    'en',
    'Kim reached happy, next Tue 3pm',
    { query: 'Kim', outcome: 'reached', note: 'happy', next: { kind: 'at', on: '2026-12-01', time: '15:00' } },
  ],
] as const)('the example of a log in %s works as it is given', (language, typed, read) => {
  const { errors, welcome } = languages[language];
  expect(errors.logUsage()).toContain(typed);
  expect(welcome.steps.rep.join('\n')).toContain(typed);
  expect(readLogText(typed, { now, zone: 'Asia/Seoul', language })).toMatchObject(read);
});

it.each([
  ['zh', '王丽，空气净化器，昨天', { query: '王丽', product: '空气净化器', boughtOn: '2026-11-23' }],
  ['ko', '김민지, 공기청정기, 어제', { query: '김민지', product: '공기청정기', boughtOn: '2026-11-23' }],
  ['en', 'Kim, air purifier, yesterday', { query: 'Kim', product: 'air purifier', boughtOn: '2026-11-23' }],
] as const)('the example of a sale in %s works as it is given', (language, typed, read) => {
  expect(languages[language].errors.saleUsage()).toContain(typed);
  expect(readSaleText(typed, { now, zone: 'Asia/Seoul', language })).toEqual(read);
});

it.each(languageCodes)('the words that the usage of a list names in %s are understood', (code) => {
  const named = languages[code].commands.followups.usage
    .replace(/[[\]]/g, '')
    .split('|')
    .map((word) => word.trim());
  const read = named.map((word) => readListText(word)).filter(({ query }) => query === undefined);
  expect(read).toEqual([{ span: 'today' }, { span: 'overdue' }, { span: 'week' }, { team: true, span: 'week' }]);
});
