import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import { f1, interval, matchSpans, scoreFolder } from './score.ts';

describe('the scorer', () => {
  it('finds a span that shares half of the shorter one, and uses each once', () => {
    const label = { start: 0, end: 10, category: 'rude' as const, alt: [] };
    expect(matchSpans([label], [{ start: 5, end: 40 }]).size).toBe(1);
    expect(matchSpans([label], [{ start: 6, end: 40 }]).size).toBe(0);
    expect(matchSpans([label, { ...label, start: 12, end: 20 }], [{ start: 0, end: 20 }]).size).toBe(1);
  });
  it('knows F1 and Wilson', () => {
    expect(f1({ hit: 1, falseAlarm: 1, miss: 0 })).toBeCloseTo(2 / 3);
    expect(interval(50, 100)[0]).toBeCloseTo(0.404, 2);
  });
});

describe('on the seen sets the coach stays as good as it was', () => {
  const coach = createCoach();
  const value = (lines: string[], name: string): number =>
    Number(/F1\s+([\d.]+)/u.exec(lines.find((line) => line.includes(name)) ?? '')?.[1]);

  const folders = [
    'test/fixtures/coach',
    'test/fixtures/coach/seen',
    'test/fixtures/coach/seen2',
    'test/fixtures/coach/seen3',
    'test/fixtures/coach/seen4',
    'test/fixtures/coach/sealed1',
    'test/fixtures/coach/sealed2',
    'test/fixtures/coach/sealed3',
    'test/fixtures/coach/sealed5',
  ];

  it.each(
    folders.flatMap((folder) =>
      ['en', 'zh', 'ko'].filter((lang) => existsSync(`${folder}/drafts.${lang}.jsonl`)).map((lang) => [folder, lang] as const),
    ),
  )('%s %s', (folder, lang) => {
    const lines = scoreFolder(coach, folder, { lang });
    expect(value(lines, 'drafts flagged')).toBeGreaterThanOrEqual(85);
    expect(value(lines, 'spans')).toBeGreaterThanOrEqual(80);
    expect(value(lines, 'macro')).toBeGreaterThanOrEqual(90);
  });
});
