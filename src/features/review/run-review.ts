import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { calendarDate } from '../../store/dates.ts';
import { findCustomer } from '../customers/index.ts';
import { openTouches } from '../followups/index.ts';
import { teamCoach } from '../phrases/index.ts';
import type { Reviewed } from './cards.ts';
import { composeSuggestion } from './compose-suggestion.ts';
import { promisedIn } from './offer-promises.ts';
import { assertReadable, draftHash, type ReviewRequest } from './request.ts';
import { countReview, disputedRules, lastPurchase } from './store.ts';
import { verdictOn } from './verdict.ts';

type Who = Pick<ReadContext, 'data' | 'now' | 'advisor'> & {
  readonly person: Pick<ReadContext['person'], 'id' | 'zone' | 'language'>;
};

/** What the templates know of the customer. */
async function fileOf({ data }: Who, customerId: string | undefined) {
  const customer = customerId === undefined ? undefined : await findCustomer(data, customerId);
  if (!customer) return undefined;
  const bought = await lastPurchase(data, customer.id);
  const promised = (await openTouches(data, customer.id)).find(({ kind }) => kind === 'promise');
  return {
    name: customer.name,
    ...(bought ? { product: bought.product, boughtOn: calendarDate(bought.boughtOn) } : {}),
    ...(promised ? { promisedOn: promised.dueOn } : {}),
  };
}

/** What the coach says, and all that it was told. Throws where there is nothing to check. */
export async function examine(who: Who, request: ReviewRequest) {
  assertReadable(request);
  const coach = await teamCoach(who.data);
  const file = await fileOf(who, request.customerId);
  const { draft, complaint, language } = request;
  const options = {
    at: { now: who.now, zone: who.person.zone },
    ...(complaint ? { complaint } : {}),
    ...(language ? { language } : {}),
    ...(file ? { file } : {}),
  };
  return { coach, options, review: coach.review(draft, options) };
}

/** Checks a reply with the team's coach. Throws where there is nothing to check. */
export async function checkReply(who: Who, request: ReviewRequest): Promise<Reviewed> {
  const { coach, options, review } = await examine(who, request);
  const { draft } = request;
  const hash = draftHash(who.data.workspaceId, who.person.id, draft);
  const disputed = await disputedRules(who.data, who.person.id, hash);
  return {
    request,
    hash,
    review,
    verdict: verdictOn(review, disputed),
    advised: who.advisor !== undefined,
    promises: promisedIn(review.promises ?? [], who),
    suggestion: composeSuggestion(coach, draft, review, options, disputed),
  };
}

type Counting = Pick<ChangeContext, 'data' | 'today'> & Who;

/** And counts what was found: how often, not what was written. */
export async function checkAndCount(context: Counting, request: ReviewRequest): Promise<Reviewed> {
  const reviewed = await checkReply(context, request);
  const rules = new Map(reviewed.review.findings.map(({ rule, category }) => [rule, category]));
  await countReview(
    context.data,
    {
      personId: context.person.id,
      hash: reviewed.hash,
      on: context.today,
      rules: [...rules].map(([rule, category]) => ({ rule, category })),
    },
    context.now,
  );
  return reviewed;
}
