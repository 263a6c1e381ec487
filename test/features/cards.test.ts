import fc from 'fast-check';
import { describe, test } from 'vitest';
import { languages } from '../../src/languages/index.ts';
import { anyText } from '../support/any-text.ts';
import { assertHarmless, hostile } from '../support/harmless.ts';
import { drawnCard, drawnForm } from '../support/slack-drawn.ts';
import { everyCard } from './card-samples.ts';

const languageCodes = ['en', 'zh', 'ko'] as const;

describe.each(languageCodes)('in %s Slack, Teams and a console take', (language) => {
  const words = languages[language].chat;
  describe.each(Object.entries(hostile))('with %s', (_title, text) => {
    const { cards, forms } = everyCard(language, text);
    test.each(Object.entries(cards))('%s', (_name, card) => assertHarmless(drawnCard(card, words)));
    test.each(Object.entries(forms))('the form: %s', (_name, form) => assertHarmless(drawnForm(form, words)));
  });
});

test('whatever was typed, in any language', { timeout: 120_000 }, () => {
  // A row that is one of the marked letters is drawn bold by us, which reads like the marker that must not come through.
  const isMarker = (text: string) =>
    text.split(/[\r\n\u2028\u2029]/).some((row) => /^[kxyz]$/i.test(row.replaceAll(/[^\p{L}\p{N}]/gu, '')));
  const typed = fc.oneof(
    anyText(300).filter((text) => !isMarker(text)),
    fc.constantFrom(...Object.values(hostile)),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom(...languageCodes), (text, language) => {
      const { cards, forms } = everyCard(language, text);
      for (const card of Object.values(cards)) assertHarmless(drawnCard(card, languages[language].chat));
      for (const form of Object.values(forms)) assertHarmless(drawnForm(form, languages[language].chat));
    }),
    { numRuns: 20 },
  );
});
