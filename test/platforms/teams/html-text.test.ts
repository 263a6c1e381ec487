import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlText } from '../../../src/platforms/teams/html-text.ts';

test.each([
  ['<p>It leaks.</p><p>Since <strong>May</strong>.</p>', 'It leaks.\nSince May.'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<div>1 &lt; 2 &amp;&amp; 3 &gt; 2</div>', '1 < 2 && 3 > 2'],
  ['&#54861; &#xd55c;&nbsp;x', '홍 한 x'],
  ['<p>물이 <img alt="😡" src="https://x.example/e.png"> 새요</p>', '물이 😡 새요'],
  ['&unknown; &#0; &#99999999;', '&unknown; &#0; &#99999999;'],
  ['plain', 'plain'],
])('%s', (html, text) => expect(htmlText(html)).toBe(text));

test('no tag is left, whatever was sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'p', '/', 'a', '&', ';', '#', '3', ' ', '\n', '"') }), (html) => {
      expect(htmlText(html)).not.toMatch(/<[^>]*>/);
    }),
  );
});
