import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand } from '../../app/feature.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { findEmail, listAdmins, makeCode, mayTryCode, noteWrongCode, readCode } from '../people/index.ts';
import { type askedCard, codeCard, decidedCard } from './cards.ts';
import { askToJoin, confirmJoin, findAsking, findWaiting, refuseJoin } from './store.ts';

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });
const one = z.object({ handshakeId: z.uuid() });

/** Whoever leads the workspace speaks for it; where nobody does, anybody in it. */
async function speaksFor({ data, person, words }: ChangeContext): Promise<void> {
  if (person.role === 'admin' || (await listAdmins(data)).length === 0) return;
  throw new UserError('notAllowed', [words.roles.admin]);
}

/** A wrong code is counted, so it is answered and not thrown: what is thrown leaves nothing behind. */
async function join(context: ChangeContext, { code }: { readonly code: string }): Promise<Reply> {
  const { data, words, person, now, inbound } = context;
  const w = words.joining;
  await speaksFor(context);
  const waiting = await findWaiting(data, now);
  if (waiting) return say(textCard(w.waits(waiting.host)));
  if (!(await mayTryCode(data, person.id, now))) return say(textCard(words.errors.codeTooMany()));
  const { platform, team } = inbound;
  const asking = { platform, team, account: inbound.person.id, name: person.name, email: await findEmail(data, person.id) };
  const asked = readCode(code) === undefined ? { kind: 'wrong' as const } : await askToJoin(data, code, asking, now);
  if (asked.kind === 'wrong') await noteWrongCode(data, person.id, context.newId(), now);
  if (asked.kind === 'asked' || asked.kind === 'waits') return say(textCard(w.waits(asked.host)));
  if (asked.kind === 'customers') return say(textCard(w.ownCustomers(asked.count ?? 0)));
  return say(textCard({ wrong: words.errors.codeWrong(), used: words.errors.codeUsed(), own: w.ownCode }[asked.kind]));
}

/** Of two admins the first decides; the other reads what was decided. */
async function decided(
  context: ChangeContext,
  id: string,
  decide: (asking: Parameters<typeof askedCard>[0]) => Promise<Reply | undefined>,
): Promise<Reply> {
  const { data, words, now } = context;
  const found = await findAsking(data, id, now);
  if (!found) throw new UserError('staleButton', []);
  const answer = 'open' in found ? await decide(found.open) : undefined;
  if (answer) return answer;
  const after = 'open' in found ? await findAsking(data, id, now) : found;
  if (!after || 'open' in after) return say(textCard(words.joining.gone));
  const { closed, asking, by } = after;
  const w = words.joining;
  const text = closed === 'done' ? w.confirmedBy(by ?? '–') : closed === 'refused' ? w.refusedBy(by ?? '–') : w.expired;
  return say(decidedCard(text, asking, words, closed === 'done'), true);
}

const confirm = (context: ChangeContext, { handshakeId }: z.infer<typeof one>): Promise<Reply> =>
  decided(context, handshakeId, async (asking) => {
    const { data, words, person, now } = context;
    const w = words.joining;
    const joined = await confirmJoin(data, asking, person.id, now);
    // Who waited for another admin finds the other workspace gone.
    if (joined === 'late' || joined === 'gone') return undefined;
    if (joined === 'customers') return say(textCard(w.theirCustomers));
    return say(decidedCard(w.joined(words.platforms[asking.platform], joined.people.length), asking, words, true), true);
  });

const refuse = (context: ChangeContext, { handshakeId }: z.infer<typeof one>): Promise<Reply> =>
  decided(context, handshakeId, async (asking) => {
    const { data, words, person, now } = context;
    if (!(await refuseJoin(data, asking.id, person.id, now))) return undefined;
    return say(decidedCard(words.joining.refused, asking, words, false), true);
  });

export const joiningCommands: readonly Command[] = [
  changeCommand({
    name: 'join',
    word: 'join',
    who: 'anyone',
    input: z.object({ code: z.string().max(200) }),
    route: (text) => (text === '' ? 'join.code' : undefined),
    fromText: (text) => ({ code: text }),
    run: join,
  }),
  changeCommand({
    name: 'join.code',
    who: 'admin',
    input: z.unknown(),
    // The code is kept nowhere, so neither is the answer that shows it: a second tap makes another.
    forgets: true,
    async run({ data, words, person, now, newId }) {
      const waiting = await findWaiting(data, now);
      if (waiting) return say(textCard(words.joining.waits(waiting.host)));
      return say(codeCard(await makeCode(data, 'join', person.id, newId(), now), words));
    },
  }),
  changeCommand({ name: 'join.confirm', who: 'admin', input: one, run: confirm }),
  changeCommand({ name: 'join.refuse', who: 'admin', input: one, run: refuse }),
];
