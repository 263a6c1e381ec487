import { startTeamsCloud, type TeamsCloud } from '../support/teams-cloud.ts';
import { seededPostgres } from './followups.ts';
import { closedLoop } from './load.ts';
import { keepOpen } from './open-things.ts';
import { launch, type Program, processorMs } from './program.ts';
import { median, type Part, type PartOptions, spread } from './report.ts';
import { signedActivities } from './signed-activities.ts';

const reps = 200;
const touches = 40;
const goal = 0.4;

interface Side {
  readonly program: Program;
  readonly perSecond: number[];
  /** Processor time for one activity, milliseconds. */
  readonly cost: number[];
}

/** Answers a second; each of them was also said in its conversation, or it does not count. */
async function round({ program, perSecond, cost }: Side, cloud: TeamsCloud, seconds: number, counts: boolean): Promise<void> {
  const port = Number(program.said);
  const requests = signedActivities(cloud, 2_000, reps, port);
  const before = processorMs(program.pid);
  cloud.posted.length = 0;
  const rate = await closedLoop({ port, requests, seconds, isRight: ({ status }) => status === 200 });
  const said = cloud.posted.filter(({ path }) => path.includes('/activities')).length;
  if (said < rate * seconds * 0.98) throw new Error(`${said} answers were said of ${Math.round(rate * seconds)}`);
  if (!counts) return;
  perSecond.push(rate);
  cost.push((processorMs(program.pid) - before) / (rate * seconds));
}

async function compare(ours: Side, bare: Side, cloud: TeamsCloud, { quick, say }: PartOptions): Promise<void> {
  const seconds = quick ? 2 : 6;
  for (const one of [ours, bare]) await round(one, cloud, seconds, false);
  for (let i = 0; i < (quick ? 2 : 6); i++) {
    // Whoever goes first changes, so that a machine that gets busier wrongs neither.
    for (const one of i % 2 === 0 ? [ours, bare] : [bare, ours]) await round(one, cloud, seconds, true);
    say(
      `  round ${i + 1}: ${ours.perSecond.at(-1)?.toFixed(0)} against ${bare.perSecond.at(-1)?.toFixed(0)} activities a second`,
    );
  }
}

/** Messages with real tokens, through to the list in the conversation, against an echo that reads nothing and draws nothing. */
export const teams: Part = async (options) => {
  options.say('Teams: messages with tokens, answered in their conversation');
  const database = await seededPostgres(reps, touches);
  const cloud = await startTeamsCloud();
  const close = keepOpen(() => cloud.stop());
  const start = async (args: readonly string[]): Promise<Side> => ({
    program: await launch({ command: process.execPath, args, ready: /on port (\d+)/ }),
    perSecond: [],
    cost: [],
  });
  const ours = await start(['test/bench/teams-program.ts', database.url, cloud.url]);
  const bare = await start(['test/bench/bare-teams.ts', cloud.url]);
  await compare(ours, bare, cloud, options);
  for (const { program } of [ours, bare]) await program.stop();
  await close();
  await database.close();

  const ratios = ours.perSecond.map((rate, i) => rate / (bare.perSecond[i] ?? Number.NaN));
  return [
    {
      what: 'Teams, activities a second',
      ours: spread(ours.perSecond, 0),
      beside: `bare CloudAdapter ${spread(bare.perSecond, 0)}`,
      ratio: spread(ratios, 2),
      goal: `≥ ${goal}`,
      met: median(ratios) >= goal,
    },
    {
      what: 'Teams, processor ms an activity',
      ours: spread(ours.cost, 2),
      beside: `bare CloudAdapter ${spread(bare.cost, 2)}`,
      ratio: (median(bare.cost) / median(ours.cost)).toFixed(2),
    },
  ];
};
