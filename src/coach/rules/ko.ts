import type { Rule, RulePack } from '../rule.ts';
import { koreanAnswers } from './ko-answers.ts';
import { koreanClasses } from './ko-classes.ts';
import { koreanElements } from './ko-elements.ts';
import { koreanLearntWording } from './ko-learnt-wording.ts';
import { koreanTone } from './ko-tone.ts';
import { koreanWording } from './ko-wording.ts';

const rules: readonly Rule[] = [...koreanAnswers, ...koreanTone];

export const koreanPack: RulePack = {
  language: 'ko',
  classes: koreanClasses,
  rules,
  elements: koreanElements,
  wording: koreanWording,
  learntWording: koreanLearntWording,
};
