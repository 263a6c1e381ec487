import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SLOTS, TEMPLATES } from '../../../src/coach/templates.ts';
import { templateLines } from '../../../src/features/templates/cards.ts';
import { readTemplate } from '../../../src/features/templates/read-template.ts';
import { languageCodes, languages } from '../../../src/languages/index.ts';
import { anyText } from '../../support/any-text.ts';

describe.each(languageCodes)('in %s', (language) => {
  const person = { id: '', name: '', role: 'manager', zone: 'UTC', language, welcomed: true } as const;
  test('what is shown is what is read', () => {
    for (const { slots } of TEMPLATES)
      expect(readTemplate(templateLines(slots, { words: languages[language], person }))).toEqual({ slots });
  });
});

const faulty = (text: string) => {
  const read = readTemplate(text);
  return 'faults' in read ? read.faults.map(({ line, fault }) => [line, fault]) : [];
};

test.each([
  ['weather: {text}', 'slot'],
  ['what', 'empty'],
  ['what:', 'empty'],
  ['what: It is broken.', 'placeholder'],
  ['what: {text} {name}', 'strange'],
  ['check: Right, {text}?', 'strange'],
  [`check: ${'x'.repeat(301)}`, 'long'],
])('%s', (line, fault) => expect(faulty(`who: {name},\n\n${line}`)).toEqual([[3, fault]]));

test('every line that cannot be taken is named', () => {
  expect(faulty('what: {text}\nwhat: {text}\nwhen: since')).toEqual([
    [2, 'twice'],
    [3, 'placeholder'],
  ]);
});

test('whatever is written: slots once each, with something to say', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(...SLOTS).map((slot) => `${slot}: {text} {name}`),
      anyText(40),
    ),
  );
  fc.assert(
    fc.property(lines, (parts) => {
      const read = readTemplate(parts.join('\n'));
      if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0);
      else expect(new Set(read.slots.map(({ slot }) => slot)).size).toBe(read.slots.length);
    }),
  );
});
