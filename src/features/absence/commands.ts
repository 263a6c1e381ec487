import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { findByAccount, findHearing, isAway } from '../people/index.ts';
import { awayCard, awayForm } from './cards.ts';
import { readAwayText } from './read-away-text.ts';
import { dueBy, endAway, noteAway } from './store.ts';

const awayInput = z.object({ from: z.iso.date().optional(), until: z.iso.date(), account: z.string().optional() });

async function away(context: ChangeContext, { from: asked, until, account }: z.infer<typeof awayInput>): Promise<Reply> {
  const { data, person, now, today } = context;
  const from = asked ?? today;
  if (until < today) throw new UserError('inThePast', [], 'until');
  if (until < from) throw new UserError('awayOrder', [], 'until');
  const standIn = account ? await findByAccount(data, account) : undefined;
  if (account && standIn?.role === undefined) throw new UserError('nobodyThere', [], 'account');
  if (standIn?.id === person.id) throw new UserError('awaySelf', [], 'account');
  const theirs = standIn && (await findHearing(data, standIn.id));
  if (standIn && theirs?.away && theirs.away.from <= until && from <= theirs.away.until)
    throw new UserError('awayToo', [standIn.name], 'account');
  // Whoever changes an absence that has begun gets the list back first; it then goes to whoever stands in now.
  await endAway(data, person.id, now);
  await noteAway(data, person.id, { from, until, standInId: standIn?.id }, now);
  const due = await dueBy(data, person.id, until);
  return { kind: 'say', to: 'person', card: awayCard({ from, until, standInId: standIn?.id }, standIn?.name, due, context) };
}

async function back(context: ChangeContext): Promise<Reply> {
  const { data, person, words, now, today } = context;
  const hearing = await findHearing(data, person.id);
  const begun = hearing !== undefined && isAway(hearing, today);
  const ended = await endAway(data, person.id, now);
  const text = ended ? words.absence.backNow : words.absence.notAway;
  if (ended && begun)
    await data.enqueue('absence.tell-back', {
      workspaceId: data.workspaceId,
      personId: person.id,
      returned: ended.returned,
      ...(ended.standInId ? { standInId: ended.standInId } : {}),
      since: (ended.since ?? now).toISOString(),
    });
  return { kind: 'say', to: 'person', replaces: true, card: { text, elements: [{ kind: 'text', line: text }] } };
}

export const absenceCommands: readonly Command[] = [
  changeCommand({
    name: 'away',
    word: 'away',
    who: 'rep',
    input: awayInput,
    route: (text) => (text.trim() === '' ? 'away.form' : undefined),
    fromText(text, { now, person }) {
      const { until, from, account } = readAwayText(text, { now, zone: person.zone, language: person.language });
      if (until === 'past') throw new UserError('inThePast', []);
      if (until === undefined) throw new UserError('awayUsage', []);
      return { until, ...(from ? { from } : {}), ...(account ? { account } : {}) };
    },
    run: away,
  }),
  readCommand({
    name: 'away.form',
    who: 'rep',
    input: z.unknown(),
    fromText: () => ({}),
    opensForm: () => true,
    async run(context) {
      const hearing = await findHearing(context.data, context.person.id);
      return { kind: 'form', form: awayForm(hearing?.away ?? {}, undefined, context) };
    },
  }),
  changeCommand({ name: 'back', word: 'back', who: 'rep', input: z.unknown(), fromText: () => ({}), run: back }),
];
