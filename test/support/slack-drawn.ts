import type { Card, Form } from '../../src/chat/card.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { ChatWords, Reply } from '../../src/chat/platform.ts';
import { renderChoices, renderForm } from '../../src/platforms/slack/form.ts';
import { renderHome, renderMessage } from '../../src/platforms/slack/render.ts';
import { renderForm as renderTeamsForm } from '../../src/platforms/teams/form.ts';
import { renderMessage as renderTeamsMessage } from '../../src/platforms/teams/render.ts';
import { assertBlocks, assertView } from '../contract/blocks/slack-schema.ts';
import { assertTeamsCard } from '../contract/blocks/teams-schema.ts';
import { assertComesBack } from './comes-back.ts';
import { assertDescribed, assertNoMarkup, assertPlain } from './harmless.ts';

/** More than one loud button, and none is. */
function assertOnePrimary(blocks: unknown): void {
  const loud = JSON.stringify(blocks).split('"style":"primary"').length - 1;
  if (loud > 1) throw new Error(`${loud} primary buttons in one message: ${JSON.stringify(blocks).slice(0, 2000)}`);
}

/** Teams takes the same card, and nothing typed means anything in it. */
function assertTeams(card: ReturnType<typeof renderTeamsForm>): void {
  assertTeamsCard(card);
  assertNoMarkup(card);
  assertPlain(card);
  assertDescribed(card);
}

/** The card as Slack gets it; throws where Slack, Teams or a console would do without something, or it breaks a rule of ours. */
export function drawnCard(card: Card, words: ChatWords): string {
  const teams = renderTeamsMessage(card, words);
  assertTeams(teams.card);
  const message = renderMessage(card, words);
  assertBlocks(message.blocks);
  assertOnePrimary(message.blocks);
  assertDescribed(message.blocks);
  if (message.text.trim() === '' || teams.summary.trim() === '') throw new Error('A message without a fallback text');
  assertPlain(plainText(card));
  const drawn = JSON.stringify(message);
  const isWhole = !`${drawn}${JSON.stringify(teams)}`.includes(words.shortened);
  if (isWhole) assertComesBack(card, message.blocks, teams.card);
  return drawn;
}

export function drawnForm(form: Form, words: ChatWords): string {
  assertTeams(renderTeamsForm(form, words, { origin: { channel: 'a:1', message: '1764000000000' }, inDialog: true }));
  const view = renderForm(form, words, { origin: { channel: 'D1', message: '1764000000.000100' } });
  assertView(view);
  return JSON.stringify(view);
}

/** What Slack gets of any answer, checked. */
export function drawnReply(reply: Reply, words: ChatWords): string {
  switch (reply.kind) {
    case 'say':
      return drawnCard(reply.card, words);
    case 'home': {
      const view = renderHome(reply.card, words);
      assertView(view);
      assertOnePrimary(view);
      return JSON.stringify(view);
    }
    case 'form':
      return drawnForm(reply.form, words);
    case 'choices':
      return JSON.stringify(renderChoices(reply.choices, words));
    case 'errors':
      return JSON.stringify(reply.errors);
    case 'nothing':
      return '';
  }
}
