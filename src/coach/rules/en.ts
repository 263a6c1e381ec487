import type { Rule, RulePack } from '../rule.ts';
import { englishAnswers } from './en-answers.ts';
import { englishClasses } from './en-classes.ts';
import { englishElements } from './en-elements.ts';
import { englishTone } from './en-tone.ts';
import { englishWeights } from './en-weights.ts';

const rules: readonly Rule[] = [...englishAnswers, ...englishTone];

export const englishPack: RulePack = {
  language: 'en',
  classes: englishClasses,
  rules,
  elements: englishElements,
  learnt: englishWeights,
};
