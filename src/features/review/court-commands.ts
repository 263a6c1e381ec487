import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { listMembers } from '../people/index.ts';
import { decide } from './court.ts';
import { courtCard, perPage } from './court-cards.ts';
import { listDecisions, listStandings } from './court-store.ts';
import { ruleNames } from './rule-names.ts';

async function show(context: ReadContext, page: number, done?: (name: (rule: string) => string) => string): Promise<Reply> {
  const { data, inbound } = context;
  const standings = await listStandings(data);
  const decisions = await listDecisions(data, 5);
  const seen = standings.slice(page * perPage, (page + 1) * perPage);
  const name = await ruleNames(
    data,
    [...seen, ...decisions].map(({ rule }) => rule),
  );
  const people = new Map((await listMembers(data)).map((member) => [member.id, member.name]));
  const card = courtCard({ standings, page, decisions }, name, (id) => people.get(id) ?? '–', context, done?.(name));
  return { kind: 'say', card, to: 'person', replaces: inbound.via === 'button' };
}

const which = z.object({ rule: z.string().min(1).max(80) });

const decideBy = (level: 'hint' | 'problem') =>
  async function run(context: ChangeContext, { rule }: z.infer<typeof which>): Promise<Reply> {
    const { rules } = context.words;
    if (!(await decide(context, rule, level, context.person.id))) throw new UserError('staleButton', []);
    return show(context, 0, (name) => (level === 'hint' ? rules.madeHint : rules.restored)(name(rule)));
  };

export const courtCommands: readonly Command[] = [
  readCommand({
    name: 'rules',
    word: 'rules',
    who: 'manager',
    input: z.object({ page: z.coerce.number().int().min(0).default(0) }),
    fromText: () => ({}),
    run: (context, { page }) => show(context, page),
  }),
  changeCommand({ name: 'rules.demote', who: 'manager', input: which, run: decideBy('hint') }),
  changeCommand({ name: 'rules.restore', who: 'manager', input: which, run: decideBy('problem') }),
];
