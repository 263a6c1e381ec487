import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/app/people.ts';
import type { Card, Form } from '../../../src/chat/card.ts';
import { createCoach } from '../../../src/coach/create-coach.ts';
import { CATEGORIES } from '../../../src/coach/review.ts';
import { phraseForm, phrasesCard, trialCard } from '../../../src/features/phrases/cards.ts';
import { readPhrases } from '../../../src/features/phrases/read-phrases.ts';
import { tryPhrases } from '../../../src/features/phrases/try-phrases.ts';
import { type Reviewed, reviewCard, reviewForm, suggestionCard } from '../../../src/features/review/cards.ts';
import { composeSuggestion } from '../../../src/features/review/compose-suggestion.ts';
import { courtCard, demotedCard } from '../../../src/features/review/court-cards.ts';
import { formMost, reviewRequest } from '../../../src/features/review/request.ts';
import { verdictOn } from '../../../src/features/review/verdict.ts';
import { type LanguageCode, languageCodes, languages } from '../../../src/languages/index.ts';
import { parseAction } from '../../../src/platforms/slack/inbound.ts';
import { renderMessage } from '../../../src/platforms/slack/render.ts';
import { pressed } from '../../platforms/slack/payloads.ts';
import { anyText } from '../../support/any-text.ts';
import { assertHarmless, hostile } from '../../support/harmless.ts';
import { drawnCard, drawnForm } from '../../support/slack-drawn.ts';

const coach = createCoach();
const uuid = '019e0000-0000-7000-8000-000000000001';
const now = new Date('2026-11-24T01:00:00Z');

function reviewed(text: string, complaint?: string): Reviewed {
  const request = reviewRequest.parse({ draft: text, ...(complaint === undefined ? {} : { complaint }), customerId: uuid });
  const options = complaint === undefined ? {} : { complaint };
  const review = coach.review(request.draft, options);
  const none = new Set<string>();
  return {
    request,
    hash: 'A'.repeat(22),
    review,
    verdict: verdictOn(review, none),
    suggestion: composeSuggestion(coach, request.draft, review, options, none),
    advised: true,
    promises: [{ text: request.draft, on: '2026-11-25', time: '15:00', when: 'tomorrow, 3 pm' }],
  };
}

const bad = 'I don’t know. That is not my department. Calm down. You should have read the manual.';

function everyCard(language: LanguageCode, text: string): { cards: Record<string, Card>; forms: Record<string, Form> } {
  const words = languages[language];
  const person: Person = { id: uuid, name: text, role: 'manager', zone: 'Asia/Seoul', language, welcomed: true };
  const look = { words, person, now };
  const whole = reviewed(`${bad} ${text}`, `It leaks. ${text}`);
  const first = [...whole.verdict.groups].slice(0, 1);
  const phrase = { id: uuid, kind: 'literal' as const, text, category: 'rude' as const, why: text, instead: text };
  const standing = { rule: 'en-dont-know', hits: 12, disputes: 5, people: 2, demoted: false };
  const decision = { id: uuid, level: 'hint' as const, by: uuid, at: now, ...standing };
  return {
    cards: {
      review: reviewCard(whole, words),
      'review, disputed': reviewCard({ ...whole, verdict: { ...whole.verdict, disputed: first } }, words),
      'review of the text alone': reviewCard(reviewed(text), words),
      'review, too long to show': reviewCard(reviewed(`${bad} ${text}`.repeat(60)), words),
      suggestion: suggestionCard(`Dear ${text}, I am sorry.`, whole.request, words),
      phrases: phrasesCard(
        { phrases: [phrase, { id: uuid, kind: 'allowed', text, why: text }], total: 40, page: 1 },
        words,
        text,
      ),
      'phrases, none': phrasesCard({ phrases: [], total: 0, page: 0 }, words),
      trial: trialCard(
        tryPhrases(readPhrases(`${text};rude;${text};${text}\n${text}\ncall you;vague;w;i`), {
          known: new Set(),
          count: 0,
          frames: 0,
          instead: [text],
        }),
        uuid,
        words,
      ),
      court: courtCard(
        {
          standings: [standing, { ...standing, rule: 'b', demoted: true }],
          page: 0,
          decisions: [decision, { ...decision, by: undefined }],
        },
        () => text,
        () => text,
        look,
        text,
      ),
      'a rule became a hint': demotedCard(decision, () => text, look),
    },
    forms: {
      review: reviewForm({ draft: text, complaint: text, customerId: uuid, customerName: text, language }, words),
      'empty review': reviewForm({}, words),
      phrases: phraseForm(words),
    },
  };
}

describe.each(languageCodes)('in %s Slack takes', (language) => {
  const words = languages[language].chat;
  describe.each(Object.entries(hostile))('with %s', (_title, text) => {
    const { cards, forms } = everyCard(language, text);
    test.each(Object.entries(cards))('%s', (_name, card) => assertHarmless(drawnCard(card, words)));
    test.each(Object.entries(forms))('the form: %s', (_name, form) => assertHarmless(drawnForm(form, words)));
  });
});

test('whatever was typed', () => {
  fc.assert(
    fc.property(anyText(200), fc.constantFrom(...languageCodes), (text, language) => {
      for (const card of Object.values(everyCard(language, text).cards))
        assertHarmless(drawnCard(card, languages[language].chat));
    }),
    { numRuns: 15 },
  );
});

test('every category has its word in each language', () => {
  for (const code of languageCodes)
    for (const category of CATEGORIES) expect(languages[code].review.categories[category]).toMatch(/\S/);
});

describe('the reply and the customer’s words come back from the message, whole', () => {
  const brought = (card: Card) =>
    parseAction(
      pressed(
        { action_id: 'review.edit:0:form', value: '{}' },
        { message: { type: 'message', ts: '1.1', ...renderMessage(card, languages.en.chat) } },
      ),
    )?.quotes;
  const lines = ['I don’t know.', 'That is <not> my & department.', '  Calm down.', '', 'You should have read the manual. 😀'];

  test.each([
    ['short', 1, 1],
    ['a long reply', 40, 1],
    ['both as long as a form allows', 60, 60],
  ])('%s', (_how, drafts, complaints) => {
    const draft = `${lines.join('\n')}\n`.repeat(drafts).slice(0, formMost).trim();
    const complaint = 'It leaks & ruined <everything>! '
      .repeat(complaints * 2)
      .slice(0, formMost)
      .trim();
    const shown = reviewed(draft, complaint);
    expect(brought(reviewCard(shown, languages.en))).toEqual([shown.request.draft, shown.request.complaint]);
  });

  test('any text', () => {
    fc.assert(
      fc.property(anyText(400), (text) => {
        const shown = reviewed(`I don’t know. ${text}`, `It leaks. ${text}`);
        expect(brought(reviewCard(shown, languages.en))).toEqual([shown.request.draft, shown.request.complaint]);
      }),
      { numRuns: 60 },
    );
  });
});

test('says which part of the problem is said back, which is not, and which is not as the customer said', () => {
  const { elements } = reviewCard(
    reviewed(
      'I am sorry. So the kettle that you bought in June leaks on the counter, is that right?',
      'I bought the kettle in May. It leaks on the counter. I want my money back.',
    ),
    languages.en,
  );
  const at = elements.findIndex((element) => element.kind === 'text' && JSON.stringify(element).includes('Saying it back'));
  expect(elements[at + 1]).toEqual({
    kind: 'list',
    items: [
      [{ bold: 'Not yet: ' }, 'greeting · what is wanted'],
      [{ bold: 'Not as they said: ' }, 'since when'],
      [{ bold: 'There: ' }, 'what happens · check'],
    ],
  });
});
