import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Args, Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { type Customer, chooseCustomer, findCustomer } from '../customers/index.ts';
import { addTouches } from '../followups/index.ts';
import { fullWeek } from '../pace/index.ts';
import {
  confirmCard,
  fullWeekElements,
  keptCard,
  mostAbout,
  notWantedCard,
  remindForm,
  whichDayCard,
  whomCard,
} from './cards.ts';
import { type Day, dueOf, hasPassed, insteadOf, packDays, soonDays, unpackDays } from './moments.ts';
import { readRemindText } from './read-remind-text.ts';
import { removeFollowUp } from './store.ts';
import { type Wanted, whom } from './whom.ts';

const undoMs = 10 * 60_000;

const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .optional();
const about = z.string().trim().max(mostAbout).optional();
const remindInput = z.object({
  customerId: z.uuid().optional(),
  who: z.string().optional(),
  said: z.string().optional(),
  about,
  on: z.iso.date().optional(),
  time,
  /** Days that the text may mean, or the one that has gone by. */
  days: z.string().optional(),
  past: z.string().optional(),
});
type RemindInput = z.infer<typeof remindInput>;

function fromText(text: string, { now, person }: ReadContext): unknown {
  const { who, about, said, when } = readRemindText(text, { now, zone: person.zone, language: person.language });
  if (said === '') throw new UserError('remindUsage', []);
  return {
    ...{ who, about, said },
    ...(when.kind === 'at' ? { on: when.moment.on, time: when.moment.time } : {}),
    ...(when.kind === 'ambiguous' ? { days: packDays(when.moments) } : {}),
    ...(when.kind === 'past' ? { past: packDays([when.moment]) } : {}),
  };
}

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });

/** What goes on once it is clear which customer is meant. */
function carried({ about, on, time, days, past }: RemindInput): Args {
  const all = { about, on, time, days, past };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

async function show(customer: Customer, input: RemindInput, context: ReadContext): Promise<Reply> {
  const { now, today, person, workspace } = context;
  const replaces = context.inbound.via === 'button';
  if (customer.doNotContactAt) return say(notWantedCard(customer, context), replaces);
  const plan = { customer, about: input.about || undefined };
  const country = customer.country ?? workspace.country;
  const ask = (doubt: 'none' | 'past' | 'ambiguous', days: readonly Day[], past?: Day) =>
    say(whichDayCard(plan, doubt, days, past, context), replaces);
  const [past] = unpackDays(input.past);
  if (past) return ask('past', insteadOf(past, today, country), past);
  const days = unpackDays(input.days);
  if (days.length > 0) return ask('ambiguous', days);
  if (!input.on) return ask('none', soonDays(today, country));
  const day: Day = { on: input.on, ...(input.time ? { time: input.time } : {}) };
  if (hasPassed(dueOf(day, person.zone), now, today)) return ask('past', insteadOf(day, today, country), day);
  const full = await fullWeek(context.data, { customerId: customer.id, repId: person.id, on: day.on }, today);
  return say(confirmCard({ ...plan, day }, context.newId(), context, fullWeekElements(full, customer, context)), replaces);
}

async function remind(context: ReadContext, input: RemindInput): Promise<Reply> {
  const wanted: Wanted = await whom(context, input);
  if (wanted.kind === 'nobody') {
    const [day = input.on ? { on: input.on, ...(input.time ? { time: input.time } : {}) } : undefined] = unpackDays(input.days);
    return say(whomCard(input.said ?? '', day, context));
  }
  const settled = { ...input, about: wanted.about };
  const choice = await chooseCustomer(context, wanted.query, { command: 'remind', args: carried(settled) });
  return 'ask' in choice ? choice.ask : show(choice.customer, settled, context);
}

const keepInput = z.object({ customerId: z.uuid().optional(), touchId: z.uuid().optional(), about, on: z.iso.date(), time });

async function keep(context: ChangeContext, input: z.infer<typeof keepInput>): Promise<Reply> {
  const { data, person, now, today, inbound } = context;
  if (!input.customerId) throw new UserError('customerMissing', [], 'customerId');
  const customer = await findCustomer(data, input.customerId);
  if (!customer) throw new UserError('customerGone', [], 'customerId');
  if (customer.doNotContactAt) return say(notWantedCard(customer, context), inbound.via === 'button');
  const day: Day = { on: input.on, ...(input.time ? { time: input.time } : {}) };
  const due = dueOf(day, person.zone);
  if (hasPassed(due, now, today)) throw new UserError('inThePast', [], 'on');
  const id = input.touchId ?? context.newId();
  const about = input.about || undefined;
  const full = await fullWeek(data, { customerId: customer.id, repId: person.id, on: day.on }, today);
  // Who has not seen the warning yet sees it before anything is kept.
  if (full && !input.touchId) {
    const warning = fullWeekElements(full, customer, context);
    return say(confirmCard({ customer, about, day }, id, context, warning), inbound.via === 'button');
  }
  const touch = {
    id,
    customerId: customer.id,
    repId: person.id,
    kind: 'followup' as const,
    step: 'followup',
    about,
    agreed: input.time !== undefined || full !== undefined,
    ...due,
  };
  await addTouches(data, [touch], now);
  return say(keptCard({ customer, about, day }, id, context), inbound.via === 'button');
}

export const remindCommands: readonly Command[] = [
  readCommand({
    name: 'remind',
    word: 'remind',
    who: 'rep',
    input: remindInput,
    route: (text) => (text === '' ? 'remind.form' : undefined),
    fromText,
    run: remind,
  }),
  readCommand({
    name: 'remind.form',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional(), about: z.string().optional(), on: z.iso.date().optional(), time }),
    fromText: () => ({}),
    opensForm: () => true,
    async run(context, { customerId, ...proposed }) {
      const customer = customerId === undefined ? undefined : await findCustomer(context.data, customerId);
      if (customer?.doNotContactAt) return say(notWantedCard(customer, context));
      return { kind: 'form', form: remindForm({ customer, ...proposed }, context) };
    },
  }),
  changeCommand({ name: 'remind.keep', who: 'rep', input: keepInput, run: keep }),
  changeCommand({
    name: 'remind.undo',
    who: 'rep',
    input: z.object({ touchId: z.uuid() }),
    async run({ data, words, person, now }, { touchId }) {
      if (!(await removeFollowUp(data, touchId, person.id, new Date(now.getTime() - undoMs))))
        throw new UserError('undoTooLate', []);
      const text = words.remind.undone;
      return say({ text, elements: [{ kind: 'text', line: text }] }, true);
    },
  }),
];
