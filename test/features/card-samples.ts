import type { Card, Form } from '../../src/chat/card.ts';
import { customerCard, customerForm } from '../../src/features/customers/cards.ts';
import { closedCard, emptyCard } from '../../src/features/followups/cards.ts';
import { changeElements } from '../../src/features/followups/change-cards.ts';
import { conversationItem, touchItem } from '../../src/features/followups/conversation-cards.ts';
import { listCard } from '../../src/features/followups/list-cards.ts';
import { sayWhyCard, snoozeForm } from '../../src/features/followups/snooze-cards.ts';
import {
  doneCard,
  handoverForm,
  poolCard,
  previewCard,
  reassignForm,
  releasedCard,
  whichTouchCard,
} from '../../src/features/handover/cards.ts';
import { givenCard, goneCard, listGivenCard } from '../../src/features/handover/story.ts';
import { helpCard, homeCard } from '../../src/features/home/cards.ts';
import { logForm, recordedElements, whichDayCard } from '../../src/features/log/cards.ts';
import { effectsOf } from '../../src/features/log/effects.ts';
import { outcomes } from '../../src/features/log/outcome.ts';
import { paceForm } from '../../src/features/pace/cards.ts';
import { askedCard, outsideCard, peopleCard, welcomeCard } from '../../src/features/people/cards.ts';
import { brokenCard, byWhenCard, movedElements, moveForm, promisedCard, promiseForm } from '../../src/features/promises/cards.ts';
import {
  confirmCard,
  keptCard,
  notWantedCard,
  whichDayCard as remindDayCard,
  remindForm,
  whomCard,
} from '../../src/features/remind/cards.ts';
import { allSettledCard, foldedCard, morningCard, nudgeCard, settledCard } from '../../src/features/reminders/cards.ts';
import { recordedCard, returnedCard, saleForm } from '../../src/features/sale/cards.ts';
import { templateForm, templatesCard } from '../../src/features/templates/cards.ts';
import type { LanguageCode } from '../../src/languages/index.ts';
import { cadenceSamples } from './cadences/samples.ts';
import { cardWorld, now, today, uuid } from './card-world.ts';
import { complaintSamples } from './complaints/samples.ts';

/** Every card and form of these features, with `text` wherever a person can have typed something. */
export function everyCard(
  language: LanguageCode,
  text: string,
): { readonly cards: Record<string, Card>; readonly forms: Record<string, Form> } {
  const {
    words,
    person,
    look,
    customer,
    touch,
    touches,
    someone,
    page,
    query,
    entry,
    entries,
    members,
    sections,
    bought,
    planned,
    goOn,
  } = cardWorld(language, text);

  const inSlack = { ...look, inbound: { platform: 'slack' as const } };
  const ofCadences = cadenceSamples(text, look);
  const ofComplaints = complaintSamples(text, look);

  const logged = outcomes.map((outcome): [string, Card] => {
    const effects = effectsOf({ outcome, touch: { attempts: 2, kind: 'call' }, next: undefined, today, country: 'KR' });
    const next = typeof effects.touch === 'object' ? effects.touch.moveTo : effects.plan[0]?.due;
    const report = { customer, touch: touch(1), also: [touch(2)], outcome, note: text, next: undefined };
    return [`logged: ${outcome}`, recordedElements(report, { entryId: uuid(9), effects, next, dropped: 3 }, touches, look)];
  });
  return {
    cards: {
      'customer file': customerCard(customer, sections, look),
      'customer file, just made': customerCard(customer, sections, look, goOn),
      list: listCard(page, query, look, [{ kind: 'text', line: text }]),
      conversation: {
        text: '',
        elements: [conversationItem({ lead: touch(1, { kind: 'promise', step: 'promise' }), also: [touch(2), touch(3)] }, look)],
      },
      'say why': sayWhyCard({ lead: touch(1), also: [] }, { list: 'span=week', until: 'day' }, look),
      'empty list': emptyCard(words.followups.none.today, touch(1), look),
      'closed touch': closedCard(touch(1, { state: 'done' }), look),
      'which day': whichDayCard(
        [{ on: '2026-12-03' }, { on: '2027-03-12', time: '15:00' }],
        { command: 'log', args: { note: text.slice(0, 500) } },
        look,
      ),
      people: peopleCard(members, words),
      outside: outsideCard([text, text], false, words),
      'outside, asked': outsideCard([text, text], true, words),
      'outside, nobody leads': outsideCard([], false, words),
      asked: askedCard({ id: uuid(5), name: text, account: undefined }, words),
      welcome: welcomeCard(person, words),
      help: helpCard(3, inSlack, false),
      'help, not understood': helpCard(0, { ...look, inbound: { platform: 'teams' } }, true),
      home: homeCard(
        touches.slice(0, 4).map((one) => touchItem(one, look)),
        4,
        inSlack,
      ),
      nudge: nudgeCard({ lead: touch(1, { step: 'day12', about: undefined }), also: [] }, entry(0), look),
      morning: morningCard(page, query, look),
      'nudge, once more': nudgeCard(
        { lead: touch(1), also: [touch(3), touch(4, { kind: 'promise' })] },
        undefined,
        look,
        'again',
      ),
      folded: foldedCard([...touches, ...touches], look),
      settled: settledCard(touch(1, { state: 'done' }), person.id, look),
      'settled, dropped': settledCard(touch(1, { state: 'dropped' }), person.id, look),
      'settled, moved': settledCard(touch(1), person.id, look),
      'settled, given away': settledCard(touch(1), uuid(77), look),
      'settled, in the pool': settledCard(touch(1, { pooledAt: now }), person.id, look),
      'settled, paused': settledCard(touch(1, { pausedAt: now }), person.id, look),
      'settled, all of several': allSettledCard(look),
      sold: recordedCard(customer, bought, planned, look),
      'given back': returnedCard({ ...bought, customerId: customer.id, returned: true }, look),
      ...ofCadences.cards,
      ...ofComplaints.cards,
      'sold, nothing planned': recordedCard(customer, bought, [], look),
      promised: promisedCard(customer, uuid(3), text, { dueOn: today, dueAt: undefined }, look),
      'promised, at an hour': promisedCard(customer, uuid(3), text, { dueOn: today, dueAt: look.now }, look),
      'promised, which day': byWhenCard(customer, text, [{ on: today }, { on: '2026-12-04', time: '15:00' }], look),
      'a broken promise': brokenCard(touch(1, { kind: 'promise', step: 'promise' }), look),
      'remind, confirm': confirmCard({ customer, about: text, day: { on: today, time: '15:00' } }, uuid(3), look),
      'remind, kept': keptCard({ customer, about: text, day: { on: '2026-12-01' } }, uuid(3), look),
      'remind, which day': remindDayCard(
        { customer, about: text },
        'ambiguous',
        [{ on: today }, { on: '2026-12-04' }],
        undefined,
        look,
      ),
      'remind, past': remindDayCard({ customer, about: text }, 'past', [{ on: today }], { on: today, time: '09:00' }, look),
      'remind, of nobody': whomCard(text, { on: today }, look),
      'remind, not wanted': notWantedCard(customer, look),
      'given away': doneCard(text, customer.id, look),
      'give which': whichTouchCard(customer, touches, someone, 'U0MEMBER1', look),
      'hand over, preview': previewCard(someone, someone, { touches: 9, customers: 3, promises: 1 }, look),
      'hand over, nothing': previewCard(someone, someone, { touches: 0, customers: 0, promises: 0 }, look),
      pool: poolCard({ total: 30, pooled: touches.map((one, at) => ({ touch: one, more: at, dueOn: one.dueOn })) }, 1, look),
      'empty pool': poolCard({ total: 0, pooled: [] }, 0, look, [{ kind: 'text', line: text }]),
      released: releasedCard(someone, { touches: 3, customers: 2 }, look),
      given: givenCard(text, { customer, entries, touches }, look),
      'given one': givenCard(text, { customer, entries: [], touches: touches.slice(0, 1) }, look),
      gone: goneCard(text, text, { customer, touches }, look),
      'list given': listGivenCard(words.handover.listGiven(text, text, 3, 2), look),
      changes: {
        text: '',
        elements: changeElements(
          (['snoozed', 'given', 'taken', 'pooled', 'paced', 'paused', 'resumed'] as const).flatMap((kind) =>
            [undefined, { dueOn: today, dueAt: now }].map((to) => ({
              ...{ touchId: uuid(100), kind, by: text, from: { dueOn: today, dueAt: undefined }, to, fromRep: text, toRep: text },
              ...{ reason: text, at: now, step: 'followup', said: undefined, about: text },
            })),
          ),
          look,
        ),
      },
      templates: templatesCard(
        [
          {
            id: uuid(7),
            name: text.slice(0, 60) || 'Ours',
            language: 'ko',
            tone: 'warm',
            source: 'team',
            slots: [{ slot: 'check', wording: text }],
          },
        ],
        look,
        text,
      ),
      'moved promises': {
        text: '',
        elements: movedElements([{ about: text, reason: text, told: false, from: touch(1), to: touch(2) }], look),
      },
      ...Object.fromEntries(logged),
    },
    forms: {
      'customer file': customerForm(customer, undefined, words, language),
      'log of a touch': logForm({ conversation: { lead: touch(1), also: [touch(3), touch(4)] }, list: 'span=week' }, look),
      'log of anybody': logForm({}, look),
      correct: logForm({ customer, corrects: entry(0) }, look),
      ...ofCadences.forms,
      ...ofComplaints.forms,
      snooze: snoozeForm({ lead: touch(1), also: [] }, { list: 'span=week', why: false, proposed: undefined }, look),
      'snooze again': snoozeForm(
        { lead: touch(1), also: [touch(3)] },
        { list: undefined, why: true, proposed: { on: today, time: '15:00' } },
        look,
      ),
      sale: saleForm(undefined, look),
      promise: promiseForm({ what: text.slice(0, 150), on: today }, look),
      pace: paceForm(3, look),
      reassign: reassignForm({ touch: touch(1), more: true }, look),
      'reassign a customer': reassignForm({ customer, more: false }, look),
      'reassign anybody': reassignForm({ more: false }, look),
      'hand over': handoverForm(undefined, look),
      'hand over of somebody': handoverForm(someone, look),
      remind: remindForm({ about: text.slice(0, 150), on: today, time: '15:00' }, look),
      'remind of a customer': remindForm({ customer }, look),
      'promise to a customer': promiseForm({ customer }, look),
      'add a template': templateForm(look),
      'move a promise': moveForm(touch(1, { kind: 'promise' }), 'span=week', look),
      'sale to a customer': saleForm(customer, look),
    },
  };
}
