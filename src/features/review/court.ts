import type { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import type { Reply } from '../../chat/platform.ts';
import { renewCoach } from '../templates/index.ts';
import { reviewCard } from './cards.ts';
import { addDecision, addDispute, listStandings, makeHint, putBack, type Standing } from './court-store.ts';
import { type about, draftHash, quotedRequest } from './request.ts';
import { checkReply } from './run-review.ts';
import { wasReviewed } from './store.ts';

/**
 * A rule that people dispute this often becomes a hint by itself. Ten replies, so that chance does not decide; two people,
 * so that nobody alone rids the team of a rule.
 */
export const courtLimits = { hits: 10, share: 0.4, people: 2 } as const;

export const share = ({ hits, disputes }: Pick<Standing, 'hits' | 'disputes'>): number => (hits === 0 ? 0 : disputes / hits);

export const isOverruled = (standing: Standing): boolean =>
  !standing.demoted &&
  standing.hits >= courtLimits.hits &&
  standing.people >= courtLimits.people &&
  share(standing) >= courtLimits.share;

type Deciding = Pick<ChangeContext, 'data' | 'newId' | 'now'>;

/** Makes a rule a hint, or a problem again, with the figures that led to it. Gives the decision's id; undefined where it was so already. */
export async function decide(
  { data, newId, now }: Deciding,
  rule: string,
  level: 'hint' | 'problem',
  by: string | undefined,
): Promise<string | undefined> {
  const [standing] = await listStandings(data, rule);
  if (!standing) return undefined;
  if (!(await (level === 'hint' ? makeHint : putBack)(data, rule, now))) return undefined;
  const { hits, disputes, people } = standing;
  const id = newId();
  await addDecision(data, { id, rule, level, by, hits, disputes, people, at: now });
  await renewCoach(data, newId);
  return id;
}

type DisputeInput = z.infer<typeof about> & { readonly rule: string; readonly hash: string };

/** Not a problem here: counted once for a reply and its writer, and shown on the card. What was written is not kept. */
export async function dispute(context: ChangeContext, { rule, hash, ...rest }: DisputeInput): Promise<Reply> {
  const { data, words, person, now, inbound } = context;
  // Only of a reply that this person had checked: counts cannot be made up.
  if (!(await wasReviewed(data, person.id, hash))) throw new UserError('staleButton', []);
  if (await addDispute(data, rule, person.id, hash, now)) {
    const [standing] = await listStandings(data, rule);
    const decisionId = standing && isOverruled(standing) ? await decide(context, rule, 'hint', undefined) : undefined;
    if (decisionId) await data.enqueue('review.tell-demoted', { workspaceId: data.workspaceId, decisionId });
  }
  const quoted = inbound.quotes?.[0];
  if (quoted !== undefined && draftHash(data.workspaceId, person.id, quoted) === hash) {
    const reviewed = await checkReply(context, quotedRequest(inbound.quotes, rest));
    return { kind: 'say', card: reviewCard(reviewed, words), to: 'person', replaces: true, lasting: true };
  }
  const text = words.review.noted;
  return { kind: 'say', to: 'person', card: { text, elements: [{ kind: 'text', line: text }] } };
}
