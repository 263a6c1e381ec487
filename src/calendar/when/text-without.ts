const SEPARATORS_BEFORE = /[\s,;:、，；：(（–—-]+$/u;
const SEPARATORS_AFTER = /^[\s,;:、，；：)）]+/u;
const WIDE = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** The text without that stretch, joined so that neither a double space nor a stray comma stays. */
export function textWithout(text: string, start: number, end: number): string {
  const left = text.slice(0, start);
  const right = text.slice(end);
  const before = left.replace(SEPARATORS_BEFORE, '');
  const after = right.replace(SEPARATORS_AFTER, '').replace(/^[.。!！]+\s*/u, '');
  if (after.trim() === '') return before.trim();
  if (before === '') return after.trim();
  const comma = /[,，、;；:：]/u.exec(`${left.slice(before.length)}${right.slice(0, right.length - after.length)}`)?.[0];
  if (comma) return `${before.trimStart()}${comma}${/[,;:]/.test(comma) ? ' ' : ''}${after.trimEnd()}`;
  const tight = WIDE.test(before.at(-1) ?? '') && !/\s$/u.test(left) && !/^\s/u.test(right);
  return `${before.trimStart()}${tight ? '' : ' '}${after.trimEnd()}`;
}
