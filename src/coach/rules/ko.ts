import type { RulePack } from '../rule.ts';
export const koreanPack: RulePack = { language: 'ko', classes: {}, rules: [], elements: [] };
