const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/**
 * The little Markdown that a text block of a card may have, and mentions, as HTML. All that was written is escaped before
 * anything else, so that only tags of ours can come of it. `nameOf` tells whom an id means. Pure.
 */
export function cardTextHtml(text: string, nameOf: (id: string) => string): string {
  const html = escaped(text)
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, (_tag, id: string) => `<span class="at">${escaped(nameOf(id))}</span>`)
    .replace(/\*\*(\S(?:[^*\n]*\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_(\S(?:[^_\n]*\S)?)_(?=[\s.,;:!?)]|$)/gm, '$1<em>$2</em>')
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s()]+)\)/g, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>');
  return `<p>${html.replaceAll('\n', '<br>')}</p>`;
}
