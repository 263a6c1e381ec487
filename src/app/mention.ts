/** A mention as transports hand it on: `@` and the platform's id of the person. */
const pattern = /(?<![\p{L}\p{N}._-])@([UW][A-Z0-9]{5,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![A-Za-z0-9_-])/u;

/** The account mentioned first in a text, and the text without the mention. */
export function readMention(text: string): { readonly account: string | undefined; readonly rest: string } {
  const hit = pattern.exec(text);
  if (!hit) return { account: undefined, rest: text.trim() };
  return { account: hit[1], rest: `${text.slice(0, hit.index)} ${text.slice(hit.index + hit[0].length)}`.trim() };
}
