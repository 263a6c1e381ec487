import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, readCommand } from '../../app/feature.ts';
import { readMention } from '../../app/mention.ts';
import type { Reply } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import { chooseCustomer } from '../customers/index.ts';
import { findByAccount } from '../people/index.ts';
import { listQuery } from './list-query.ts';
import { isOwn, showList } from './show.ts';
import { snoozeCommand } from './snooze-command.ts';

const asked = listQuery.extend({ account: z.string().optional(), query: z.string().optional() });

/** `today`, `overdue`, `week`, `team`, a mention, or a customer's name; in any of our languages. */
export function readListText(text: string): z.input<typeof asked> {
  const { account, rest } = readMention(text);
  if (account !== undefined) return { ...readListText(rest), account };
  const said = rest.toLowerCase();
  if (said === '') return {};
  for (const { followups } of Object.values(languages)) {
    for (const span of listQuery.shape.span.unwrap().options) if (followups.spanWords[span].includes(said)) return { span };
    if (followups.teamWords.includes(said)) return { team: true, span: 'week' };
  }
  return { query: rest };
}

/** Whether a text is this word, or begins with it; Chinese puts no space after a word. */
const isSaid = (said: string, word: string) =>
  said === word || said.startsWith(`${word} `) || (/\p{Script=Han}$/u.test(word) && said.startsWith(word));

/** What nobody has is a list of its own; being away and coming back are commands of their own. */
function leadsElsewhere(text: string): string | undefined {
  const said = text.trim().toLowerCase();
  for (const { handover, absence } of Object.values(languages)) {
    if (handover.poolWords.includes(said)) return 'pool';
    if (absence.backWords.includes(said)) return 'back';
    if (absence.awayWords.some((word) => isSaid(said, word))) return 'away';
  }
  return undefined;
}

async function listFor(context: ReadContext, { account, query, ...list }: z.infer<typeof asked>): Promise<Reply> {
  const { data, person, words } = context;
  const manages = person.role !== 'rep';
  if (account !== undefined) {
    const rep = await findByAccount(data, account);
    if (!rep) throw new UserError('nobodyThere', []);
    if (rep.id !== person.id && !manages) throw new UserError('onlyManagers', [words.roles.manager]);
    return showList(context, { ...list, repId: rep.id });
  }
  if (!isOwn(list, person.id) && !manages) throw new UserError('onlyManagers', [words.roles.manager]);
  if (query === undefined) return showList(context, list);
  const choice = await chooseCustomer(context, { query }, { command: 'followups' });
  return 'ask' in choice ? choice.ask : showList(context, { ...list, customerId: choice.customer.id });
}

export const followupCommands: readonly Command[] = [
  readCommand({
    name: 'followups',
    word: 'followups',
    who: 'rep',
    input: asked,
    route: leadsElsewhere,
    fromText: readListText,
    run: listFor,
  }),
  snoozeCommand,
];
