import { describe, expect, it } from 'vitest';
import { englishConflicts, reworded } from '../../src/coach/english-facts.ts';
import { judgeRestatement } from '../../src/coach/restate.ts';

const complaint =
  'The kayak you rented us on Saturday leaked after two hours and my wife got soaked. It is the second time. I want the deposit back.';

describe('what an English restatement contradicts', () => {
  it.each([
    ['so your husband got wet in the kayak?', 'opposite'],
    ['so it leaked after six hours?', 'span'],
    ['so you were pleased with the kayak?', 'content'],
    ["you'd like to book another kayak for Sunday?", 'wish'],
  ])('%s', (restatement, kind) => {
    expect(englishConflicts(restatement, complaint).join()).toContain(kind);
  });

  it.each([
    'so your wife got wet when it took in water some two hours in?',
    'so you were not happy with the kayak?',
    "you'd like your deposit returned?",
    'so this has now happened twice?',
  ])('not in %s', (restatement) => {
    expect(englishConflicts(restatement, complaint)).toEqual([]);
  });

  it('a span in other units is the same span, and "twice" is "the second time"', () => {
    const told = 'My harp string snapped after eleven weeks, for the second time.';
    expect(judgeRestatement('A string of the harp has broken twice, not three months in, is that right?', told, 'en')).toBe(
      'faithful',
    );
    expect(judgeRestatement('A string of the harp has broken, two years in, is that right?', told, 'en')).toBe('wrong');
  });
});

describe('sums, shares and kinds', () => {
  it('adds up an hour each time', () => {
    expect(englishConflicts('you lost two hours at the desk', 'i went twice, an hour each time')).toEqual([]);
    expect(englishConflicts('you lost nine hours at the desk', 'i went twice, an hour each time')).toHaveLength(1);
  });
  it('takes fifty per cent for half, and all of it for something else', () => {
    expect(reworded('you ask for 50 per cent', 'i want half of it').has(50)).toBe(true);
    expect(reworded('you ask for 50 per cent', 'i want all of it').has(50)).toBe(false);
    expect(englishConflicts('you want all of your money', 'i want half the money')).toHaveLength(1);
  });
  it('tells one kind of a thing from another', () => {
    expect(englishConflicts('you ordered a garden shed', 'we ordered a bicycle shed')).toEqual(['ordered garden']);
    expect(englishConflicts('you ordered a bicycle shed', 'we ordered a bicycle shed')).toEqual([]);
  });
});
