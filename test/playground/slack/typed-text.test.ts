import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOT, CAST, CHANNELS, TEAM } from '../../../src/playground/cast.ts';
import { escapeText, typedCommand, typedMessage } from '../../../src/playground/slack/typed-text.ts';
import { createWorkspace } from '../../../src/playground/slack/workspace.ts';

const workspace = createWorkspace({ cast: CAST, channels: CHANNELS, team: TEAM, bot: BOT });
const [minseo, hannah] = CAST.map(({ id }) => id);

test.each([
  ['plain words', 'plain words'],
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['<!channel> <@U0HANNAH99>', '&lt;!channel&gt; &lt;@U0HANNAH99&gt;'],
  ['@Aftercare log', `<@${BOT.userId}> log`],
  ['@aftercare: log', `<@${BOT.userId}>: log`],
  ['@Minseo Kim에게', `<@${minseo}>에게`],
  ['@minseo and @minseo.kim, @hannah.', `<@${minseo}> and <@${minseo}>, <@${hannah}>.`],
  [`<@${hannah}|hannah> picked`, `<@${hannah}> picked`],
  ['mail minseo@aftercare.example', 'mail <mailto:minseo@aftercare.example|minseo@aftercare.example>'],
  ['see https://x.example/a?b=1&c=2.', 'see <https://x.example/a?b=1&amp;c=2>.'],
  ['in #general or #general-ish', 'in <#C0GENERAL1|general> or #general-ish'],
  ['@nobody', '@nobody'],
])('a message: %s', (typed, sent) => {
  expect(typedMessage(workspace, typed)).toBe(sent);
});

test('a command keeps addresses and links as they are', () => {
  const typed = 'Kim me@x.example https://x.example <b>';
  expect(typedCommand(workspace, typed, true)).toBe('Kim me@x.example https://x.example &lt;b&gt;');
});

test('whatever is typed, the only angle brackets left are markup of Slack’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const left = typedMessage(workspace, typed).replace(/<(@U\w+|#C\w+\|[\w-]+|https?:[^<>]+|mailto:[^<>|]+\|[^<>|]+)>/g, '');
      expect(left).not.toMatch(/[<>]/);
      expect(escapeText(typed)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
    }),
  );
});
