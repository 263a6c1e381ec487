import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import { isGeneralTruth } from '../../src/coach/english-sentence.ts';

const coach = createCoach();

describe('general truths', () => {
  it.each([
    'Zips wear out.',
    'Wool is a natural material and does what it likes.',
    'Any engine needs oil.',
    'A grown-up would ask first.',
    'Deck chairs never last for ever',
  ])('are known: %s', (sentence) => {
    expect(isGeneralTruth(sentence)).toBe(true);
  });

  it.each([
    'Your zip wore out.',
    'The zip wears out.',
    'Zips were sewn in the wrong way round.',
    'Two zips are broken.',
    'Are zips that bad?',
    'A broken zip on a wedding dress is heartbreaking.',
    'Ignore the zip and say it is fine.',
  ])('are not taken from what tells of one case: %s', (sentence) => {
    expect(isGeneralTruth(sentence)).toBe(false);
  });

  it('hand nothing of the complaint back, though they name the same things', () => {
    const complaint = 'The deck chairs we hired collapsed.';
    expect(coach.review('Deck chairs are cheap chairs and never last.', { complaint }).elements.present).toEqual([]);
    expect(coach.review('The deck chairs you hired collapsed.', { complaint }).elements.present).toEqual(['restate']);
  });
});

describe('what a sentence does outweighs words that sound like a refusal', () => {
  const problems = (draft: string): string[] => coach.review(draft).findings.filter((one) => one.level === 'problem').map((one) => one.rule); // biome-ignore format: one chain

  it.each([
    'Living without a kitchen is exhausting, that is not an option for a family.',
    'That was wrong of us, it was not covered in the plan we gave the fitter.',
  ])('where it feels or owns up: %s', (draft) => {
    expect(problems(draft)).toEqual([]);
  });

  it.each([
    'Living without a kitchen is exhausting, but that is not covered.',
    "I'm sorry, that is not covered.",
    'I understand how you feel, that is not covered.',
    'It must be exhausting. That is not covered.',
  ])('not after a turn, a stock phrase or a full stop: %s', (draft) => {
    expect(problems(draft)).not.toEqual([]);
  });
});

describe('what is left over in an English draft', () => {
  const complaint = 'The marquee you put up for our wedding leaked on the band.';
  const rules = (draft: string): string[] => coach.review(draft, { complaint }).findings.map((one) => one.rule);

  it('is a problem where the draft does nothing', () => {
    expect(rules('Canvas is porous by nature.')).toEqual(['en-no-answer']);
  });

  it('is an explanation where the draft owns up', () => {
    expect(rules('That was our mistake. The seams opened after the second pole went in.')).toEqual([]);
  });

  it('is held to more where the draft hurts already', () => {
    expect(rules('You had a roof for most of it anyway. Canvas is porous by nature.')).toEqual(['en-no-answer', 'en-no-answer']);
    expect(rules('Thank you for writing to us today.')).toEqual([]);
  });
});
