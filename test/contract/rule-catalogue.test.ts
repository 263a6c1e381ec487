import { expect, test } from 'vitest';
import { ruleCatalogue } from '../../scripts/rule-catalogue.ts';
import { shippedPacks } from '../../src/coach/rules/packs.ts';
import { readProjectFile } from '../support/sources.ts';

test('docs/coach-rules.md says what the rules are; `npm run catalogue` writes it', () => {
  expect(readProjectFile('docs/coach-rules.md')).toBe(ruleCatalogue(shippedPacks));
});

test('what a rule says breaks no table', () => {
  const [pack] = shippedPacks;
  const [rule] = pack?.rules ?? [];
  if (!pack || !rule) throw new Error('no rules');
  const hostile = { ...rule, id: 'x', why: 'a | b\n<script>', instead: '[link](x) `code`', invalid: ['*bold*'] };
  const lines = ruleCatalogue([{ ...pack, rules: [hostile] }]).split('\n');
  expect(
    lines
      .find((line) => line.startsWith('| `x`'))
      ?.replaceAll(/\\./g, '')
      .split('|'),
  ).toHaveLength(8);
});
