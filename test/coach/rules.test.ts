import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleFaults } from '../../src/coach/check-rules.ts';
import { shippedPacks } from '../../src/coach/rules/packs.ts';
import { parseDraft } from './labelled.ts';

const rules = shippedPacks.flatMap((pack) => pack.rules.map((rule) => ({ ...rule, language: pack.language })));

describe('shipped rules', () => {
  it('hit their own bad examples and no good one', () => {
    expect(ruleFaults(shippedPacks)).toEqual([]);
  });

  it('have one id each, with the language in front', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) expect(rule.id.startsWith(`${rule.language}-`), rule.id).toBe(true);
  });

  it.each(rules)('$id says why, what instead and where it comes from', (rule) => {
    expect(rule.why.length).toBeGreaterThan(5);
    expect(rule.instead.length).toBeGreaterThan(5);
    expect(rule.source).toMatch(/^P\d+$/u);
    expect(rule.invalid.length).toBeGreaterThan(0);
    expect(rule.valid.length).toBeGreaterThan(0);
  });

  it('reports a rule whose example it does not hit', () => {
    const [pack] = shippedPacks;
    const rule = {
      id: 'en-broken',
      category: 'rude' as const,
      why: 'why not',
      instead: 'instead',
      source: 'P1',
      frames: ['zebra crossing'],
      invalid: ['A horse.'],
      valid: [],
    };
    expect(pack && ruleFaults([{ ...pack, rules: [rule] }])).toEqual([
      { rule: 'en-broken', example: 'A horse.', fault: 'missed' },
    ]);
  });

  it('quote no sentence of the labelled sets', () => {
    const sentences = ['', '/seen', '/seen2', '/seen3', '/sealed1']
      .flatMap((set) => ['en', 'zh', 'ko'].map((lang) => `test/fixtures/coach${set}/drafts.${lang}.jsonl`))
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
      .map(parseDraft)
      .flatMap((draft) => draft.banned.map((span) => draft.text.slice(span.start, span.end)))
      .filter((text) => text.length > 24);
    const shipped = JSON.stringify(rules);
    expect(sentences.filter((text) => shipped.includes(text))).toEqual([]);
  });
});
