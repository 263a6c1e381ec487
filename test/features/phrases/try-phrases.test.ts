import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../../src/coach/rules/packs.ts';
import { mostFrames, phraseKey } from '../../../src/features/phrases/phrase.ts';
import { readPhrases } from '../../../src/features/phrases/read-phrases.ts';
import { tryPhrases } from '../../../src/features/phrases/try-phrases.ts';

const nobody = { known: new Set<string>(), count: 0, frames: 0, instead: [] };
const tried = (text: string, team = nobody) => tryPhrases(readPhrases(text), team);

test('every frame of ours that stands by itself would be taken from a team, and finds itself', () => {
  const frames = shippedPacks.flatMap(({ language, rules }) =>
    rules.flatMap((rule) => rule.frames.slice(0, 1).map((frame) => ({ frame, language }))),
  );
  const lines = frames.map(({ frame, language }) => `"${frame.replaceAll('"', '""')}"\trude\twhy\tinstead\t${language}\tframe`);
  const { phrases, refused } = tried(lines.join('\n'));
  expect(phrases.length + refused.length).toBe(frames.length);
  // Some need more than their own words, for example a sentence that goes on.
  expect(refused.length).toBeLessThan(frames.length / 10);
});

test('not more frames than are quickly tried', () => {
  const lines = Array.from({ length: mostFrames + 1 }, (_, at) => `(i|we) never say number${at};rude;why;instead;en;frame`);
  expect(tried(lines.join('\n')).refused).toEqual([{ line: mostFrames + 1, fault: { why: 'frames', most: mostFrames } }]);
  expect(tried(lines[0] ?? '', { ...nobody, frames: mostFrames }).phrases).toEqual([]);
});

describe('two phrases that the coach reads as one', () => {
  test.each([
    ['Not my job', 'not my  JOB!'],
    ['제 담당이 아니에요', '제담당이 아니에요.'],
    ['這不歸我管', '这不归我管。'],
    ['Ｃａｌｍ down', 'calm down'],
  ])('%s = %s', (one, other) => {
    expect(phraseKey({ kind: 'literal', text: one })).toBe(phraseKey({ kind: 'literal', text: other }));
  });

  test('spaces between English words are no matter of taste', () => {
    expect(phraseKey({ kind: 'literal', text: 'a part' })).not.toBe(phraseKey({ kind: 'literal', text: 'apart' }));
  });
});
