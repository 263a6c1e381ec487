import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { loadingView, noticeView, renderForm } from '../../../src/platforms/slack/form.ts';
import { renderHome, renderMessage } from '../../../src/platforms/slack/render.ts';
import { cards, elements, forms, words } from './samples.ts';
import { assertBlocks, assertView } from './slack-schema.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe.each(Object.entries(cards))('the card %s', (name, card) => {
  const message = renderMessage(card, words);

  test('is what its snapshots show', async () => {
    await expect(`${plainText(card)}\n`).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
    await expect(json(message)).toMatchFileSnapshot(`__snapshots__/${name}.slack.json`);
  });

  test('is taken by Slack as a message, a home tab and a notice', () => {
    assertBlocks(message.blocks);
    assertView(renderHome(card, words));
    assertView(noticeView(card, words));
  });

  test('fits without being shortened', () => {
    expect(JSON.stringify(message)).not.toContain(words.shortened);
  });
});

test.each(Object.entries(forms))('the form %s is what its snapshot shows, and Slack takes it', async (name, form) => {
  const view = renderForm(form, words, { origin: { channel: 'C1', message: '1764000000.000100' } });
  await expect(json(view)).toMatchFileSnapshot(`__snapshots__/${name}.slack.json`);
  assertView(view);
});

test('the loading view is taken by Slack', () => {
  assertView(loadingView(words));
});

test('each kind of element draws something by itself', () => {
  for (const element of Object.values(elements).flat()) {
    const { blocks } = renderMessage({ text: '-', elements: [element] }, words);
    assertBlocks(blocks);
    expect(JSON.stringify(blocks)).not.toContain('"–"');
  }
});
