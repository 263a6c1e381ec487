import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Feature, readCommand } from '../../src/app/feature.ts';
import { features } from '../../src/app/features.ts';
import { collectCommands } from '../../src/app/resolve.ts';
import type { Inbound } from '../../src/chat/platform.ts';
import { anyText } from '../support/any-text.ts';

const { resolve, all } = collectCommands(features);
const inbound = (more: Partial<Inbound>): Inbound => ({
  platform: 'slack',
  team: 'T1',
  person: { id: 'U1' },
  place: { id: 'D1', kind: 'direct' },
  via: 'message',
  command: '',
  text: '',
  args: {},
  delivery: 'd',
  ...more,
});
const meant = (more: Partial<Inbound>) => {
  const found = resolve(inbound(more));
  return found && [found.command.name, found.inbound.text];
};

type Case = readonly [text: string, command: string, rest: string];

const plain: readonly Case[] = [
  ['followups', 'followups', ''],
  ['Followups overdue', 'followups', 'overdue'],
  ['follow-ups', 'followups', ''],
  ['todo', 'followups', ''],
  ['list', 'followups', ''],
  ['/followups week', 'followups', 'week'],
  ['log', 'log.form', ''],
  ['log Kim', 'log.form', 'Kim'],
  ['log Kim reached happy', 'log', 'Kim reached happy'],
  ['log: Kim reached', 'log', 'Kim reached'],
  ['customer', 'customer.find', ''],
  ['customer Kim', 'customer', 'Kim'],
  ['client Kim', 'customer', 'Kim'],
  ['sale', 'sale.form', ''],
  ['sale Kim, purifier', 'sale', 'Kim, purifier'],
  ['sold Kim, purifier', 'sale', 'Kim, purifier'],
  ['people', 'people.list', ''],
  ['people @U0MARTA1 rep', 'people', '@U0MARTA1 rep'],
  ['settings', 'settings', ''],
  ['review', 'review.form', ''],
  ['check my reply: I am sorry.', 'review', 'I am sorry.'],
  ['검토 죄송합니다.', 'review', '죄송합니다.'],
  ['检查一下对不起', 'review', '对不起'],
  ['phrases', 'phrases', ''],
  ['phrases add x; rude; y; z', 'phrases.try', 'add x; rude; y; z'],
  ['phrases remove x', 'phrases.remove', 'remove x'],
  ['rules', 'rules', ''],
  ['help', 'help', ''],
  ['Hi', 'help', ''],
  ['?', 'help', ''],
  ['', 'help', ''],
  ['후속', 'followups', ''],
  ['할 일', 'followups', ''],
  ['할일 팀', 'followups', '팀'],
  ['기록 김민지 통화함 만족', 'log', '김민지 통화함 만족'],
  ['기록 김민지', 'log.form', '김민지'],
  ['고객 김민지', 'customer', '김민지'],
  ['판매 김민지, 공기청정기', 'sale', '김민지, 공기청정기'],
  ['설정', 'settings', ''],
  ['도움말', 'help', ''],
  ['안녕하세요', 'help', ''],
  ['跟进', 'followups', ''],
  ['待办 团队', 'followups', '团队'],
  ['跟進', 'followups', ''],
  ['记录 王小明 打通了 很满意', 'log', '王小明 打通了 很满意'],
  ['记录王小明 没接', 'log', '王小明 没接'],
  ['客户 王小明', 'customer', '王小明'],
  ['客户：王小明', 'customer', '王小明'],
  ['成交 王小明，净化器', 'sale', '王小明，净化器'],
  ['设置', 'settings', ''],
  ['你好', 'help', ''],
  // Not a command, although it begins like one.
  ['login problems', 'help.unknown', 'login problems'],
  ['listen', 'help.unknown', 'listen'],
  ['salesman of the month', 'help.unknown', 'salesman of the month'],
  ['what a day', 'help.unknown', 'what a day'],
  ['오늘 날씨 어때', 'help.unknown', '오늘 날씨 어때'],
];

describe('plain words', () => {
  test.each(plain)('%j', (text, command, rest) => expect(meant({ text })).toEqual([command, rest]));
});

describe('the umbrella command means the same as plain words', () => {
  test.each(plain)('/aftercare %j', (text, command, rest) => {
    expect(meant({ via: 'command', command: 'aftercare', text })).toEqual([command, rest]);
  });
});

describe('a slash of its own', () => {
  const cases: readonly [command: string, ...Case][] = [
    ['followups', 'overdue', 'followups', 'overdue'],
    ['log', '', 'log.form', ''],
    ['log', 'Kim reached', 'log', 'Kim reached'],
    ['customer', 'log Kim', 'customer', 'log Kim'],
    ['sale', '  ', 'sale.form', '  '],
  ];
  test.each(cases)('/%s %s', (command, text, name, rest) =>
    expect(meant({ via: 'command', command, text })).toEqual([name, rest]),
  );
});

describe('a file', () => {
  const files = [{ id: 'F1', name: 'a.txt', url: 'https://files.example/F1', size: 1 }];
  test.each([
    ['', 'import.receive'],
    ['log Kim reached', 'import.receive'],
    ['review', 'review.receive'],
    ['검토', 'review.receive'],
    ['phrases', 'phrases.receive'],
  ])('sent with %j leads to %s', (text, command) => expect(meant({ text, files })?.[0]).toBe(command));
});

describe('what was not typed', () => {
  test('a button is its command, whatever stands in the text', () => {
    expect(meant({ via: 'button', command: 'log.undo', text: 'log Kim reached' })?.[0]).toBe('log.undo');
  });
  test('a form with nothing typed is not sent back to the form', () => {
    expect(meant({ via: 'form', command: 'log' })?.[0]).toBe('log');
  });
  test('a command that is not there any more means nothing', () => {
    expect(meant({ via: 'button', command: 'gone.long.ago' })).toBeUndefined();
    expect(meant({ via: 'command', command: 'gone' })).toBeUndefined();
  });
  test('the home tab', () => {
    expect(meant({ via: 'home' })?.[0]).toBe('home');
  });
});

test('every plain text means something, and never throws', () => {
  fc.assert(
    fc.property(anyText(80), (text) => {
      expect(meant({ text })).toBeDefined();
    }),
  );
});

test('each command is there once, and two of one name are refused at start-up', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  const command = readCommand({ name: 'twin', who: 'rep', input: z.unknown(), run: async () => ({ kind: 'nothing' }) });
  const twins: Feature = { name: 'twins', commands: [command, command] };
  expect(() => collectCommands([twins])).toThrow('Two commands are called twin');
});
