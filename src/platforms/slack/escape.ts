import { cleanText } from '../../chat/clean-text.ts';

const lookAlikes: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02cd', '~': '\u223c', '`': '\u02cb' };

/**
 * Typed text for a mrkdwn field or a message's `text`. Slack has no escape for its formatting signs, so where one could
 * format it becomes a sign that looks the same; inside a word (`anna_kim@…`) it formats nothing and stays.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/`|(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)(?=&gt;)/gm, '$1\u200b')
    .replace(/@(?=(?:here|channel|everyone|group)\b)/gi, '@\u2060');
}

/**
 * What a person reads, from the text of a Slack message or command: names for links and channels, `@U…` for people
 * (Slack sends ids, and the app looks them up). A command's text may come unescaped, so only what is a reference is one.
 */
export function unescapeText(text: string): string {
  return text
    .replace(/<([@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi, (_whole, inner: string) => referenceText(inner))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function referenceText(inner: string): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : inner.slice(bar + 1);
  if (target.startsWith('@')) return target;
  if (target.startsWith('#')) return label ? `#${label}` : target;
  if (target.startsWith('!subteam^')) return label ?? '@group';
  if (target.startsWith('!')) return label && target.startsWith('!date') ? label : `@${label ?? target.slice(1)}`;
  return label || target.replace(/^(?:mailto|tel):/, '');
}
