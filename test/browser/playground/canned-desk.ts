import type { Channel, Desk, Message } from '../../../src/playground/protocol.ts';
import { followups } from './canned-blocks.ts';

export const minseo = 'U0MINSEO01';
export const hannah = 'U0HANNAH01';
export const bot = 'U0AFTERCAR';
export const direct = 'D0DESK0001';
export const team = 'C0AFTERSAL';

/** Tuesday 24 November 2026, 10:05 in Los Angeles. */
const startsAt = '2026-11-24T18:05:00.000Z';

const cast: Desk['cast'] = [
  {
    id: minseo,
    name: 'Minseo Kim',
    title: 'Customer care, Seoul',
    role: 'rep',
    zone: 'Asia/Seoul',
    locale: 'ko-KR',
    color: '#2f6f5e',
  },
  {
    id: hannah,
    name: 'Hannah Brooks',
    title: 'Customer care, San Francisco',
    role: 'rep',
    zone: 'America/Los_Angeles',
    locale: 'en-US',
    color: '#8a4b2d',
  },
  {
    id: 'U0LINYUE01',
    name: 'Lin Yue',
    title: 'After-sales manager, Shanghai',
    role: 'manager',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    color: '#5b3f8c',
  },
  {
    id: 'U0TOMASH01',
    name: 'Tom Ashworth',
    title: 'Workspace admin, London',
    role: 'admin',
    zone: 'Europe/London',
    locale: 'en-GB',
    color: '#27548a',
  },
  {
    id: 'U0CARLAM01',
    name: 'Carla Mendes',
    title: 'Repair partner',
    role: 'guest',
    zone: 'America/Sao_Paulo',
    locale: 'en-US',
    color: '#7a6a1f',
  },
];

const channels: readonly Channel[] = [
  {
    id: team,
    kind: 'channel',
    name: 'after-sales',
    topic: 'Everything after the sale: calls, complaints, thank-yous',
    unread: 2,
  },
  { id: 'C0GENERAL1', kind: 'channel', name: 'general', topic: 'Announcements for everybody', unread: 0 },
  { id: 'D0LINYUE01', kind: 'direct', name: 'Lin Yue', unread: 1 },
  { id: direct, kind: 'direct', name: 'Aftercare', unread: 0, bot: true },
];

export function cannedDesk(as: string): Desk {
  const me = cast.find((person) => person.id === as);
  if (!me) throw new Error('user_not_found');
  return {
    workspace: 'Harbour Appliances',
    me,
    cast,
    bot: { id: bot, name: 'Aftercare' },
    channels,
    commands: [
      {
        command: '/followups',
        description: 'Who is due today, and what was missed',
        usage: '[today | overdue | week | customer]',
      },
      { command: '/log', description: 'Say what came of a call', usage: '[customer] [outcome] [note]' },
      { command: '/customer', description: 'Find a customer and open the file', usage: '[name]' },
      { command: '/sale', description: 'Record a sale and plan its calls', usage: '' },
    ],
    shortcuts: [
      { callback: 'review_reply', name: 'Review this reply' },
      { callback: 'open_complaint', name: 'Open a complaint' },
    ],
    clock: { now: startsAt },
  };
}

const ts = (minutes: number) => (Date.parse(startsAt) / 1000 + minutes * 60).toFixed(6);

export const cannedMessages: Readonly<Record<string, readonly Message[]>> = {
  [direct]: [
    {
      channel: direct,
      ts: ts(-1500),
      user: bot,
      text: 'Welcome, Hannah. I make sure that no customer is forgotten after the sale.',
    },
    { channel: direct, ts: ts(-20), user: hannah, text: '', file: { id: 'F1', name: 'customers.csv', size: 18_400 } },
    { channel: direct, ts: ts(-19), user: bot, text: 'Imported 42 customers and 57 purchases.', replies: 2 },
    { channel: direct, ts: ts(-2), user: bot, text: '3 follow-ups today', blocks: followups, edited: true },
  ],
  [team]: [
    { channel: team, ts: ts(-90), user: minseo, text: '안녕하세요! 오늘 *한빛전자* 고객 두 분께 연락드렸습니다 :wave:' },
    {
      channel: team,
      ts: ts(-88),
      user: minseo,
      text: 'A customer named `<!channel>` is written as &lt;!channel&gt; and wakes nobody.',
    },
    {
      channel: team,
      ts: ts(-60),
      user: 'U0LINYUE01',
      text: '<@U0HANNAH01> 请看一下王芳的投诉，谢谢。\n> 洗碗机又漏水了\nSee <https://example.com/a?b=1&amp;c=2|the case> · ~old~ _new_',
    },
    { channel: team, ts: ts(-30), user: bot, text: '<!channel> Weekly summary' },
  ],
  D0LINYUE01: [{ channel: 'D0LINYUE01', ts: ts(-10), user: 'U0LINYUE01', text: 'Could you take the Harbour account?' }],
};

export const cannedReplies: readonly Message[] = [
  { channel: direct, ts: ts(-18), user: hannah, text: 'Two lines had no phone number?', thread: ts(-19) },
  { channel: direct, ts: ts(-17), user: bot, text: 'Lines 7 and 31. I kept the rest.', thread: ts(-19) },
];
