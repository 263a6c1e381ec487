import { describe, expect, test } from 'vitest';
import type { Card, Element, Form } from '../../../src/chat/card.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { ChatWords } from '../../../src/chat/platform.ts';
import { languageCodes, languages } from '../../../src/languages/index.ts';
import { loadingView, noticeView, renderForm } from '../../../src/platforms/slack/form.ts';
import { renderHome, renderMessage } from '../../../src/platforms/slack/render.ts';
import { renderForm as renderTeamsForm } from '../../../src/platforms/teams/form.ts';
import { renderMessage as renderTeamsMessage } from '../../../src/platforms/teams/render.ts';
import { assertComesBack } from '../../support/comes-back.ts';
import { assertHarmless, assertNoMarkup, assertPlain } from '../../support/harmless.ts';
import { cards, elements, forms, words } from './samples.ts';
import { assertBlocks, assertView } from './slack-schema.ts';
import { assertTeamsCard } from './teams-schema.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What the contract asks of each place a card is shown; a further platform is a further entry. */
interface Place {
  /** Of its snapshots, which stand beside each other. */
  readonly extension: string;
  /** Whether it has room for everything. */
  readonly endless: boolean;
  draw(card: Card, words: ChatWords): unknown;
  /** Throws where the place would refuse it. */
  assertTaken(card: Card, words: ChatWords): void;
  assertHarmless(drawn: unknown): void;
  /** What is said where the card is not shown. */
  fallback(drawn: unknown): string;
}

const read = (drawn: unknown, name: string) => String(Object(drawn)[name]);

const places: Readonly<Record<'Slack' | 'Teams' | 'a console', Place>> = {
  Slack: {
    extension: 'slack.json',
    endless: false,
    draw: renderMessage,
    assertTaken(card, words) {
      assertBlocks(renderMessage(card, words).blocks);
      assertView(renderHome(card, words));
      assertView(noticeView(card, words));
    },
    assertHarmless: (drawn) => assertHarmless(JSON.stringify(drawn)),
    fallback: (drawn) => read(drawn, 'text'),
  },
  Teams: {
    extension: 'teams.json',
    endless: false,
    draw: renderTeamsMessage,
    assertTaken: (card, words) => assertTeamsCard(renderTeamsMessage(card, words).card),
    assertHarmless(drawn) {
      assertNoMarkup(drawn);
      assertPlain(drawn);
    },
    fallback: (drawn) => read(drawn, 'summary'),
  },
  'a console': {
    extension: 'txt',
    endless: true,
    draw: plainText,
    assertTaken: (card) => assertPlain(plainText(card)),
    assertHarmless: assertPlain,
    fallback: (drawn) => String(drawn).split('\n')[0] ?? '',
  },
};

const long = 'A word, 김민지 and 王芳. '.repeat(3_000);
const many = (count: number) => Array.from({ length: count }, () => 'A word, 김민지. '.repeat(20));
const button = { kind: 'button', label: long, command: 'log', args: { id: '1' } } as const;
const short = { ...button, label: 'Log' };
/** More of each kind of element than any platform shows. */
const tooMuch: { readonly [K in Exclude<Element['kind'], 'divider'>]: Element | readonly Element[] } = {
  heading: { kind: 'heading', text: long },
  text: { kind: 'text', line: ['', { bold: long }] },
  note: { kind: 'note', line: long },
  list: { kind: 'list', items: many(900) },
  facts: { kind: 'facts', facts: many(900).map((value) => ({ label: value, value })) },
  quote: { kind: 'quote', text: long },
  item: Array.from({ length: 400 }, () => ({ kind: 'item', line: 'Kim', detail: 'Due', actions: [short, short] }) as const),
  actions: { kind: 'actions', actions: [{ ...button, confirm: { title: long, text: long, yes: long, no: long } }] },
  picture: { kind: 'picture', url: 'https://bot.example/p.png', alt: long },
};

describe.each(Object.entries(places))('%s', (_name, place) => {
  test.each(Object.entries(cards))('draws the card %s as its snapshot shows, whole, and takes it', async (name, card) => {
    const drawn = place.draw(card, words);
    const shown = typeof drawn === 'string' ? `${drawn}\n` : json(drawn);
    await expect(shown).toMatchFileSnapshot(`__snapshots__/${name}.${place.extension}`);
    place.assertTaken(card, words);
    place.assertHarmless(drawn);
    expect(shown).not.toContain(words.shortened);
    expect(place.fallback(drawn)).toMatch(/\S/);
  });

  test('draws something for each kind of element by itself', () => {
    for (const element of Object.values(elements).flat()) {
      const card = { text: '-', elements: [element] };
      place.assertTaken(card, words);
      expect(JSON.stringify(place.draw(card, words))).not.toContain('"–"');
    }
  });

  describe.each(languageCodes)('in %s', (code) => {
    const own = languages[code].chat;
    test.each(Object.entries(tooMuch))(
      'shows as much of a %s as there is room for, and says that it is not all',
      (_kind, made) => {
        const card = { text: 'Kim', elements: [made].flat() };
        place.assertTaken(card, own);
        expect(JSON.stringify(place.draw(card, own)).includes(own.shortened)).toBe(!place.endless);
      },
    );

    test('shortens the notification too', () => {
      const card = { text: long, elements: [] };
      place.assertTaken(card, own);
      expect(place.fallback(place.draw(card, own)).includes(own.shortened)).toBe(!place.endless);
    });
  });
});

test.each(Object.entries(cards))('what the card %s offers comes back the same from Slack and Teams', (_name, card) => {
  assertComesBack(card, renderMessage(card, words).blocks, renderTeamsMessage(card, words).card);
});

describe.each(Object.entries(forms))('the form %s', (name, form: Form) => {
  test('is what its snapshot shows, and Slack takes it', async () => {
    const view = renderForm(form, words, { origin: { channel: 'C1', message: '1764000000.000100' } });
    await expect(json(view)).toMatchFileSnapshot(`__snapshots__/${name}.slack.json`);
    assertView(view);
  });

  test('is taken by Teams, in a dialog and in a card, with what is wrong in it', async () => {
    const card = renderTeamsForm(form, words, { origin: { channel: 'a:1', message: '1764000000000' }, inDialog: true });
    await expect(json(card)).toMatchFileSnapshot(`__snapshots__/${name}.teams.json`);
    assertTeamsCard(card);
    const errors = { [form.fields[0]?.name ?? '']: 'Too early.', nowhere: 'And this.' };
    const again = renderTeamsForm(form, words, { errors, inDialog: false });
    assertTeamsCard(again);
    expect(JSON.stringify(again)).toContain('Too early.');
    expect(JSON.stringify(again)).toContain('And this.');
  });
});

test('the loading view is taken by Slack', () => {
  assertView(loadingView(words));
});

test('what Teams would refuse is refused here', () => {
  const body = [{ type: 'Nonsense' }];
  expect(() => assertTeamsCard({ type: 'AdaptiveCard', version: '1.5', body })).toThrow('Teams would refuse');
});
