import { expect } from 'vitest';

/** What people type to break a card, or without meaning to. */
export const hostile: Record<string, string> = {
  plain: 'Kim Minji',
  'a broadcast': '<!channel>',
  'a mention and a link': '<@U0ADMIN> <https://evil.example|click>',
  markup: '*x* _y_ ~z~ `k`',
  'at here': '@here @channel @everyone',
  bidi: 'Kim \u202Emoc.elpmaxe\u202C \u2066x\u2069',
  controls: 'Kim\u0000\u0007\tMin\r\nji',
  'half a character': 'Kim \ud800',
  invisible: '\u200b\u200b',
  '500 characters': '김민지 '.repeat(125),
  'quotes and signs': '"Kim" & <Sons> \\ {"a":1}',
  entities: '&lt;!channel&gt;',
  'a mention and a link of Teams': '<at>Everyone</at> [bank](https://evil.example) ![x](https://evil.example/p.png)\n# x\n- y',
};

/** Where Slack reads markup: a message's own text, and text objects of that type. Elsewhere it shows what stands there. */
function markupIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string' && (!('type' in value) || value.type === 'mrkdwn') ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

/** What a person sees: not what buttons and forms carry back. */
function shownIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ['value', 'private_metadata', 'action_id', 'data', 'dataset'].includes(key) ? [] : shownIn(part),
  );
}

/** Nothing typed may come out as something that notifies, links or turns the line around. */
export function assertHarmless(drawn: string): void {
  const message: unknown = JSON.parse(drawn);
  assertNone(
    markupIn(message),
    /<!|<@U0ADMIN|<https:|@(?:here|channel|everyone|group)\b|(?<![A-Za-z0-9])[*_~`](?:x|y|z|k)[*_~`]/i,
  );
  assertPlain(message);
}

/** No bidirectional control, and no control besides tab and new line, in what a person sees. */
export function assertPlain(shown: unknown): void {
  assertNone(shownIn(shown), /[\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}/u);
}

/** Millions of texts are looked at: only what is wrong is worth an expectation. */
function assertNone(texts: readonly string[], wrong: RegExp): void {
  const found = texts.find((text) => wrong.test(text));
  if (found !== undefined) expect(found).not.toMatch(wrong);
}

/** Who does not see pictures is told what they show. */
export function assertDescribed(drawn: unknown): void {
  if (Array.isArray(drawn)) for (const one of drawn) assertDescribed(one);
  if (typeof drawn !== 'object' || drawn === null) return;
  const said = 'alt_text' in drawn ? drawn.alt_text : 'altText' in drawn ? drawn.altText : undefined;
  if ('type' in drawn && (drawn.type === 'image' || drawn.type === 'Image')) expect(said).toMatch(/\S/);
  for (const part of Object.values(drawn)) assertDescribed(part);
}

/** Where Teams reads Markdown and tags. */
function textBlocksIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textBlocksIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && value.type === 'TextBlock' && 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textBlocksIn)];
}

/** In a card of Teams, only mentions of ours are marked up. */
export function assertNoMarkup(card: unknown): void {
  const typed = textBlocksIn(card).map((text) => text.replace(/<at>[0-9a-f-]{36}<\/at>|<at>29:[\w-]+<\/at>/g, ''));
  assertNone(typed, /[<>*_~`[\]\\]|&#?\w+;|:\/\//);
}
