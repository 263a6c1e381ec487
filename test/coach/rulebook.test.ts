import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/coach/normalise.ts';
import type { Rule, RulePack } from '../../src/coach/rule.ts';
import { openRulebook, testedBook } from '../../src/coach/rulebook.ts';
import { sentencesOf } from '../../src/coach/segment.ts';

const rule = (id: string, frames: readonly string[], unless: readonly string[] = []): Rule => ({
  id,
  category: 'rude',
  why: 'why',
  instead: 'instead',
  source: 'P1',
  frames,
  unless,
  invalid: [],
  valid: [],
});
const pack = (language: RulePack['language'], ...rules: readonly Rule[]): RulePack => ({
  language,
  classes: {},
  rules,
  elements: [],
});
const found = (packs: readonly RulePack[], text: string): string[] => {
  const normal = normalise(text);
  return openRulebook(packs)
    .find(normal, sentencesOf(normal))
    .map((hit) => `${hit.rule.rule?.id} ${normal.text.slice(hit.start, hit.end)}`);
};

describe('a rulebook', () => {
  it('gives hits of several languages as they follow in the sentence', () => {
    const packs = [pack('en', rule('en-b', ['nope']), rule('en-a', ['no way'])), pack('zh', rule('zh-a', ['没办法']))];
    expect(found(packs, '没办法 no way nope 没办法')).toEqual(['zh-a 没办法', 'en-a no way', 'en-b nope', 'zh-a 没办法']);
  });

  it('finds all places of one frame, and all frames of one place', () => {
    const packs = [pack('en', rule('one', ['(stop|wait) it']), rule('two', ['stop [it]']))];
    expect(found(packs, 'stop it or wait it')).toEqual(['one stop it', 'two stop it', 'one wait it']);
  });

  it('takes back all hits of an excused rule, and only in that sentence', () => {
    const packs = [pack('en', rule('one', ['(stop|wait) it', 'calm down'], ['please']), rule('two', ['stop it']))];
    expect(found(packs, 'stop it, calm down, please. Now wait it.')).toEqual(['two stop it', 'one wait it']);
  });

  it('reads the rules of a language when the first sentence in its letters comes', () => {
    const packs = [pack('en', rule('en-a', ['no way'])), pack('zh', rule('zh-broken', ['(没']))];
    expect(found(packs, 'no way')).toEqual(['en-a no way']);
    expect(() => found(packs, '好的')).toThrow(/\(没.*zh/u);
  });

  it('knows the English words of its frames', () => {
    expect([...openRulebook([pack('en', rule('a', ['no way'])), pack('ko', rule('b', ['모르~']))]).words()]).toEqual([
      'no',
      'way',
    ]);
  });
});

it('a shipped rule that does not find its own example stops loading with its name', () => {
  const broken = { ...rule('en-broken', ['zebra crossing']), invalid: ['A zebra crossing.', 'A horse.'] };
  expect(() => testedBook(pack('en', rule('en-other', ['a zebra']), broken))).toThrow(
    'rule en-broken does not find its own example "A horse."',
  );
  expect(testedBook(pack('en', { ...broken, invalid: ['A zebra crossing.'] })).words).toContain('zebra');
});
