import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { traditionalSource } from './traditional-source.ts';

it('src/coach/traditional.ts is what scripts/build-traditional.ts writes', () => {
  const pairs = (source: string): string => source.replace(/[^\u3400-\u9fff]/gu, '');
  expect(pairs(readFileSync('src/coach/traditional.ts', 'utf8'))).toBe(pairs(traditionalSource()));
});
