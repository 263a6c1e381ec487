/** Writes src/coach/traditional.ts from opencc-js. A test compares the file with what this would write. */
import { writeFileSync } from 'node:fs';
import { traditionalSource } from '../test/coach/traditional-source.ts';

writeFileSync(new URL('../src/coach/traditional.ts', import.meta.url), traditionalSource());
