import { createRequire } from 'node:module';
import { getChoseong } from 'es-hangul';

const require = createRequire(import.meta.url);
const han = /\p{Script=Han}/u;
const hangul = /[가-힣]/;

type Pinyin = typeof import('pinyin-pro');
let pinyin: Pinyin | undefined;

/** Loaded at the first Chinese name: its dictionary takes time and memory that others need not spend. */
function loadPinyin(): Pinyin {
  pinyin ??= require('pinyin-pro') as Pinyin;
  return pinyin;
}

/** What people type on a phone instead of a name: 김민지 -> ㄱㅁㅈ, 王小明 -> wxm. Empty for other scripts. */
export function initialsOf(text: string): string {
  const korean = hangul.test(text) ? getChoseong(text).replace(/\s+/g, '') : '';
  const chinese = han.test(text)
    ? loadPinyin().pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', surname: 'head' }).join('')
    : '';
  return `${korean}${korean && chinese ? ' ' : ''}${chinese}`;
}
