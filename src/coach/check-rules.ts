import { createCoach } from './create-coach.ts';
import type { RulePack } from './rule.ts';

export interface RuleFault {
  readonly rule: string;
  readonly example: string;
  readonly fault: 'missed' | 'false alarm';
}

/** Every rule must hit its own `invalid` examples, and no rule any `valid` one. Returns what does not hold. */
export function ruleFaults(packs: readonly RulePack[]): RuleFault[] {
  const coach = createCoach({ packs });
  const faults: RuleFault[] = [];
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    for (const example of rule.invalid) {
      const found = coach.review(example).findings;
      if (!found.some((finding) => finding.category !== 'style' && (rule.level === 'hint' || finding.level === 'problem')))
        faults.push({ rule: rule.id, example, fault: 'missed' });
    }
    for (const example of rule.valid)
      if (coach.review(example).findings.some((finding) => finding.level === 'problem'))
        faults.push({ rule: rule.id, example, fault: 'false alarm' });
  }
  return faults;
}
