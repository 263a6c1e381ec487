import type { RulePack } from '../rule.ts';
export const chinesePack: RulePack = { language: 'zh', classes: {}, rules: [], elements: [] };
