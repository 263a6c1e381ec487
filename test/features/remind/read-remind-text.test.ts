import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRemindText } from '../../../src/features/remind/read-remind-text.ts';
import { anyText } from '../../support/any-text.ts';

/** Tuesday, ten in the morning in Seoul. */
const now = new Date('2026-11-24T01:00:00Z');
type Language = 'en' | 'zh' | 'ko';
const languageOf = (text: string): Language => (/[가-힣]/.test(text) ? 'ko' : /[一-鿿]/.test(text) ? 'zh' : 'en');
const read = (text: string, language = languageOf(text)) => readRemindText(text, { now, zone: 'Asia/Seoul', language });

describe('whom, when, what', () => {
  const cases: readonly [text: string, who: string | undefined, about: string | undefined, when: string][] = [
    ['Kim next Tuesday 3pm: ask about the heater', 'Kim', 'ask about the heater', '2026-12-01 15:00'],
    ['김지수 다음 주 화요일 오후 3시 히터 점검', '김지수', '히터 점검', '2026-12-01 15:00'],
    ['王丽 下周二下午三点 问一下热水器', '王丽', '问一下热水器', '2026-12-01 15:00'],
    ['王丽：下周二下午三点问一下热水器', '王丽', '问一下热水器', '2026-12-01 15:00'],
    ['김지수 글피 히터', '김지수', '히터', '2026-11-27'],
    ['王丽 后天上午 问热水器', '王丽', '问热水器', '2026-11-26 09:00'],
    ['大后天：王丽 热水器', undefined, '王丽 热水器', '2026-11-27'],
    ['Kim Minji, ask about the heater, next Tuesday 3pm', 'Kim Minji', 'ask about the heater', '2026-12-01 15:00'],
    ['王丽，周五，滤芯', '王丽', '滤芯', '2026-11-27'],
    ['Kim: heater on 3 Dec at 15:30', 'Kim', 'heater', '2026-12-03 15:30'],
    ['Kim tomorrow 3:30pm: heater', 'Kim', 'heater', '2026-11-25 15:30'],
    ['tomorrow 3pm Kim: heater', 'Kim', 'heater', '2026-11-25 15:00'],
    ['Kim tomorrow: ask whether Friday suits', 'Kim', 'ask whether Friday suits', '2026-11-25'],
    ['Kim 3/4: heater', 'Kim', 'heater', 'ambiguous 2027-03-04 2027-04-03'],
    ['Kim yesterday: heater', 'Kim', 'heater', 'past 2026-11-23'],
    ['Kim today 9am: heater', 'Kim', 'heater', 'past 2026-11-24 09:00'],
    ['Kim: heater', 'Kim', 'heater', 'none'],
    ['call the supplier tomorrow', undefined, undefined, '2026-11-25'],
    ['me to call Kim tomorrow at 3', undefined, undefined, '2026-11-25 15:00'],
    ['김지수에게 내일 연락하라고 알려줘', '김지수에게', '연락', '2026-11-25'],
    ['我后天上午问王丽热水器', undefined, undefined, '2026-11-26 09:00'],
    ['Kim', undefined, undefined, 'none'],
    ['', undefined, undefined, 'none'],
  ];
  test.each(cases)('%s', (text, who, about, when) => {
    const said = read(text);
    expect([said.who, said.about]).toEqual([who, about]);
    const day = ({ on, time }: { on: string; time?: string }) => [on, time].filter(Boolean).join(' ');
    const found =
      said.when.kind === 'none'
        ? 'none'
        : said.when.kind === 'ambiguous'
          ? `ambiguous ${said.when.moments.map(day).join(' ')}`
          : `${said.when.kind === 'past' ? 'past ' : ''}${day(said.when.moment)}`;
    expect(found).toBe(when);
  });

  test('what leads into the wish is no part of it', () => {
    expect(read('me to call Kim tomorrow').said).toBe('call Kim');
    expect(read('我后天上午问王丽热水器').said).toBe('问王丽热水器');
    expect(read('김지수에게 내일 연락하라고 알려줘').said).toBe('김지수에게 연락');
  });
});

test('whatever is typed, nothing is thrown and nothing is made up', () => {
  fc.assert(
    fc.property(anyText(200), fc.constantFrom<Language>('en', 'zh', 'ko'), (text, language) => {
      const said = read(text, language);
      for (const part of [said.who, said.about]) {
        if (part === undefined) continue;
        expect(part).not.toBe('');
        for (const character of part.replaceAll(/[\s,:，：、]/g, '')) expect(text).toContain(character);
      }
    }),
  );
});
