import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand } from '../../app/feature.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { makeCode, mayTryCode, noteWrongCode, readCode } from '../people/index.ts';
import { accountsCard, confirmCard } from './cards.ts';
import { mergePeople } from './merge-store.ts';
import { answerQuestion, findPlatforms, findQuestion, findSide, passOn, takeCode } from './store.ts';
import { unlinkAccount } from './unlink-store.ts';

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces, lasting: true });
const one = z.object({ handshakeId: z.uuid() });
type One = z.infer<typeof one>;

async function show({ data, words, person, now, newId }: ChangeContext): Promise<Reply> {
  const side = await findSide(data, person.id);
  if (!side) throw new UserError('nobodyThere', []);
  const platforms = await findPlatforms(data);
  const missing = platforms.some((platform) => side.accounts.every((account) => account.platform !== platform));
  return say(accountsCard(side, missing ? await makeCode(data, 'link', person.id, newId(), now) : undefined, words));
}

/** Typing the other account's code proves that both are one's own; still, whose it is is shown first. */
async function link({ data, words, person, now, newId }: ChangeContext, { code }: { readonly code: string }): Promise<Reply> {
  if (!(await mayTryCode(data, person.id, now))) return say(textCard(words.errors.codeTooMany()));
  const taken = readCode(code) === undefined ? 'wrong' : await takeCode(data, code, person.id, now);
  if (taken === 'wrong') {
    await noteWrongCode(data, person.id, newId(), now);
    return say(textCard(words.errors.codeWrong()));
  }
  if (taken === 'used') return say(textCard(words.errors.codeUsed()));
  if (taken === 'own') return say(textCard(words.linking.ownCode));
  const question = await findQuestion(data, taken.id, now);
  if (!question) throw new UserError('staleButton', []);
  return say(confirmCard(question, words));
}

/** The person asked first says that the other account is theirs: there it is asked. */
async function ask({ data, words, person, now }: ChangeContext, { handshakeId }: One): Promise<Reply> {
  const question = await findQuestion(data, handshakeId, now);
  if (!question || !(await passOn(data, handshakeId, person.id, now))) return say(textCard(words.linking.closed), true);
  await data.enqueue('linking.ask', { workspaceId: data.workspaceId, handshakeId });
  return say(textCard(words.linking.askedThere(question.to.name)), true);
}

async function confirm(context: ChangeContext, { handshakeId }: One): Promise<Reply> {
  const { data, words, person, now, newId } = context;
  const question = await findQuestion(data, handshakeId, now);
  if (!question || !(await answerQuestion(data, handshakeId, person.id, true, now)))
    return say(textCard(words.linking.closed), true);
  const merged = await mergePeople(data, [question.from.id, question.to.id], newId, now);
  const side = merged && (await findSide(data, merged.keptId));
  if (!merged || !side) throw new UserError('staleButton', []);
  return say(accountsCard(side, undefined, words, words.linking.done(merged.touches, merged.customers)), true);
}

export const linkingCommands: readonly Command[] = [
  changeCommand({
    name: 'link',
    word: 'link',
    who: 'anyone',
    input: z.object({ code: z.string().max(200) }),
    route: (text) => (text === '' ? 'link.show' : undefined),
    fromText: (text) => ({ code: text }),
    run: link,
  }),
  // It shows a code, which is kept nowhere.
  changeCommand({ name: 'link.show', who: 'anyone', input: z.unknown(), forgets: true, run: show }),
  changeCommand({ name: 'link.ask', who: 'anyone', input: one, run: ask }),
  changeCommand({ name: 'link.confirm', who: 'anyone', input: one, run: confirm }),
  changeCommand({
    name: 'link.refuse',
    who: 'anyone',
    input: one,
    async run({ data, words, person, now }, { handshakeId }) {
      const refused = await answerQuestion(data, handshakeId, person.id, false, now);
      return say(textCard(refused ? words.linking.refused : words.linking.closed), true);
    },
  }),
  changeCommand({
    name: 'link.unlink',
    who: 'anyone',
    input: z.object({ platform: z.enum(['slack', 'teams']), team: z.string().min(1), account: z.string().min(1) }),
    async run({ data, words, person, now, newId }, account) {
      if (!(await unlinkAccount(data, person.id, account, newId, now))) return say(textCard(words.linking.closed), true);
      return say(textCard(words.linking.unlinked(words.platforms[account.platform])), true);
    },
  }),
];
