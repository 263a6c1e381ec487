import type { ReadContext } from '../../app/context.ts';
import type { Element } from '../../chat/card.ts';
import { findCustomer } from '../customers/index.ts';
import { composeSuggestion } from './compose-suggestion.ts';
import { draftHash, formMost, type ReviewRequest } from './request.ts';
import { examine } from './run-review.ts';
import { disputedRules } from './store.ts';

/** A text to go on from, and whose it is. */
export interface SecondOpinion {
  readonly draft: string;
  readonly intro: readonly Element[];
}

/** Worth a word to the writer; the rest are the model's own troubles. */
const told: readonly string[] = ['ceiling'];

/**
 * The language model's rewrite, which the coach has nothing against; else the coach's own suggestion, and the writer is told
 * which of the two it is. The reply is in memory only, and names and numbers do not leave.
 */
export async function secondOpinion(context: ReadContext, request: ReviewRequest): Promise<SecondOpinion> {
  const { data, words, person, advisor } = context;
  const { coach, options, review } = await examine(context, request);
  const customer = request.customerId === undefined ? undefined : await findCustomer(data, request.customerId);
  const names = [customer?.name, customer?.company, person.name].filter((name) => name !== undefined);
  const { draft } = request;
  const advice =
    advisor && review.language !== 'other'
      ? await advisor.advise({
          ...options,
          workspaceId: data.workspaceId,
          draft,
          review,
          language: review.language,
          names,
          coach,
        })
      : { kind: 'none' as const, why: 'off' as const };
  if (advice.kind === 'advice' && advice.rewrite.length <= formMost)
    return {
      draft: advice.rewrite,
      intro: [
        { kind: 'note', line: words.review.fromModel },
        { kind: 'text', line: advice.opinion },
      ],
    };
  const disputed = await disputedRules(data, person.id, draftHash(data.workspaceId, person.id, draft));
  const suggestion = composeSuggestion(coach, draft, review, options, disputed);
  const why = advice.kind === 'none' && told.includes(advice.why) ? [words.review.modelSpent] : [];
  const own = suggestion === undefined || suggestion.length > formMost ? undefined : suggestion;
  const lines = [...why, own === undefined ? words.review.noSuggestion : words.review.fromCoach];
  return { draft: own ?? draft, intro: lines.map((line) => ({ kind: 'note', line })) };
}
