import type { Card, Form } from '../../../src/chat/card.ts';
import { builtInCadences } from '../../../src/features/cadences/built-in.ts';
import type { Cadence } from '../../../src/features/cadences/cadence.ts';
import { askCard, cadenceCard, cadencesCard, fileCard } from '../../../src/features/cadences/cards.ts';
import { effectsOf as cadenceEffects, type OpenTouch } from '../../../src/features/cadences/change-effects.ts';
import { cadenceForm, touchForm } from '../../../src/features/cadences/form-cards.ts';
import type { Look } from '../../../src/features/cadences/say-cadence.ts';

const uuid = (at: number) => `019e0000-0000-7000-8000-${String(at).padStart(12, '0')}`;

/** Every card and form of cadences, with `text` wherever a person can have typed something. */
export function cadenceSamples(
  text: string,
  look: Look,
): { readonly cards: Record<string, Card>; readonly forms: Record<string, Form> } {
  const said = { title: text.slice(0, 80), points: [text.slice(0, 300)] };
  const ours: Cadence = {
    key: 'own-1',
    name: text.slice(0, 60) || 'Ours',
    start: { by: 'purchase' },
    touches: [
      { step: 'd3', kind: 'call', days: 2, months: 0, onClosedDay: 'next', usefulFor: 7 },
      { step: 'm6', kind: 'followup', days: 0, months: 6, onClosedDay: 'keep', usefulFor: 30 },
    ],
    audience: { product: text.slice(0, 100) || 'boiler', tiers: ['A', 'B'], countries: ['KR'] },
    pauses: true,
    on: true,
    builtIn: false,
    words: { d3: { en: said, zh: said, ko: said } },
  };
  const cadences = [...builtInCadences, ours];
  const changed = { ...ours, removed: false, touches: ours.touches.slice(0, 1).map((one) => ({ ...one, days: 4 })) };
  const planOf = (at: number, step: string): OpenTouch => ({
    id: uuid(400 + at),
    step,
    said: undefined,
    dueOn: '2026-11-26',
    anchor: look.today,
    product: text,
    country: 'KR',
    tier: 'A',
    customer: text,
    taken: false,
  });
  const asked = {
    id: uuid(8),
    proposal: changed,
    effects: cadenceEffects(
      [planOf(0, 'd3'), planOf(1, 'm6'), ...[2, 3, 4, 5].map((at) => planOf(at, 'd3'))],
      changed,
      look.today,
    ),
  };
  const changes = [
    { cadence: 'own-1', proposal: changed, answer: 'move', kept: 1, moved: 2, dropped: 3, by: text, at: look.now },
  ];
  const open = new Map([['own-1', 12]]);
  const madeOf = (key: string) => builtInCadences.find((cadence) => cadence.key === key);

  return {
    cards: {
      cadences: cadencesCard(cadences, open, 0, look, text),
      'cadences, last page': cadencesCard(cadences, open, 9, look),
      'a cadence': cadenceCard(ours, 12, changes, look, text),
      ...Object.fromEntries(builtInCadences.map((cadence) => [`cadence ${cadence.key}`, cadenceCard(cadence, 0, [], look)])),
      'a cadence changes': askCard([asked], look),
      'a cadence ends': askCard([{ ...asked, proposal: { ...changed, removed: true } }], look),
      'a file of cadences': fileCard([asked, asked], [{ line: 3, fault: 'days' }], text, look),
      'a file of cadences, wrong': fileCard([], [{ line: 3, fault: 'shape' }], text, look),
    },
    forms: {
      'add a cadence': cadenceForm('purchase', undefined, look),
      'add a rule': cadenceForm('rule', undefined, look),
      'change a cadence': cadenceForm('purchase', ours, look),
      'change a silence': cadenceForm('silence', madeOf('neglect'), look),
      'change a birthday': cadenceForm('birthday', madeOf('birthday'), look),
      ...Object.fromEntries(ours.touches.map((one) => [`talking points of ${one.step}`, touchForm(ours, one, look)])),
    },
  };
}
