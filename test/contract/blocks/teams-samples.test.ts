import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../src/platforms/teams/form.ts';
import { renderMessage } from '../../../src/platforms/teams/render.ts';
import { cards, elements, forms, words } from './samples.ts';
import { assertTeamsCard } from './teams-schema.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe.each(Object.entries(cards))('the card %s', (name, card) => {
  const message = renderMessage(card, words);

  test('is what its snapshot shows, and Teams takes it', async () => {
    await expect(json(message)).toMatchFileSnapshot(`__snapshots__/${name}.teams.json`);
    assertTeamsCard(message.card);
  });

  test('fits without being shortened', () => {
    expect(JSON.stringify(message)).not.toContain(words.shortened);
  });
});

test.each(Object.entries(forms))('the form %s is taken by Teams, in a dialog and in a card', async (name, form) => {
  const card = renderForm(form, words, { origin: { channel: 'a:1', message: '1764000000000' }, inDialog: true });
  await expect(json(card)).toMatchFileSnapshot(`__snapshots__/${name}.teams.json`);
  assertTeamsCard(card);
  const errors = { [form.fields[0]?.name ?? '']: 'Too early.', nowhere: 'And this.' };
  const again = renderForm(form, words, { errors, inDialog: false });
  assertTeamsCard(again);
  expect(JSON.stringify(again)).toContain('Too early.');
  expect(JSON.stringify(again)).toContain('And this.');
});

test('each kind of element draws something by itself', () => {
  for (const element of Object.values(elements).flat()) {
    const { card } = renderMessage({ text: '-', elements: [element] }, words);
    assertTeamsCard(card);
    expect(JSON.stringify(card.body)).not.toContain('"–"');
    expect(card.body.length).toBeGreaterThan(0);
  }
});

test('what Teams would refuse is refused here', () => {
  const body = [{ type: 'Nonsense' }];
  expect(() => assertTeamsCard({ type: 'AdaptiveCard', version: '1.5', body } as never)).toThrow('Teams would refuse');
});
