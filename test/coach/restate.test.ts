import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const complaint =
  'I bought a Zorblax 300 from you on 4 May. It stopped on Tuesday with nine children in the room and I want a refund.';

describe('judgeRestatement', () => {
  it.each([
    [
      'So the Zorblax you have had since May gave up on Tuesday while nine children were there, and you would like your money back?',
      'faithful',
    ],
    ['Your Zorblax stopped, right?', 'partial'],
    [
      'You bought a Zorblax 300 from us on 4 May, it stopped on Tuesday with nine children in the room and you want a refund.',
      'parrot',
    ],
    ['Your Zorblax stopped on Friday with two children in the room and you want a refund?', 'wrong'],
  ])('%s: %s', (restatement, label) => {
    expect(coach.judgeRestatement(restatement, complaint)).toBe(label);
  });
});

describe('the element restate', () => {
  const has = (draft: string, told: string): boolean =>
    coach.review(draft, { complaint: told }).elements.present.includes('restate');

  it('counts facts that come back in other words, made-up products too', () => {
    expect(has('Nine children watched the Zorblax die, that must have been awful.', complaint)).toBe(true);
  });
  it('does not count a promise that only names the thing', () => {
    expect(has('A new Zorblax leaves here at noon.', complaint)).toBe(false);
  });
  it('does not count words that are a finding', () => {
    expect(has('You should have kept nine children away from a Zorblax.', complaint)).toBe(false);
  });
  it('is not there without a complaint', () => {
    expect(coach.review('Nine children watched the Zorblax die.').elements.present).not.toContain('restate');
  });
});
