// npm run catalogue: writes docs/coach-rules.md from the coach's rules.
import { writeFileSync } from 'node:fs';
import { shippedPacks } from '../src/coach/rules/packs.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

writeFileSync(new URL('../docs/coach-rules.md', import.meta.url), ruleCatalogue(shippedPacks));
