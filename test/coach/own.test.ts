import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ownBad } from '../../scripts/weight-lessons.ts';
import { createCoach } from '../../src/coach/create-coach.ts';

/** Sentences of our own, in trades of all kinds: seen ones, so the coach has to be nearly right on them. */
const coach = createCoach();
const problems = (text: string): string[] =>
  coach.review(text).findings.flatMap(({ level, category }) => (level === 'problem' ? [category] : []));

it('leaves good English sentences alone', () => {
  const good = readFileSync('test/fixtures/coach/own/good.en.txt', 'utf8').trim().split('\n');
  expect(good.length).toBeGreaterThan(700);
  const alarms = good.filter((text) => problems(text).length > 0);
  expect(alarms.length / good.length, alarms.join('\n')).toBeLessThan(0.01);
});

it('finds most English sentences that hurt without saying so, and mostly in which way', () => {
  const bad = ownBad();
  const found = bad.map(({ text, way }) => ({ way, ways: problems(text) })).filter(({ ways }) => ways.length > 0);
  expect(found.length / bad.length).toBeGreaterThan(0.5);
  expect(found.filter(({ way, ways }) => ways.includes(way)).length / found.length).toBeGreaterThan(0.85);
});
