import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const complaint =
  'Your crew felled the wrong tree in our orchard. It was eighty years old, my grandmother planted it, and you left the trunk across the drive.';

describe('judging an English restatement as a whole', () => {
  it.each([
    [
      'So the old tree that your gran once put in came down by our mistake, a different one should have gone, and the drive has been blocked by what remained of it?',
      'faithful',
    ],
    ['You would like us to plant another tree in the orchard and clear the leaves from your drive?', 'wrong'],
    ['Your grandmother asked the crew not to touch the drive and they left the orchard early?', 'wrong'],
    ['You found a tree lying across the drive?', 'partial'],
  ])('%s: %s', (restatement, label) => {
    expect(coach.judgeRestatement(restatement, complaint)).toBe(label);
  });

  it('a wrong day, place or amount in a telling that is otherwise good is wrong', () => {
    const told = 'I booked two seats by the window for 12 June and paid 340. We stood for five hours, and the guard laughed.';
    const said = (day: string, paid: string) =>
      `You had reserved a pair of places at the window for ${day}, at a price of ${paid}, and then spent the whole five hours of the ride on your feet while our guard made fun of it?`;
    expect(coach.judgeRestatement(said('12 June', '340'), told)).toBe('faithful');
    expect(coach.judgeRestatement(said('12 July', '340'), told)).toBe('wrong');
    expect(coach.judgeRestatement(said('12 June', '430'), told)).toBe('wrong');
  });
});
