import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Form } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { Reply } from '../../chat/platform.ts';
import { closeTouch, openTouches } from '../followups/index.ts';
import { promiseAnswer } from './answer.ts';
import { type Complaint, complaintCauses, complaintKinds, isOpen, mostNote, severities } from './complaint.ts';
import { analyseForm, answerForm, correctForm, learnForm, solvedForm, solveForm } from './form-cards.ts';
import { complaintOr, showComplaint } from './show.ts';
import { type ComplaintChange, changeComplaint } from './store.ts';

const which = z.object({ complaintId: z.uuid() });
const note = z.string().trim().min(1).max(mostNote);
const short = z.string().trim().max(150).optional();
const yesNo = z.enum(['yes', 'no']).transform((said) => said === 'yes');
const day = z.iso.date();
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .optional();

type Step = Complaint['step'];
type Event = Parameters<typeof changeComplaint>[3]['kind'];

/** A form, where the complaint is at a step at which it makes sense. */
const formCommand = (name: string, at: readonly Step[], form: (complaint: Complaint, context: ReadContext) => Form): Command =>
  readCommand({
    name,
    who: 'rep',
    input: which,
    opensForm: () => true,
    async run(context, { complaintId }) {
      const complaint = await complaintOr(context, complaintId);
      return at.includes(complaint.step)
        ? { kind: 'form', form: form(complaint, context) }
        : showComplaint(context, complaintId, [context.words.errors.staleButton()]);
    },
  });

interface Made {
  readonly change: ComplaintChange;
  readonly event: Event;
  readonly text?: string;
  readonly notice: string;
}

/** One step done: changed and noted. A second press finds it done and is told so. */
async function make(
  context: ChangeContext,
  complaintId: string,
  at: readonly Step[],
  made: (complaint: Complaint) => Promise<Made> | Made,
): Promise<{ readonly complaint: Complaint; readonly notice: string }> {
  const complaint = await complaintOr(context, complaintId);
  if (!at.includes(complaint.step)) throw new UserError('staleButton', []);
  const { change, event, text, notice } = await made(complaint);
  const kept = { id: context.newId(), personId: context.person.id, kind: event, text };
  await changeComplaint(context.data, complaintId, change, kept, context.now);
  return { complaint, notice };
}

/** And shown with what comes next. */
const done = async (...step: Parameters<typeof make>): Promise<Reply> =>
  showComplaint(step[0], step[1], [(await make(...step)).notice]);

const open: readonly Step[] = ['analyse', 'solve'];
const solved: readonly Step[] = ['ask', 'review'];

async function reopen(context: ChangeContext, complaintId: string): Promise<Reply> {
  const { complaint, notice } = await make(context, complaintId, ['ask', 'review', 'closed'], () => ({
    change: { step: 'analyse', solvedAt: null, closedAt: null, agreed: false },
    event: 'reopened',
    notice: context.words.complaints.done.reopened,
  }));
  await context.raise({ kind: 'complaint.opened', complaintId, customerId: complaint.customer.id });
  return showComplaint(context, complaintId, [notice]);
}

/** What was promised is kept by being solved. */
async function solve(context: ChangeContext, complaintId: string, outcome: string): Promise<Reply> {
  const { words, data, now } = context;
  const change = { step: 'ask', solution: outcome, agreed: true, solvedAt: now } as const;
  const { complaint } = await make(context, complaintId, open, () => ({ change, event: 'solved', text: outcome, notice: '' }));
  const { answer, customer } = complaint;
  if (answer) await closeTouch(data, answer.touchId, 'done', 'reached', now);
  await context.raise({ kind: 'complaint.solved', complaintId, customerId: customer.id });
  const asking = (await openTouches(data, customer.id)).filter(({ kind }) => kind === 'complaint');
  return showComplaint(context, complaintId, [words.complaints.done.solved(asking.length)]);
}

export const stepCommands: readonly Command[] = [
  formCommand('complaint.correct.form', [...open, ...solved], correctForm),
  changeCommand({
    name: 'complaint.correct',
    who: 'rep',
    input: which.extend({ severity: z.enum(severities), sort: z.enum(complaintKinds), wanted: short, product: short }),
    run: (context, { complaintId, sort, severity, wanted, product }) =>
      done(context, complaintId, [...open, ...solved], () => ({
        change: { severity, kind: sort, ...(wanted ? { wanted } : {}), ...(product ? { product } : {}) },
        event: 'corrected',
        notice: context.words.complaints.done.corrected,
      })),
  }),
  formCommand('complaint.analyse.form', open, analyseForm),
  changeCommand({
    name: 'complaint.analyse',
    who: 'rep',
    input: which.extend({ cause: z.enum(complaintCauses), finding: note, ourPart: yesNo }),
    run: (context, { complaintId, cause, finding, ourPart }) =>
      done(context, complaintId, open, () => ({
        change: { cause, finding, ourPart, step: 'solve' },
        event: 'analysed',
        text: finding,
        notice: context.words.complaints.done.analysed,
      })),
  }),
  formCommand('complaint.solve.form', open, solveForm),
  changeCommand({
    name: 'complaint.solve',
    who: 'rep',
    input: which.extend({ solution: note, agreed: yesNo, on: day.optional(), time }),
    run: (context, { complaintId, solution, agreed, on, time: at }) =>
      done(context, complaintId, open, async () => {
        const promised = await promiseAnswer(context, complaintId, { on, time: at });
        const { done: say } = context.words.complaints;
        const notice = promised === undefined ? say.proposed : `${say.proposed} ${say.promised(promised)}`;
        return { change: { solution, agreed, step: 'solve' }, event: 'proposed', text: solution, notice };
      }),
  }),
  formCommand('complaint.promise.form', open, answerForm),
  changeCommand({
    name: 'complaint.promise',
    who: 'rep',
    input: which.extend({ on: day, time }),
    async run(context, { complaintId, on, time: at }) {
      const complaint = await complaintOr(context, complaintId);
      if (!isOpen(complaint)) throw new UserError('staleButton', []);
      const when = await promiseAnswer(context, complaintId, { on, time: at });
      return showComplaint(context, complaintId, when === undefined ? [] : [context.words.complaints.done.promised(when)]);
    },
  }),
  formCommand('complaint.solved.form', open, solvedForm),
  changeCommand({
    name: 'complaint.solved',
    who: 'rep',
    input: which.extend({ outcome: note }),
    run: (context, { complaintId, outcome }) => solve(context, complaintId, outcome),
  }),
  changeCommand({
    name: 'complaint.reopen',
    who: 'rep',
    input: which,
    run: (context, { complaintId }) => reopen(context, complaintId),
  }),
  formCommand('complaint.learn.form', solved, learnForm),
  changeCommand({
    name: 'complaint.learn',
    who: 'rep',
    input: which.extend({ cause: z.enum(complaintCauses), lesson: note }),
    run: (context, { complaintId, cause, lesson }) =>
      done(context, complaintId, solved, () => ({
        change: { cause, lesson, step: 'closed', closedAt: context.now },
        event: 'reviewed',
        text: clipText(lesson, mostNote, '…'),
        notice: context.words.complaints.done.reviewed,
      })),
  }),
];
