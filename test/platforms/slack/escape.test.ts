import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, unescapeText } from '../../../src/platforms/slack/escape.ts';

describe('typed text', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & <https://a.example|b>', '&lt;@U1&gt; &amp; &lt;https://a.example|b&gt;'],
    ['&lt;', '&amp;lt;'],
    ['*bold* _it_ ~no~ `code`', '∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ'],
    ['**two**', '∗∗two∗∗'],
    ['anna_kim@x.example, 2*3*4', 'anna_kim@x.example, 2*3*4'],
    ['고객_님_', '고객ˍ님ˍ'],
    ['> quote\n >> deeper', '\u200b&gt; quote\n \u200b&gt;&gt; deeper'],
    ['@here @Channel @everyone @herebert', '@\u2060here @\u2060Channel @\u2060everyone @herebert'],
    ['\u202egnp.exe', 'gnp.exe'],
  ])('%j becomes %j', (typed, escaped) => {
    expect(escapeText(typed)).toBe(escaped);
  });

  test('keeps no angle bracket and no bare ampersand', () => {
    const part = fc.oneof(fc.constantFrom('<!channel>', '<', '>', '&', '&lt;', '*', '_', '`', '~', '\n', '@here'), fc.string());
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (typed) => {
          const escaped = escapeText(typed);
          expect(escaped).not.toMatch(/[<>`]|&(?!amp;|lt;|gt;)/);
          expect(escaped).not.toMatch(/(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])/);
        },
      ),
    );
  });
});

describe('what Slack sends', () => {
  test.each([
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['&amp;lt;', '&lt;'],
    ['1 < 2 > 0, <b>', '1 < 2 > 0, <b>'],
    ['<@U1|kim> and <@U2>', '@U1 and @U2'],
    ['<#C1|sales> <#C2>', '#sales #C2'],
    ['<!here> <!channel|channel> <!subteam^S1|@sales> <!subteam^S2>', '@here @channel @sales @group'],
    ['<!date^1764000000^{date}|24 Nov>', '24 Nov'],
    ['<https://a.example/?a=1&amp;b=2> <http://b.example|b.example>', 'https://a.example/?a=1&b=2 b.example'],
    ['<mailto:kim@x.example|kim@x.example> <tel:+8210> <https://a.example|>', 'kim@x.example +8210 https://a.example'],
  ])('%j reads %j', (sent, text) => {
    expect(unescapeText(sent)).toBe(text);
  });
});
