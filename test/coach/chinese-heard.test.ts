import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';

const coach = createCoach();
const problems = (draft: string): string[] => coach.review(draft).findings.filter((one) => one.level === 'problem').map((one) => one.rule); // biome-ignore format: one chain

describe('what excuses a hit in a Chinese sentence', () => {
  it.each([
    ['说好能退又不给退，您觉得被骗了，我能理解。'],
    ['不能马上修好，我今天下午三点先给您送一台备用的。'],
    ['您说的是退不了押金，对吗？'],
  ])('%s', (draft) => {
    expect(problems(draft)).toEqual([]);
  });

  it.each([['您心里难受我懂，但就是不给退。'], ['不给退，您着急，不过我们只能这样。'], ['这个修不了。']])('not %s', (draft) => {
    expect(problems(draft)).not.toEqual([]);
  });

  it('costs no more than the length of the text', () => {
    const long = '不给退这个修不了您又急又气'.repeat(4000);
    const before = process.cpuUsage();
    coach.review(long);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});
