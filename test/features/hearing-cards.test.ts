import { describe, test } from 'vitest';
import type { Card, Form } from '../../src/chat/card.ts';
import { awayCard, awayForm, givenBackCard, returnedCard, standInCard } from '../../src/features/absence/cards.ts';
import type { Touch } from '../../src/features/followups/index.ts';
import { receiptCard } from '../../src/features/receipt/cards.ts';
import type { Receipt } from '../../src/features/receipt/store.ts';
import { rules } from '../../src/features/reminders/because.ts';
import { teamCard } from '../../src/features/reminders/team-card.ts';
import { savedCard, settingsForm } from '../../src/features/settings/cards.ts';
import { type LanguageCode, languages } from '../../src/languages/index.ts';
import { assertHarmless, hostile } from '../support/harmless.ts';
import { seoulRep } from '../support/hearing.ts';
import { drawnCard, drawnForm } from '../support/slack-drawn.ts';

const id = '019e0000-0000-7000-8000-000000000001';
const now = new Date('2026-11-24T01:00:00Z');
const today = '2026-11-24';

function samples(
  language: LanguageCode,
  text: string,
): { readonly cards: Record<string, Card>; readonly forms: Record<string, Form> } {
  const words = languages[language];
  const person = { id, name: text, role: 'admin' as const, zone: 'Asia/Seoul', language, welcomed: true };
  const look = { words, person, now, today };
  const touch: Touch = {
    id,
    kind: 'call',
    cadence: undefined,
    step: 'day2',
    said: undefined,
    about: text,
    dueOn: today,
    dueAt: now,
    snoozes: 2,
    attempts: 1,
    state: 'open',
    closedAt: now,
    pooledAt: undefined,
    pausedAt: undefined,
    repId: id,
    repName: text,
    purchaseId: undefined,
    product: text,
    customer: { id, name: text, company: text, phone: text, country: 'KR' },
  };
  const receipt: Receipt = {
    createdAt: now,
    lentBy: text,
    nudges: (['queued', 'sent', 'skipped', 'failed', 'folded', 'listed'] as const).map((state) => ({
      stage: 'due',
      state,
      at: now,
      person: text,
      because: rules.map((rule) => ({
        rule,
        from: '09:00',
        to: '18:00',
        zone: 'Asia/Seoul',
        on: today,
        trade: 'shop',
        count: 2,
      })),
      problem: 'gone',
    })),
    next: { at: now, stage: 'manager', how: 'manager', because: [] },
  };
  const slips = {
    overdue: [],
    unreached: [{ name: text, count: 2, problem: 'user_is_bot_blocked' }],
    full: [{ name: text, count: 30 }],
    silent: [{ name: text, count: 5 }],
    away: [{ name: text, count: 1 }],
  };
  const customer = { id, name: text };
  const explained = (more: Partial<Touch>) => ({ touch: { ...touch, ...more }, receipt, changes: [] });
  const settings = {
    hearing: seoulRep,
    zoneChosen: true,
    ownCountry: 'KR',
    overdueDays: 2,
    fullList: 25,
    platforms: ['slack', 'teams'] as const,
    reachOn: undefined,
  };
  return {
    cards: {
      'what slips': teamCard(slips, Array<Touch>(13).fill(touch), look),
      receipt: receiptCard(customer, [explained({}), explained({ pausedAt: now }), explained({ pooledAt: now })], look),
      'receipt of what is closed': receiptCard(customer, [explained({ state: 'done' })], look),
      'receipt of nothing': receiptCard(customer, [], look),
      away: awayCard({ from: today, until: '2026-12-04', standInId: id }, text, { touches: 2, promises: 1 }, look),
      'nobody stands in': awayCard(
        { from: today, until: today, standInId: undefined },
        undefined,
        { touches: 1, promises: 1 },
        look,
      ),
      'stands in': standInCard(text, '2026-12-04', 2, look),
      'is back': returnedCard(text, [{ touch, outcome: 'reached' }], true, 2, look),
      'given back': givenBackCard(text, 0, look),
      saved: savedCard({ ...seoulRep, hears: 'digest' }, words),
    },
    forms: {
      settings: settingsForm(settings, 'KR', look),
      away: awayForm({ from: today, until: '2026-12-04' }, 'U0STANDIN', look),
    },
  };
}

describe.each(['en', 'zh', 'ko'] as const)('in %s Slack takes', (language) => {
  const { chat } = languages[language];
  describe.each(Object.entries(hostile))('with %s', (_title, text) => {
    const { cards, forms } = samples(language, text);
    test.each(Object.entries(cards))('%s', (_name, card) => assertHarmless(drawnCard(card, chat)));
    test.each(Object.entries(forms))('the form: %s', (_name, form) => assertHarmless(drawnForm(form, chat)));
  });
});
