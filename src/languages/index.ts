import { en } from './en.ts';
import { ko } from './ko.ts';
import { zh } from './zh.ts';

/** Every word the bot says. `en` gives the shape; a language that lacks a word does not compile. */
export type Words = typeof en;
export type CommandWord = keyof Words['commands'];
export type ShortcutWord = keyof Words['shortcuts'];

export const languages = { en, zh, ko } satisfies Record<string, Words>;
export type LanguageCode = keyof typeof languages;
export const languageCodes: readonly LanguageCode[] = ['en', 'zh', 'ko'];

/** The nearest language of ours to a BCP 47 tag, for example `ko-KR`. */
export function nearestLanguage(locale: string | undefined): LanguageCode {
  const head = locale?.slice(0, 2).toLowerCase();
  return languageCodes.find((code) => code === head) ?? 'en';
}

/** Which language these words are. */
export const codeOf = (words: Words): LanguageCode => languageCodes.find((code) => languages[code] === words) ?? 'en';
