import { DateTime } from 'luxon';
import { pace } from '../../src/features/reminders/pace.ts';
import { randomFrom } from '../faults/random.ts';
import { measureDelivery } from './delivery.ts';
import { type Part, quantile } from './report.ts';

const zones = [
  'Asia/Seoul',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];
const workspaces = 1_000;
const repsEach = 100;
const nudgesEach = 5;
const goalSeconds = 60;
const sweepSeconds = 5;
/** Slack, as documented: about one message a second in a conversation, several hundred a minute in a workspace; short bursts pass. */
const slack = { conversation: { perSecond: 1, burst: 4 }, workspace: { perSecond: 5, burst: 60 } };

interface Message {
  readonly workspaceId: string;
  readonly personId: string;
  /** Seconds since the day began in the first zone. */
  readonly dueAt: number;
}

/** Everybody's morning list at half past eight, and five moments between nine and six, each in their own zone. */
function messagesOf(random: () => number): readonly Message[] {
  const messages: Message[] = [];
  for (let workspace = 0; workspace < workspaces; workspace++) {
    const zone = zones[workspace % zones.length] ?? 'UTC';
    const midnight =
      DateTime.fromISO('2026-11-24', { zone }).toSeconds() -
      DateTime.fromISO('2026-11-24', { zone: zones[0] ?? 'UTC' }).toSeconds();
    for (let rep = 0; rep < repsEach; rep++) {
      const to = { workspaceId: `w${workspace}`, personId: `w${workspace}p${rep}` };
      messages.push({ ...to, dueAt: midnight + 8.5 * 3600 });
      // Reps choose full and half hours rather than any minute.
      for (let i = 0; i < nudgesEach; i++)
        messages.push({ ...to, dueAt: midnight + 9 * 3600 + Math.floor(random() * 18) * 1800 + Math.floor(random() * 6) * 300 });
    }
  }
  return messages.sort((a, b) => a.dueAt - b.dueAt);
}

/** What Slack allows: a bucket that fills again. */
function bucket({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }) {
  let tokens = burst;
  let at = 0;
  return (now: number) => {
    tokens = Math.min(burst, tokens + Math.max(0, now - at) * perSecond);
    at = Math.max(at, now);
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

interface Day {
  readonly late: readonly number[];
  readonly limited: number;
  readonly mostInMinute: number;
}

/** The day second by second: the sweep takes what is due, paces it as the bot does, and the sender works at its measured rate. */
function liveThrough(messages: readonly Message[], perSecond: number): Day {
  const ready = new Map<number, Message[]>();
  const limits = new Map<string, (now: number) => boolean>();
  const allowed = (key: string, limit: { readonly perSecond: number; readonly burst: number }, now: number) => {
    const known = limits.get(key) ?? bucket(limit);
    limits.set(key, known);
    return known(now);
  };
  const waiting: Message[] = [];
  const late: number[] = [];
  let [next, limited, budget] = [0, 0, 0];
  const put = (second: number, message: Message) => {
    const list = ready.get(second) ?? [];
    list.push(message);
    ready.set(second, list);
  };
  const first = Math.floor(messages[0]?.dueAt ?? 0);
  for (let now = first; late.length < messages.length; now++) {
    if ((now - first) % sweepSeconds === 0) {
      const due: Message[] = [];
      for (let message = messages[next]; message && message.dueAt <= now; message = messages[++next]) due.push(message);
      const after = pace(due);
      for (const [i, message] of due.entries()) put(now + (after[i] ?? 0), message);
    }
    waiting.push(...(ready.get(now) ?? []));
    ready.delete(now);
    budget = Math.min(budget + perSecond, perSecond * 2);
    let sent = 0;
    for (; sent < waiting.length && budget >= 1; sent++, budget--) {
      const message = waiting[sent];
      if (!message) break;
      const passes = allowed(message.personId, slack.conversation, now) && allowed(message.workspaceId, slack.workspace, now);
      if (passes) late.push(now - message.dueAt);
      else {
        limited++;
        put(now + 2, message);
      }
    }
    waiting.splice(0, sent);
  }
  const minutes = Map.groupBy(messages, ({ dueAt }) => Math.floor(dueAt / 60));
  return { late, limited, mostInMinute: Math.max(...[...minutes.values()].map(({ length }) => length)) };
}

/** A day of 100,000 reps, at the rate that one copy has just been measured at. */
export const day: Part = async (options) => {
  const { one } = await measureDelivery(options, [1]);
  const messages = messagesOf(randomFrom(1));
  const rates = [one, one * 2] as const;
  return rates.map((rate, i) => {
    options.say(`a day of ${messages.length} messages at ${rate.toFixed(0)} a second`);
    const { late, limited, mostInMinute } = liveThrough(messages, rate);
    const p99 = quantile(late, 0.99);
    return {
      what: `a day, ${workspaces * repsEach} reps, ${messages.length} messages, at most ${mostInMinute} due in a minute; late, p50 and p99`,
      ours: `${quantile(late, 0.5).toFixed(0)} s, ${p99.toFixed(0)} s`,
      beside: `copies: ${i + 1}, ${rate.toFixed(0)} a second, limited ${limited}, at most ${quantile(late, 1).toFixed(0)} s`,
      ...(i === 0 ? { goal: `p99 < ${goalSeconds} s`, met: p99 < goalSeconds } : {}),
    };
  });
};
