import { describe, expect, test } from 'vitest';
import type { Line } from '../../../src/chat/card.ts';
import { fallbackText, plainObject, richLine, textObject } from '../../../src/platforms/slack/render-line.ts';
import { words } from '../../contract/blocks/samples.ts';

describe('a text object', () => {
  test.each<[Line, string]>([
    [['Call ', { bold: 'Kim' }], 'Call *Kim*'],
    [['a', { bold: '민수' }, '님'], 'a\u200b*민수*\u200b님'],
    [[{ bold: 'a' }, { italic: 'b' }], '*a*\u200b_b_'],
    [[{ bold: ' two\nlines ' }], ' *two*\n*lines* '],
    [[{ bold: '*' }, { code: '`' }], '*∗*\u200b`ˋ`'],
    [[{ mention: 'U0MARTA' }, '!'], '<@U0MARTA>!'],
    [[{ bold: 'a' }, { mention: 'U1> <!channel' }], '*a*\u200b@U1&gt; &lt;!channel'],
    [[{ link: { text: 'a <b>\n', url: 'https://a.example/?a=1&b=2' } }], '<https://a.example/?a=1&amp;b=2|a &lt;b&gt; >'],
    [[{ link: { text: 'x', url: 'https://a.example/|y>' } }], 'x'],
    [[{ link: { text: 'x', url: 'javascript:alert(1)' } }], 'x'],
  ])('of %j is %j', (line, text) => {
    expect(textObject(line, 3000, words)).toEqual({ type: 'mrkdwn', text, verbatim: true });
  });

  test('has no markup at all where the line has none', () => {
    expect(textObject(['*a* ', '<!here>'], 3000, words)).toEqual({ type: 'plain_text', text: '*a* <!here>', emoji: false });
  });

  test('is shortened without cutting an escape or a mention', () => {
    const text = textObject([{ bold: '&'.repeat(50) }, { mention: 'U0MARTA' }], 60, words).text;
    expect(text).toMatch(/^\*(&amp;)+\*\u200b? ?… ?\(shortened\)$/);
    expect(text.length).toBeLessThanOrEqual(60);
  });
});

test('a rich line carries styles and leaves out what is empty', () => {
  expect(
    richLine(
      ['', { strike: 'a' }, { mention: 'U0MARTA' }, { link: { text: 'b', url: 'https://b.example' } }],
      100,
      words,
      'bold',
    ),
  ).toEqual([
    { type: 'text', text: 'a', style: { strike: true } },
    { type: 'user', user_id: 'U0MARTA', style: { bold: true } },
    { type: 'link', url: 'https://b.example', text: 'b', style: { bold: true } },
  ]);
});

test('a blank text becomes a dash', () => {
  expect(plainObject(' \u200b', 75, words).text).toBe('–');
});

test('the notification makes no link, no mention and no call out of typed text', () => {
  expect(fallbackText('<!here> https://evil.example @channel', words)).toBe(
    '&lt;!here&gt; https:\u2060//evil.example @\u2060channel',
  );
  expect(fallbackText('&'.repeat(9000), words).length).toBeLessThanOrEqual(3000);
});
