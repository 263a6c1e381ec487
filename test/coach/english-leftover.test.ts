import { expect, it } from 'vitest';
import { englishLeftover } from '../../src/coach/english-leftover.ts';

it.each([
  ['you ticked the box yourself', 'blame'],
  ['any serious climber packs a second rope', 'blame'],
  ['the plug should have been pulled at night', 'blame'],
  ['ink fades in sunlight', 'excuse'],
  ['the frost took everyone by surprise', 'excuse'],
  ['locks are a matter for your landlord', 'deflect'],
  ['parking is handled by a partner of ours', 'deflect'],
  ['clearance items are excluded', 'refusal'],
  ['we are not in the business of lending tools', 'refusal'],
  ['that takes however long it takes', 'vague'],
  ['he gets to it whenever', 'vague'],
  ['we covered all that at the counter', 'impatient'],
  ['it is a lamp, not a lighthouse, mate', 'rude'],
  ['you can bet your house on it', 'overpromise'],
] as const)('"%s" is %s', (text, category) => expect(englishLeftover(text)).toBe(category));
