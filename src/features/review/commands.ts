import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { cleanText } from '../../chat/clean-text.ts';
import type { Reply } from '../../chat/platform.ts';
import { findComplaint } from '../complaints/index.ts';
import { findCustomer } from '../customers/index.ts';
import { type Draft, reviewCard, reviewForm, suggestionCard } from './cards.ts';
import { dispute } from './court.ts';
import { readReviewText } from './read-review-text.ts';
import { about, formMost, quotedRequest, type ReviewRequest, reviewRequest } from './request.ts';
import { checkAndCount, checkReply } from './run-review.ts';
import { secondOpinion } from './second-opinion.ts';

async function review(context: ChangeContext, request: ReviewRequest): Promise<Reply> {
  const card = reviewCard(await checkAndCount(context, await withComplaint(context, request)), context.words);
  return { kind: 'say', card, to: 'person', replaces: context.inbound.via === 'form', lasting: true };
}

/** What the customer of a recorded complaint said counts, unless other words are given; the file is that customer's. */
async function withComplaint<Request extends Draft>({ data }: ReadContext, request: Request): Promise<Request> {
  if (request.complaintId === undefined) return request;
  const found = await findComplaint(data, { id: request.complaintId });
  if (!found) throw new UserError('complaintGone', [], 'complaintId');
  const { complaint, customerId = found.customer.id } = request;
  return { ...request, complaint: complaint || found.words, customerId };
}

const messageText = ({ inbound }: ReadContext) => cleanText(inbound.message?.text ?? '').trim();

/** What a form cannot hold is refused, with the way that can: never cut. */
function assertFits(text: string): void {
  if (text === '') throw new UserError('nothingToReview', []);
  if (text.length > formMost) throw new UserError('tooLongForForm', [text.length, formMost]);
}

async function form(context: ReadContext, draft: Draft): Promise<Reply> {
  const whole = await withComplaint(context, draft);
  const customer = whole.customerId === undefined ? undefined : await findCustomer(context.data, whole.customerId);
  const found = whole.complaintId === undefined ? undefined : await findComplaint(context.data, { id: whole.complaintId });
  // What a field cannot hold stays where it is recorded, and is read from there: never cut.
  const complaint = found && (whole.complaint ?? '').length > formMost ? undefined : whole.complaint;
  const complaintTitle = found && context.words.complaints.title(found.number, found.customer.name);
  return { kind: 'form', form: reviewForm({ ...whole, complaint, customerName: customer?.name, complaintTitle }, context.words) };
}

const disputeInput = about.extend({ rule: z.string().min(1).max(80), hash: z.string().min(1).max(40) });

export const reviewCommands: readonly Command[] = [
  changeCommand({
    name: 'review',
    word: 'review',
    who: 'rep',
    forgets: true,
    input: reviewRequest,
    route(text, { files }) {
      if (files?.length) return 'review.receive';
      return text === '' ? 'review.form' : undefined;
    },
    fromText(text) {
      const read = readReviewText(cleanText(text));
      if (read.draft === '') throw new UserError('draftMissing', []);
      return read;
    },
    run: review,
  }),
  readCommand({
    name: 'review.form',
    who: 'rep',
    input: z.object({ complaintId: z.uuid().optional() }),
    fromText: () => ({}),
    opensForm: () => true,
    run: (context, { complaintId }) => form(context, complaintId === undefined ? {} : { complaintId }),
  }),
  readCommand({
    name: 'review.edit',
    who: 'rep',
    input: about,
    opensForm: () => true,
    async run(context, input) {
      const request = quotedRequest(context.inbound.quotes, input);
      for (const text of [request.draft, request.complaint ?? '']) if (text !== '') assertFits(text);
      return form(context, request);
    },
  }),
  readCommand({
    name: 'review.advise',
    who: 'rep',
    input: about,
    opensForm: () => true,
    async run(context, input) {
      const request = quotedRequest(context.inbound.quotes, input);
      for (const text of [request.draft, request.complaint ?? '']) if (text !== '') assertFits(text);
      return form(context, { ...request, ...(await secondOpinion(context, request)) });
    },
  }),
  readCommand({
    name: 'review.use',
    who: 'rep',
    input: about,
    async run(context, input) {
      const request = quotedRequest(context.inbound.quotes, input);
      const { suggestion } = await checkReply(context, request);
      if (suggestion !== undefined)
        return { kind: 'say', card: suggestionCard(suggestion, request, context.words), to: 'person', lasting: true };
      const text = context.words.review.noSuggestion;
      return { kind: 'say', card: { text, elements: [{ kind: 'text', line: text }] }, to: 'person' };
    },
  }),
  changeCommand({
    name: 'review.dispute',
    who: 'rep',
    forgets: true,
    input: disputeInput,
    run: dispute,
  }),
  changeCommand({
    name: 'review.message',
    shortcut: 'reviewThis',
    who: 'rep',
    forgets: true,
    input: z.unknown(),
    run: (context) => review(context, { draft: messageText(context) }),
  }),
  readCommand({
    name: 'review.answer',
    shortcut: 'reviewAnswer',
    who: 'rep',
    input: z.unknown(),
    opensForm: () => true,
    async run(context) {
      const complaint = messageText(context);
      assertFits(complaint);
      return form(context, { complaint });
    },
  }),
  changeCommand({
    name: 'review.receive',
    takesFiles: true,
    who: 'rep',
    // Told apart by their files: two files sent at once are no double tap.
    input: z.object({ files: z.array(z.string()) }),
    fromText: (_text, { inbound }) => ({ files: (inbound.files ?? []).map(({ id }) => id) }),
    async run({ data, words, person, inbound }) {
      const { platform, team, files = [] } = inbound;
      for (const file of files)
        await data.enqueue('review.read', { workspaceId: data.workspaceId, personId: person.id, platform, team, file });
      const text = words.review.reading(files.map(({ name }) => name).join(', '));
      return { kind: 'say', to: 'person', card: { text, elements: [{ kind: 'text', line: text }] } };
    },
  }),
];
