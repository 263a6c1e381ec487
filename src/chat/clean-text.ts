/** Overrides and isolates can turn a line around, so that a name reads as something else. */
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes; tab and line feed stay
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const lineBreaks = /\r\n?|\u2028|\u2029/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of the above, and surrogates, which may stand alone
const suspects = /[\u0000-\u0008\u000b-\u001f\u007f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

/** What a person typed, without what a chat client could be fooled or broken by. */
export function cleanText(text: string): string {
  if (!suspects.test(text)) return text;
  return text.toWellFormed().replace(lineBreaks, '\n').replace(bidiControls, '').replace(controls, '');
}

/** Whether a reader would see nothing. Platforms refuse empty texts. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}
