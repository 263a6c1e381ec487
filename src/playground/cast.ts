import type { CastMember } from './protocol.ts';

/** A cast member with all that Slack tells an app about a person. */
export interface CastPerson extends CastMember {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  /** Slack's `is_admin` and `is_owner`. */
  readonly admin?: boolean;
  /** A guest of the workspace itself. */
  readonly restricted?: boolean;
  /** Somebody of another workspace, met in a shared channel. */
  readonly stranger?: { readonly team: string; readonly domain: string };
  /** The direct conversation with the bot. */
  readonly direct: string;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly private?: boolean;
  /** Ids of people; the bot is a member where its own id is among them. */
  readonly members: readonly string[];
}

export interface TeamSeed {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface BotSeed {
  readonly token: string;
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

export const TEAM: TeamSeed = { id: 'T0HARBOUR1', name: 'Harbour Appliances', domain: 'harbour-appliances' };

export const BOT: BotSeed = {
  token: 'xoxb-playground-aftercare',
  userId: 'U0AFTERCAR',
  botId: 'B0AFTERCAR',
  appId: 'A0AFTERCAR',
  name: 'Aftercare',
  scopes: [
    'app_mentions:read',
    'channels:history',
    'channels:read',
    'chat:write',
    'commands',
    'files:read',
    'files:write',
    'groups:history',
    'groups:read',
    'im:history',
    'im:read',
    'im:write',
    'team:read',
    'users:read',
    'users:read.email',
  ],
};

export const CAST: readonly CastPerson[] = [
  {
    id: 'U0MINSEO01',
    name: 'Minseo Kim',
    displayName: 'minseo',
    username: 'minseo.kim',
    title: 'Customer care, Seoul',
    role: 'rep',
    zone: 'Asia/Seoul',
    locale: 'ko-KR',
    color: '#2f6f5e',
    email: 'minseo.kim@example.com',
    direct: 'D0MINSEO01',
  },
  {
    id: 'U0HANNAH01',
    name: 'Hannah Brooks',
    displayName: 'hannah',
    username: 'hannah.brooks',
    title: 'Customer care, San Francisco',
    role: 'rep',
    zone: 'America/Los_Angeles',
    locale: 'en-US',
    color: '#8a4b2d',
    email: 'hannah.brooks@example.com',
    direct: 'D0HANNAH01',
  },
  {
    id: 'U0LINYUE01',
    name: 'Lin Yue',
    displayName: 'linyue',
    username: 'lin.yue',
    title: 'After-sales manager, Shanghai',
    role: 'manager',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    color: '#5b3f8c',
    email: 'lin.yue@example.com',
    direct: 'D0LINYUE01',
  },
  {
    id: 'U0TOMASH01',
    name: 'Tom Ashworth',
    displayName: 'tom',
    username: 'tom.ashworth',
    title: 'Workspace admin, London',
    role: 'admin',
    zone: 'Europe/London',
    locale: 'en-GB',
    color: '#27548a',
    email: 'tom.ashworth@example.com',
    admin: true,
    direct: 'D0TOMASH01',
  },
  {
    id: 'U0CARLAM01',
    name: 'Carla Mendes',
    displayName: 'carla',
    username: 'carla.mendes',
    title: 'Repair partner, Northwind Repairs',
    role: 'guest',
    zone: 'America/Sao_Paulo',
    locale: 'en-US',
    color: '#7a6a1f',
    email: 'carla.mendes@example.com',
    stranger: { team: 'T0NORTHWND', domain: 'northwind-repairs' },
    direct: 'D0CARLAM01',
  },
];

const STAFF = ['U0MINSEO01', 'U0HANNAH01', 'U0LINYUE01', 'U0TOMASH01'];

export const CHANNELS: readonly ChannelSeed[] = [
  {
    id: 'C0AFTERSAL',
    name: 'after-sales',
    topic: 'Everything after the sale: calls, complaints, thank-yous',
    members: [...STAFF, 'U0CARLAM01', BOT.userId],
  },
  { id: 'C0GENERAL1', name: 'general', topic: 'Announcements for everybody', members: [...STAFF, BOT.userId] },
  { id: 'C0TEATIME1', name: 'tea-corner', topic: 'Not about work', members: STAFF },
];
