import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import { parseFrame } from '../../src/coach/frame.ts';
import type { RulePack } from '../../src/coach/rule.ts';

const hits = (language: 'en' | 'zh' | 'ko', frame: string, text: string): string[] => {
  const rule = {
    id: `${language}-test`,
    category: 'rude' as const,
    why: 'w',
    instead: 'i',
    source: 'P1',
    frames: [frame],
    invalid: [],
    valid: [],
  };
  const pack: RulePack = { language, classes: { thing: 'manual|user guide' }, rules: [rule], elements: [] };
  return createCoach({ packs: [pack] })
    .review(text)
    .findings.map((finding) => text.slice(finding.start, finding.end));
};

describe('parseFrame', () => {
  it.each(['', '(a|b', 'a)', '[a]', 'a ..', '.. a', '(a|)', '..'])('refuses "%s"', (frame) => {
    expect(() => parseFrame(frame)).toThrow();
  });
});

describe('frames', () => {
  it.each([
    ['en', 'read~ the <thing>', 'Just read the user guide.', 'read the user guide'],
    ['en', 'you should have', 'You really should just have asked.', 'You really should just have'],
    ['en', 'nothing .. we can do', 'There is nothing at all we can do.', 'nothing at all we can do'],
    ['en', 'at @n', 'Come at 10:30 am', 'at 10:30'],
    ['en', 'is not ours', "It isn't ours", "isn't ours"],
    ['zh', '不 归 我 管', '這個不歸我管', '不歸我管'],
    ['zh', '找 .. 部门', '您找一下售后部门', '找一下售后部门'],
    ['ko', '모르~', '그건 잘 몰라요.', '몰라요'],
    ['ko', '안 되~', '환불은 안됩니다', '안됩니다'],
    ['ko', '제 담당 아니~', '제 담당이 아니라서요', '제 담당이 아니라서요'],
    ['ko', '-수 없~', '해드릴수없어요', '수없어요'],
    ['ko', '눈 @e .. 오~', '눈이 많이 와서요', '눈이 많이 와서요'],
  ] as const)('%s: %s finds in "%s"', (language, frame, text, expected) => {
    expect(hits(language, frame, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'nothing .. we can do', 'Nothing is wrong. We can do it today.'],
    ['en', '^no$', 'No problem, we can.'],
    ['en', 'read the <thing>', 'already the manual'],
    ['ko', '안 되~', '보안 되어 있습니다'],
    ['ko', '눈 @e .. 오~', '눈치 보며 오세요'],
  ] as const)('%s: %s does not find in "%s"', (language, frame, text) => {
    expect(hits(language, frame, text)).toEqual([]);
  });
});
