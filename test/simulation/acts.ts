import { DateTime } from 'luxon';
import type { Args } from '../../src/chat/card.ts';
import type { Chat } from './chat.ts';
import type { Clocks } from './clocks.ts';
import type { Dice } from './dice.ts';
import { type Person, productFor, type World, zones } from './world.ts';

interface Stage {
  readonly world: World;
  readonly chat: Chat;
  readonly clocks: Clocks;
  readonly dice: Dice;
  /** Somebody presses something; what cannot be saved is told to them and left. */
  press(account: string, command: string, args: Args): Promise<unknown>;
}

type Act = (stage: Stage, who: Person) => Promise<unknown>;

const zoneOf = ({ chat }: Stage, { account }: Person) => chat.profiles.get(account)?.zone ?? 'UTC';
const today = (stage: Stage, who: Person) => DateTime.fromJSDate(stage.clocks.told(), { zone: zoneOf(stage, who) });
const day = (stage: Stage, who: Person, days: number) => today(stage, who).plus({ days }).toISODate() ?? '';
const customer = ({ world, dice }: Stage) => dice.of(world.customers);
const hour = ({ dice }: Stage) => `${String(8 + dice.below(12)).padStart(2, '0')}:${dice.of(['00', '30'])}`;
const others = ({ world }: Stage, who: Person) => world.people.filter(({ id, role }) => id !== who.id && role === 'rep');
const nextId = (stage: Stage) => `complaint-${stage.clocks.now().getTime()}`;

/** What is open of somebody's and due, or soon. */
function dueOf(
  { world: { scope }, clocks }: Stage,
  who: Person,
  kinds: readonly ('call' | 'note' | 'followup' | 'complaint' | 'promise')[],
) {
  const until = new Date(clocks.told().getTime() + 86_400_000);
  return scope.db.touch.findMany({
    where: { repId: who.id, state: 'open', pooledAt: null, pausedAt: null, dueOn: { lte: until }, kind: { in: [...kinds] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 6,
    select: { id: true },
  });
}

const outcomes = [
  ...['reached', 'reached', 'reached', 'reached', 'reached', 'reached', 'reached', 'sent', 'sent'],
  ...['no_answer', 'no_answer', 'left_message', 'problem', 'wants_more', 'wrong_number'],
] as const;

const work: Act = async (stage, who) => {
  const due = await dueOf(stage, who, ['call', 'note', 'followup', 'complaint', 'promise']);
  for (const { id } of due.slice(0, 1 + stage.dice.below(4))) {
    const outcome = stage.dice.once(0.004) ? 'do_not_contact' : stage.dice.of(outcomes);
    const next = stage.dice.once(0.15)
      ? { nextOn: day(stage, who, 1 + stage.dice.below(20)), ...(stage.dice.once(0.5) ? { nextTime: hour(stage) } : {}) }
      : {};
    await stage.press(who.account, 'log', { touchId: id, outcome, ...next });
  }
};

const snooze: Act = async (stage, who) => {
  const { dice } = stage;
  const due = await dueOf(stage, who, ['call', 'note', 'followup', 'complaint']);
  if (due.length === 0) return;
  const named = { on: day(stage, who, 1 + dice.below(9)), ...(dice.once(0.5) ? { time: hour(stage) } : {}) };
  const to = dice.once(0.5) ? { until: dice.of(['hour', 'day', 'three', 'week']) } : named;
  await stage.press(who.account, 'snooze', { touchId: dice.of(due).id, ...to, reason: 'asked to wait' });
};

const sell: Act = (stage, who) =>
  stage.press(who.account, 'sale', {
    customerId: customer(stage),
    product: productFor(stage.dice),
    boughtOn: day(stage, who, -stage.dice.below(3)),
  });

const remind: Act = (stage, who) =>
  stage.press(who.account, 'remind.keep', {
    ...{ customerId: customer(stage), about: 'the manual', on: day(stage, who, stage.dice.below(30)) },
    ...(stage.dice.once(0.6) ? { time: hour(stage) } : {}),
  });

const promise: Act = (stage, who) =>
  stage.press(who.account, 'promise', {
    ...{ customerId: customer(stage), what: 'a new filter', on: day(stage, who, stage.dice.below(10)) },
    ...(stage.dice.once(0.7) ? { time: hour(stage) } : {}),
  });

const movePromise: Act = async (stage, who) => {
  const [due] = await dueOf(stage, who, ['promise']);
  const on = day(stage, who, 1 + stage.dice.below(6));
  if (due)
    await stage.press(who.account, 'promise.move', { touchId: due.id, on, time: hour(stage), reason: 'late', told: 'yes' });
};

const away: Act = async (stage, who) => {
  const { dice } = stage;
  const from = dice.below(5);
  const standIn: Args = dice.once(0.7) ? { account: dice.of(others(stage, who)).account } : {};
  const dates = { from: day(stage, who, from), until: day(stage, who, from + dice.below(12)) };
  await stage.press(who.account, 'away', { ...dates, ...standIn });
};

const give: Act = async (stage, who) => {
  const due = await dueOf(stage, who, ['call', 'note', 'followup', 'complaint', 'promise']);
  if (due.length === 0) return;
  const { account } = stage.dice.of(others(stage, who));
  const scope: Args = stage.dice.once(0.3) ? { scope: 'all' } : {};
  await stage.press(who.account, 'reassign', { touchId: stage.dice.of(due).id, account, ...scope });
};

const complain: Act = async (stage, who) => {
  const customerId = customer(stage);
  const { openComplaints } = await stage.world.scope.db.customer.findFirstOrThrow({ where: { id: customerId } });
  const [open] = openComplaints;
  await stage.press(who.account, open ? 'complaining.solved' : 'complaining.opened', {
    customerId,
    complaintId: open ?? nextId(stage),
  });
};

/** Every complaint is solved some day. */
const solve: Act = async (stage, who) => {
  const open = await stage.world.scope.db.customer.findFirst({
    where: { openComplaints: { isEmpty: false } },
    orderBy: { id: 'asc' },
  });
  if (open)
    await stage.press(who.account, 'complaining.solved', { customerId: open.id, complaintId: open.openComplaints[0] ?? '' });
};

const move: Act = async (stage, who) => {
  const profile = stage.chat.profiles.get(who.account);
  if (profile) stage.chat.profiles.set(who.account, { ...profile, zone: stage.dice.of(zones) });
  await stage.press(who.account, 'help', {});
};

const settle: Act = (stage, who) =>
  stage.press(who.account, 'settings.save', {
    ...{ language: stage.dice.of(['en', 'zh', 'ko']), morningTime: stage.dice.of(['08:00', '08:30', '09:15']) },
    hears: stage.dice.of(['both', 'list', 'nudges', 'digest']),
    ...(stage.dice.once(0.5) ? { quietHours: '20:00-08:00' } : {}),
    ...(stage.dice.once(0.3) ? { daysOff: day(stage, who, 2 + stage.dice.below(9)) } : {}),
    mostPerHour: String(stage.dice.of([2, 4, 6])),
  });

/** Taken out of the team by the admin, and the pool is emptied by whoever is there; some come back. */
const leave: Act = async (stage, who) => {
  const [ada] = stage.world.people;
  const gone = await stage.world.scope.db.person.findFirst({
    where: { role: null, identities: { some: {} } },
    include: { identities: true },
  });
  const [back] = gone?.identities ?? [];
  if (back) await stage.press(ada?.account ?? '', 'people', { account: back.account, role: 'rep' });
  else if (who.role === 'rep') await stage.press(ada?.account ?? '', 'people', { account: who.account, role: 'none' });
};

const take: Act = async (stage, who) => {
  const pooled = await stage.world.scope.db.touch.findFirst({
    where: { state: 'open', pooledAt: { not: null } },
    orderBy: { id: 'asc' },
  });
  if (pooled) await stage.press(who.account, 'pool.take', { customerId: pooled.customerId, page: '0' });
};

const block: Act = async ({ chat, dice }, who) => {
  const [blocked] = chat.blocked;
  if (blocked) chat.blocked.delete(blocked);
  else if (dice.once(0.3)) chat.blocked.add(who.account);
};

const pace: Act = (stage) => stage.press('U0MIN', 'pace', { limit: String(stage.dice.of([1, 2, 3])) });

const every: readonly (readonly [Act, number])[] = [
  ...([
    [work, 60],
    [snooze, 10],
    [sell, 12],
    [remind, 8],
    [promise, 5],
    [movePromise, 2],
    [away, 2],
    [give, 3],
  ] as const),
  ...([
    [complain, 2],
    [solve, 2],
    [move, 0.5],
    [settle, 1],
    [leave, 0.6],
    [take, 3],
    [block, 0.6],
    [pace, 0.3],
  ] as const),
];
const whole = every.reduce((sum, [, weight]) => sum + weight, 0);

/** Somebody does something. */
export async function act(stage: Stage): Promise<void> {
  const who = stage.dice.of(stage.world.people.slice(1));
  let left = stage.dice.next() * whole;
  for (const [one, weight] of every) {
    left -= weight;
    if (left > 0) continue;
    await one(stage, who);
    return;
  }
}
