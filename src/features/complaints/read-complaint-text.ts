/** What was typed: a number, or a customer and what they said. */
export type ReadComplaint =
  | { readonly number: number }
  | { readonly query: string; readonly words: string }
  | { readonly query: string };

const numbered = /^(?:#|c-?|no\.?\s*)?(\d{1,7})$/iu;
/** A name is short and stands before a colon, a dash or the end of the line; what follows is theirs. */
const named = /^([^\n:：]{1,120}?)\s*(?:[:：]|\s[-–—]\s|\n)\s*([\s\S]+)$/u;

/** Reads `104`, `Kim Sanders`, and `Kim Sanders: the steamer leaks`; a mail that is pasted in may have many lines. */
export function readComplaintText(text: string): ReadComplaint {
  const trimmed = text.trim();
  const number = numbered.exec(trimmed)?.[1];
  if (number !== undefined) return { number: Number(number) };
  const [, query = '', words = ''] = named.exec(trimmed) ?? [];
  return words.trim() === '' ? { query: trimmed } : { query: query.trim(), words: words.trim() };
}
