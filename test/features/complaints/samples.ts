import type { Card, Form } from '../../../src/chat/card.ts';
import { aboutCard, askNextCard, complaintCard, type Look, listCard, offerCard } from '../../../src/features/complaints/cards.ts';
import { type Complaint, complaintSteps } from '../../../src/features/complaints/complaint.ts';
import {
  analyseForm,
  answerForm,
  correctForm,
  giveForm,
  learnForm,
  recordForm,
  solvedForm,
  solveForm,
} from '../../../src/features/complaints/form-cards.ts';
import { uuid } from '../card-world.ts';

/** Every card and form of complaints, with `text` wherever a person can have typed something. */
export function complaintSamples(
  text: string,
  look: Look,
): { readonly cards: Record<string, Card>; readonly forms: Record<string, Form> } {
  const short = text.slice(0, 150);
  const complaint: Complaint = {
    id: uuid(60),
    number: 104,
    customer: { id: uuid(2), name: text, phone: text },
    rep: { id: uuid(1), name: text },
    words: text,
    wanted: short,
    product: short,
    severity: 'urgent',
    kind: 'leaning',
    step: 'solve',
    cause: 'promise',
    finding: text,
    ourPart: true,
    solution: text,
    agreed: false,
    lesson: text,
    openedAt: look.now,
    solvedAt: undefined,
    closedAt: undefined,
    answer: { touchId: uuid(61), dueOn: look.today, dueAt: look.now, broken: true },
    offeredTo: { id: uuid(5), name: text },
  };
  const bare: Complaint = {
    ...complaint,
    ...{ severity: 'small', kind: 'product', step: 'analyse', wanted: undefined, product: undefined, cause: undefined },
    ...{ finding: undefined, ourPart: undefined, solution: undefined, agreed: undefined, lesson: undefined, answer: undefined },
  };
  const notes = (['opened', 'offered', 'reviewed'] as const).map((kind) => ({ kind, text, at: look.now, by: text }));
  const atEachStep = complaintSteps.map((step): [string, Card] => [
    `complaint: ${step}`,
    complaintCard({ complaint: { ...complaint, step }, notes, sayBack: text, notice: [text] }, look),
  ]);
  return {
    cards: {
      ...Object.fromEntries(atEachStep),
      'complaint, just recorded': complaintCard({ complaint: bare, notes: [] }, look),
      'complaints, none': listCard({ total: 0, complaints: [] }, 0, look),
      'complaints, a page': listCard({ total: 30, complaints: Array.from({ length: 8 }, () => complaint) }, 1, look),
      'complaint, offered': offerCard(complaint, text, text, look),
      'complaint, about': aboutCard(complaint, [text], look),
      'complaint, heard': askNextCard(bare, look),
    },
    forms: {
      complaint: recordForm({ words: text.slice(0, 3_000) }, look),
      'complaint of a customer': recordForm({ customer: { id: uuid(2), name: text } }, look),
      'complaint, correct': correctForm(complaint, look),
      'complaint, cause': analyseForm(complaint, look),
      'complaint, way out': solveForm({ ...bare, solution: text.slice(0, 1_000) }, look),
      'complaint, answer': answerForm(bare, look),
      'complaint, solved': solvedForm(complaint, look),
      'complaint, learn': learnForm(complaint, look),
      'complaint, give': giveForm(complaint, look),
    },
  };
}
