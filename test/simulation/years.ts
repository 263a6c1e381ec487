import { idsAt } from '../../src/app/ids.ts';
import type { Enqueue, Store } from '../../src/store/index.ts';
import { act } from './acts.ts';
import { openChat, sendFaults } from './chat.ts';
import { openClocks } from './clocks.ts';
import { type Copy, type Surroundings, startCopy } from './copy.ts';
import { diceFrom } from './dice.ts';
import { keepHistory } from './history.ts';
import { openJobs } from './jobs.ts';
import { judge } from './judge.ts';
import { nextMoment } from './moment.ts';
import { places } from './mortal.ts';
import { buildWorld, type Size, team } from './world.ts';

export interface YearsRun extends Size {
  readonly seed: number;
  readonly days: number;
  /** How many things people do in a day, all together. */
  readonly actsPerDay: number;
  say?(line: string): void;
}

export interface YearsReport {
  readonly wrong: readonly string[];
  readonly happened: ReadonlyMap<string, number>;
  readonly counts: Readonly<Record<string, number>>;
}

const start = new Date('2026-01-04T15:00:00Z');
const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Steps of the time. */
const gridMs = 10 * 60_000;
const turnMs = 60_000;
/** Nothing fails any more for so long at the end: what is under way comes to its end. */
const calmDays = 12;

/**
 * Lets a team work through years in which everything happens that can: processes end in the middle of anything, clocks are
 * wrong, the chat platform fails. Time goes from one moment of interest to the next. What came of each touch is judged at the
 * end, by what stands in the conversations and by a history that the database kept for itself.
 */
export async function runYears({ store }: { readonly store: Store }, run: YearsRun): Promise<YearsReport> {
  const dice = diceFrom(run.seed);
  const happened = new Map<string, number>();
  const count = (what: string) => void happened.set(what, (happened.get(what) ?? 0) + 1);
  const wrong: string[] = [];
  let enqueue: Enqueue = async () => {};
  const system = store.system((...job) => enqueue(...job));
  const clocks = await openClocks(system, start);
  const history = await keepHistory(system);
  let calm = true;
  const chat = openChat(
    clocks,
    () => {
      if (calm || !dice.once(0.04)) return undefined;
      const fault = dice.of(sendFaults);
      count(fault);
      return fault;
    },
    () => !calm && dice.once(0.2),
  );
  const say = (what: string) => {
    wrong.push(`${clocks.now().toISOString()}: ${what}`);
    run.say?.(`${clocks.now().toISOString()}: ${what}`);
  };
  const newId = idsAt(clocks.told);
  const surroundings: Surroundings = { system, clocks, chat, newId, team, wrong: say };
  const first = startCopy(surroundings);
  let copies: Copy[] = [first];
  const living = () => copies.filter(({ life }) => life.alive());
  const jobs = await openJobs({ store, system, kinds: first.jobs, wrong: say });
  enqueue = jobs.enqueue;
  const skews: number[] = [];
  let superviseAt: number | undefined;

  /** Buries what was killed, and starts another in its place. */
  const bury = () => {
    for (const { life } of copies)
      if (!life.alive()) {
        count(`killed: ${life.endedAt()}`);
        superviseAt = clocks.now().getTime() + 11 * 60_000;
      }
    copies = living();
    while (copies.length < 1 || (copies.length < 2 && dice.once(0.1))) copies.push(startCopy(surroundings));
    if (copies.length > 1 && dice.once(0.05)) copies.pop();
  };

  const settle = async () => {
    await Promise.all(copies.map((copy) => copy.look()));
    bury();
    const twice = () => !calm && dice.once(0.05);
    await jobs.work(living, twice);
    bury();
    // What has to wait its turn for some seconds needs no look of its own.
    await clocks.to(new Date(clocks.now().getTime() + turnMs));
    await jobs.work(living, twice);
    bury();
  };

  try {
    const world = await buildWorld({ system, chat, clocks, newId, dice }, first, run);
    const press = async (account: string, command: string, args: Record<string, string>) => {
      bury();
      const reply = await copies[0]?.press(account, command, args);
      count(reply === undefined ? 'pressed, and killed' : 'pressed');
    };
    const stage = { world, chat, clocks, dice, press };
    const last = start.getTime() + run.days * dayMs;
    const nextAct = () => clocks.now().getTime() + (-Math.log(1 - dice.next()) * dayMs) / run.actsPerDay;
    let actAt = nextAct();
    let steps = 0;
    while (clocks.now().getTime() < last) {
      steps += 1;
      if (steps % 500 === 0) run.say?.(`  ${clocks.now().toISOString().slice(0, 10)}: ${chat.said.length} messages`);
      calm = clocks.now().getTime() > last - calmDays * dayMs;
      if (!calm) {
        if (dice.once(0.03)) dice.of(copies).life.killIn(1 + dice.below(60));
        if (dice.once(0.05)) dice.of(copies).life.killIn(1 + dice.below(2), dice.of(places));
        if (dice.once(0.002)) {
          const hours = dice.of([2, 9, 20, 49]);
          count(`down for ${hours} h`);
          copies = [];
          await clocks.to(new Date(clocks.now().getTime() + hours * hourMs));
          bury();
        }
        if (dice.once(0.002)) {
          count('clock set');
          skews.push(clocks.now().getTime());
          clocks.skew(clocks.skewMs() === 0 ? dice.of([-26, -3, -1, 1, 3, 26]) * hourMs : 0);
        }
      } else if (clocks.skewMs() !== 0) {
        skews.push(clocks.now().getTime());
        clocks.skew(0);
        chat.blocked.clear();
      }
      const moment = await nextMoment(system, clocks);
      const at = Math.min(moment, actAt, superviseAt ?? moment, last);
      // What comes seconds apart is one moment; never the same one again.
      await clocks.to(new Date(Math.max(Math.ceil(at / gridMs) * gridMs, clocks.now().getTime() + gridMs)));
      if (clocks.now().getTime() >= actAt) {
        if (!calm) await act(stage);
        actAt = nextAct();
      }
      await settle();
      if (superviseAt !== undefined && clocks.now().getTime() >= superviseAt) {
        superviseAt = undefined;
        await jobs.supervise();
      }
    }
    const judged = await judge({ system, chat, restricted: world.restricted, skews, end: clocks.now().getTime() });
    return {
      wrong: [...wrong, ...judged.wrong],
      happened,
      counts: { steps, messages: chat.said.length, lookUps: chat.lookUps(), ...judged.counts },
    };
  } finally {
    await jobs.close();
    await history.remove();
    await clocks.remove();
  }
}
