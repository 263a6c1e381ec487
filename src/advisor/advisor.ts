import type { Coach, ReviewOptions } from '../coach/create-coach.ts';
import type { CustomerFile } from '../coach/fill-template.ts';
import type { Language, Review } from '../coach/review.ts';
import type { Log } from '../log.ts';
import type { ModelAnswer } from './answer.ts';
import type { AskModel } from './ask-model.ts';
import type { Budget } from './budget.ts';
import { maskTexts, placeholdersIn, type Secrets, unmask } from './mask.ts';
import { hasNewNumbers, inventsContact, promisesMore } from './new-facts.ts';
import { dataMessage, INSTRUCTIONS, type PromptParts, type Tone, textsOf } from './prompt.ts';

export interface AdviceRequest {
  readonly workspaceId: string;
  readonly draft: string;
  /** The customer's words. */
  readonly complaint?: string;
  /** The coach's review of the draft. */
  readonly review: Review;
  readonly language: Language;
  /** Who is known: customer, company, rep. They never leave; names nobody told of are found by their form only. */
  readonly names: readonly string[];
  readonly tone?: Tone;
  readonly file?: CustomerFile;
  readonly at?: ReviewOptions['at'];
  /** The team's coach: it has the last word on the rewrite. */
  readonly coach: Pick<Coach, 'review'>;
}

/** Why there is no advice. `unsafe`: there was a rewrite, and it is not fit to be shown. */
export type NoAdvice = 'off' | 'timeout' | 'refused' | 'limited' | 'nonsense' | 'unsafe' | 'ceiling' | 'down';

export type Advice =
  | { readonly kind: 'advice'; readonly opinion: string; readonly rewrite: string; readonly tokens: number }
  | { readonly kind: 'none'; readonly why: NoAdvice };

export interface Advisor {
  /**
   * Never throws, and ends within the time limit. Not inside a transaction: it keeps account of its tokens in one of its own,
   * for which an embedded database would wait until the outer one has ended.
   */
  advise(request: AdviceRequest): Promise<Advice>;
}

export interface AdvisorOptions {
  readonly ask: AskModel;
  readonly budget: Budget;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** For everything together, in milliseconds. */
  readonly timeLimit?: number;
}

/** Nobody waits longer in a chat. */
const longest = 8_000;
/** Of an answer, with the thinking that some models do first. */
const mostAnswerTokens = 3_000;
/** Draft and complaint together, in UTF-16 code units: longer ones cost more than they bring. */
const longestText = 12_000;

/** Rather too many: a token is at least three bytes of any script on the average. */
const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 3);

/** The personal data back in its place, or undefined where the model kept it wrong, or wrote what nobody said. */
function checkedRewrite(masked: string, draftMasked: string, secrets: Secrets, request: AdviceRequest): string | undefined {
  const kept = placeholdersIn(masked);
  if ([...placeholdersIn(draftMasked)].some((name) => !kept.has(name)) || inventsContact(masked)) return undefined;
  const rewrite = unmask(masked, secrets);
  if (rewrite === undefined) return undefined;
  const { draft, complaint = '', file = {}, at, language, coach, review } = request;
  const options = { file, ...(complaint ? { complaint } : {}), ...(at ? { at } : {}) };
  const again = coach.review(rewrite, options);
  if (again.language !== language) return undefined;
  if (again.findings.some(({ level }) => level === 'problem')) return undefined;
  if (review.elements.present.some((element) => !again.elements.present.includes(element))) return undefined;
  const known = [draft, complaint, file.product ?? '', file.boughtOn ?? '', file.promisedOn ?? ''];
  if (hasNewNumbers(rewrite, language, known) || promisesMore(rewrite, again, draft, language)) return undefined;
  return rewrite;
}

function adviceFrom(answer: ModelAnswer, draftMasked: string, secrets: Secrets, request: AdviceRequest) {
  const rewrite = checkedRewrite(answer.rewrite, draftMasked, secrets, request);
  const opinion = inventsContact(answer.opinion) ? undefined : unmask(answer.opinion, secrets);
  return rewrite === undefined || opinion === undefined ? undefined : { opinion, rewrite };
}

/** A second opinion of a language model. What it says is shown only where the coach has nothing against it. */
export function createAdvisor({ ask, budget, log, timeLimit = longest }: AdvisorOptions): Advisor {
  const advise = async (request: AdviceRequest, signal: AbortSignal): Promise<Advice> => {
    const { workspaceId, draft, complaint = '', review, language, names, tone = 'plain', file = {} } = request;
    if (draft.length + complaint.length > longestText) return { kind: 'none', why: 'ceiling' };
    const parts: PromptParts = { draft, complaint: complaint || undefined, review, language, tone, file };
    const { texts, secrets } = maskTexts(textsOf(parts), names);
    const data = dataMessage(parts, texts);
    const reserved = tokensOf(INSTRUCTIONS + data) + mostAnswerTokens;
    const settle = await budget.reserve(workspaceId, reserved);
    if (!settle) return { kind: 'none', why: 'ceiling' };
    if (signal.aborted) await settle(0);
    if (signal.aborted) return { kind: 'none', why: 'timeout' };
    const asked = await ask({ instructions: INSTRUCTIONS, data, mostTokens: mostAnswerTokens, signal });
    const used = 'tokens' in asked ? (asked.tokens ?? reserved) : asked.spent ? reserved : 0;
    await settle(used);
    if (asked.kind !== 'answer') {
      // A key that is refused or a model that is not there is for whoever set it up.
      if (asked.kind === 'down') log.warn({ status: asked.status }, 'the language model cannot be asked');
      return { kind: 'none', why: asked.kind };
    }
    const advice = adviceFrom(asked.answer, texts[0] ?? '', secrets, request);
    return advice ? { kind: 'advice', ...advice, tokens: used } : { kind: 'none', why: 'unsafe' };
  };

  return {
    async advise(request) {
      const ended = new AbortController();
      const timer = setTimeout(() => ended.abort(), timeLimit);
      const late = new Promise<Advice>((resolve) => {
        ended.signal.addEventListener('abort', () => resolve({ kind: 'none', why: 'timeout' }), { once: true });
      });
      const work = advise(request, ended.signal).catch((error: unknown): Advice => {
        // Its message may quote what people said.
        log.warn({ error: error instanceof Error ? error.name : typeof error }, 'no advice');
        return { kind: 'none', why: 'down' };
      });
      const advice = await Promise.race([work, late]);
      clearTimeout(timer);
      log.info({ outcome: advice.kind === 'none' ? advice.why : advice.kind }, 'advice');
      return advice;
    },
  };
}
