import type { Rule, RulePack } from '../rule.ts';
import { chineseAnswers } from './zh-answers.ts';
import { chineseClasses } from './zh-classes.ts';
import { chineseElements } from './zh-elements.ts';
import { chineseLearntWording } from './zh-learnt-wording.ts';
import { chineseTone } from './zh-tone.ts';
import { chineseWording } from './zh-wording.ts';

const rules: readonly Rule[] = [...chineseAnswers, ...chineseTone];

export const chinesePack: RulePack = {
  language: 'zh',
  classes: chineseClasses,
  rules,
  elements: chineseElements,
  wording: chineseWording,
  learntWording: chineseLearntWording,
};
