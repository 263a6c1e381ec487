import type { RulePack } from '../rule.ts';
import { englishPack } from './en.ts';
import { koreanPack } from './ko.ts';
import { chinesePack } from './zh.ts';

export const shippedPacks: readonly RulePack[] = [englishPack, chinesePack, koreanPack];
