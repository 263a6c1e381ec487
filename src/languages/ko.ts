import type { Words } from './index.ts';
import { en } from './en.ts';

export const ko: Words = en;
