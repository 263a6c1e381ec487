import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import { normalise } from '../../src/coach/normalise.ts';
import { shippedPacks } from '../../src/coach/rules/packs.ts';
import { runsOf, wordingWeights } from '../../src/coach/wording.ts';
import { learn, weigh } from './learn.ts';

const weightOf = (wording: string, text: string): number => {
  const normal = normalise(text);
  return wordingWeights([wording], normal, 0, normal.length)[0] ?? 0;
};

describe('the wording of a sentence', () => {
  it('is read in runs of one to three characters, whatever the numbers and the script', () => {
    expect(runsOf('退两天')).toEqual(['^', '^退', '^退0', '退', '退0', '退0天', '0', '0天', '0天$', '天', '天$', '$']);
    expect(runsOf('退15天。')).toEqual(runsOf('退两天'));
    expect(runsOf('對不起')).toEqual(runsOf('对不起！'));
  });

  it('weighs what its runs weigh, and nothing where it knows none', () => {
    const wording = '150:退不 ^退\n-25:您';
    expect(weightOf(wording, '退不了')).toBeCloseTo(3);
    expect(weightOf(wording, '您要退不退，您定')).toBeCloseTo(1);
    expect(weightOf(wording, '苹果')).toBe(0);
    expect(weightOf('', '退不了')).toBe(0);
  });

  it('learns from labels, the same each time', () => {
    const sentences = [
      { text: '退不了', hurts: true },
      { text: '换不了', hurts: true },
      { text: '给您退', hurts: false },
      { text: '给您换', hurts: false },
    ];
    const learned = learn(sentences);
    expect(weigh(learned, '修不了')).toBeGreaterThan(0);
    expect(weigh(learned, '给您修')).toBeLessThan(0);
    expect([...learn(sentences)]).toEqual([...learned]);
  });

  it('never breaks on what it has not seen', () => {
    const wording = shippedPacks.find((pack) => pack.language === 'zh')?.wording ?? '';
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('退', '不', '两', '0', '天', ':', '`', '^', ' ', '😀', '\ud83d', '\n') }),
        (text) => Number.isFinite(weightOf(wording, text)),
      ),
    );
  });
});

describe('what is found is weighed', () => {
  const coach = createCoach();
  const problems = (text: string, complaint?: string): string[] =>
    coach.review(text, complaint === undefined ? {} : { complaint }).findings.filter((one) => one.level === 'problem').map((one) => one.rule); // biome-ignore format: one chain

  it('leaves a frame in a sentence that stands by the customer', () => {
    expect(problems('当时的情况我不清楚，但我信您说的。')).toEqual([]);
    expect(problems('这个我不清楚。')).toEqual(['zh-dont-know']);
  });

  it('finds what no frame knows by its wording, and only in Chinese', () => {
    expect(problems('本店的规矩您不懂，别人家可不这么惯着您。')).not.toEqual([]);
    expect(problems('Your order leaves tomorrow.')).toEqual([]);
  });

  it('finds what a team asked for, however kind the sentence', () => {
    const team = createCoach({
      phrases: [
        { id: 'team-1', text: '马上 给您', kind: 'frame', language: 'zh', category: 'vague', why: '没有时间', instead: '几点前' },
      ],
    });
    expect(team.review('对不起，马上给您换新的。').findings.map((one) => one.rule)).toEqual(['team-1']);
  });

  it('is part of the version', () => {
    const packs = shippedPacks.map((pack) => (pack.language === 'zh' ? { ...pack, wording: '100:退' } : pack));
    expect(createCoach({ packs }).version).not.toBe(coach.version);
  });
});
