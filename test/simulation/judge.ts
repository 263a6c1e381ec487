import type { System } from '../../src/store/index.ts';
import type { Chat } from './chat.ts';
import { gatherEvidence } from './evidence.ts';
import { readHistory } from './history.ts';
import { judgeCaps, judgeHours } from './judge-limits.ts';
import { judgeTouches } from './judge-touches.ts';
import { country } from './world.ts';

interface Trial {
  readonly system: System;
  readonly chat: Chat;
  readonly restricted: ReadonlySet<string>;
  /** When the machines' clocks were set. */
  readonly skews: readonly number[];
  readonly end: number;
}

/** What is not as it has to be, after all is over. It knows what was promised, and asks none of the bot's own functions. */
export async function judge({
  system,
  chat,
  restricted,
  skews,
  end,
}: Trial): Promise<{ wrong: readonly string[]; counts: Record<string, number> }> {
  const history = await readHistory(system, country);
  const evidence = await gatherEvidence(system, chat);
  const wrong: string[] = [];
  for (const [key, said] of Map.groupBy(chat.said, (one) => one.key))
    if (said.length > 1 && evidence.nudge(key))
      wrong.push(`${said.length} messages under one key: ${key} at ${said.map(({ at }) => new Date(at).toISOString())}`);
  for (const nudge of evidence.nudges) {
    const arrived = evidence.arrived(nudge.id);
    if (nudge.state === 'sent' && arrived.length !== 1)
      wrong.push(`written down as sent, arrived ${arrived.length} times: ${JSON.stringify(nudge)}`);
    if (nudge.state !== 'sent' && arrived.length > 0) wrong.push(`arrived, and written down otherwise: ${JSON.stringify(nudge)}`);
    if (nudge.state === 'queued' || nudge.state === 'sending') wrong.push(`still under way: ${JSON.stringify(nudge)}`);
    if (nudge.state === 'failed' && nudge.problem === 'cannot_dm_bot' && !chat.refused.has(nudge.id))
      wrong.push(`said to be refused, and was not: ${JSON.stringify(nudge)}`);
    for (const { account } of arrived)
      if (account !== evidence.account(nudge.personId))
        wrong.push(`in the wrong conversation: ${JSON.stringify(nudge)} in ${account}`);
  }
  const { wrong: ofTouches, ...counts } = judgeTouches({ history, evidence, restricted, end });
  wrong.push(...ofTouches, ...judgeHours(history, evidence, skews), ...judgeCaps(history, evidence, skews));
  return { wrong, counts: { touches: history.touches.size, nudges: evidence.nudges.length, ...counts } };
}
