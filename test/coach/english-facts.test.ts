import { describe, expect, it } from 'vitest';
import { englishConflicts, reworded } from '../../src/coach/english-facts.ts';
import { judgeRestatement } from '../../src/coach/restate.ts';

const complaint =
  'The kayak you rented us on Saturday leaked after two hours and my wife got soaked. It is the second time. I want the deposit back.';

const none: ReadonlySet<number> = new Set();

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
  it('reckons: how many are left, and how long it was from one time to another', () => {
    expect(reworded('two of them survived', 'seven of the nine broke', new Set([7, 9])).has(2)).toBe(true);
    expect(reworded('five of them survived', 'seven of the nine broke', new Set([7, 9])).has(5)).toBe(false);
    expect(reworded('for seven hours', 'the road was shut from 8 till 3', new Set([8, 3])).has(7)).toBe(true);
    expect(englishConflicts('it has taken three months', 'it went off in march for a week and it is june')).toEqual([]);
    expect(englishConflicts('it has taken five months', 'it went off in march for a week and it is june')).toHaveLength(1);
  });
  it('takes fifty per cent for half, and all of it for something else', () => {
    expect(reworded('you ask for 50 per cent', 'i want half of it', none).has(50)).toBe(true);
    expect(reworded('you ask for 50 per cent', 'i want all of it', none).has(50)).toBe(false);
    expect(englishConflicts('you want all of your money', 'i want half the money')).toHaveLength(1);
  });
  it('tells one kind of a thing from another', () => {
    expect(englishConflicts('you ordered a garden shed', 'we ordered a bicycle shed')).toEqual(['ordered garden']);
    expect(englishConflicts('you ordered a bicycle shed', 'we ordered a bicycle shed')).toEqual([]);
  });
});
