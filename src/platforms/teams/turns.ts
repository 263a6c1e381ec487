import { type Bot, PlatformError } from '../../chat/platform.ts';
import type { Sighting } from '../../chat/sighting.ts';
import { within } from '../../chat/within.ts';
import type { Activity, TeamsAccount } from './activity.ts';
import { type Connector, type InvokeAnswer, installUrl, type TeamsMemory } from './calls.ts';
import { accountId, tenantOf } from './inbound.ts';
import { createListeners } from './listeners.ts';
import type { Voice } from './speak.ts';

export interface TeamsLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface Options {
  readonly bot: Bot;
  readonly voice: Voice;
  readonly connector: Connector;
  readonly memory: TeamsMemory;
  readonly log: TeamsLog;
  readonly app: { readonly id: string } | undefined;
  installed(team: string, by: string): Promise<void>;
}

export interface Turns {
  /** Takes one activity that is known to come from Teams; what is not an invoke is answered when it is dealt with or takes long. */
  take(activity: Activity): Promise<InvokeAnswer>;
  /** Until all that was begun has ended. */
  idle(): Promise<void>;
}

/** Teams waits fifteen seconds for an acknowledgement, and sends a message again that has none. */
const longestMs = 8_000;

const isPersonal = ({ conversation: { conversationType } }: Activity) =>
  conversationType === undefined || conversationType === 'personal';

function sightingOf(activity: Activity): Sighting | undefined {
  const team = tenantOf(activity);
  if (team === undefined || !activity.recipient) return undefined;
  const client = activity.entities?.find(({ type }) => type === 'clientInfo');
  const locale = client?.locale ?? activity.locale;
  return {
    team,
    person: accountId(activity.from),
    user: activity.from.id,
    place: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient.id,
    ...(isPersonal(activity) ? { conversation: activity.conversation.id } : {}),
    ...(Number.isNaN(Date.parse(activity.timestamp ?? '')) ? {} : { at: new Date(activity.timestamp ?? '') }),
    ...(client?.timezone === undefined ? {} : { zone: client.timezone }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** Whom and what an activity is about: keeps where people are, and hands on what is meant for the bot. */
export function createTurns({ bot, voice, connector, memory, log, app, installed }: Options): Turns {
  const running = new Set<Promise<unknown>>();
  const accounts = new Map<string, string>();

  const begin = <T>(work: Promise<T>): Promise<T> => {
    const settled = work.catch(() => {}).finally(() => running.delete(settled));
    running.add(settled);
    return work;
  };
  const failed = (err: unknown) => log.error({ err }, 'teams answer');

  /** A mention names a person by the bot's own id; the directory's is asked for, once. */
  const learn = async (activity: Activity, account: TeamsAccount): Promise<void> => {
    if (account.aadObjectId !== undefined || accounts.has(account.id)) return;
    try {
      const { account: known } = await connector.member(activity.serviceUrl, activity.conversation.id, account.id);
      if (accounts.size > 10_000) accounts.clear();
      if (known !== undefined) accounts.set(account.id, known);
    } catch (err) {
      if (!(err instanceof PlatformError)) throw err;
      log.warn({ err }, 'a mentioned person is not known');
    }
  };
  const accountOf = async (activity: Activity) => {
    const mentioned = (activity.entities ?? []).flatMap(({ type, mentioned }) =>
      type === 'mention' && mentioned ? [mentioned] : [],
    );
    for (const one of mentioned) if (one.id !== activity.recipient?.id) await learn(activity, one);
    return (user: TeamsAccount) => accounts.get(user.id) ?? accountId(user);
  };

  const background = (work: Promise<unknown>) => void begin(work).catch(failed);
  const listeners = createListeners({ bot, voice, installUrl: installUrl(app), accountOf, background });

  const isBot = (activity: Activity, { id }: TeamsAccount) => id === activity.recipient?.id;
  const wasAdded = (activity: Activity) =>
    activity.type === 'installationUpdate'
      ? activity.action?.startsWith('add') === true
      : (activity.membersAdded ?? []).some((one) => isBot(activity, one));
  const wasRemoved = (activity: Activity) =>
    activity.type === 'installationUpdate'
      ? activity.action?.startsWith('remove') === true
      : (activity.membersRemoved ?? []).some((one) => isBot(activity, one));

  const moved = async (activity: Activity, sighting: Sighting): Promise<void> => {
    if (wasRemoved(activity)) {
      if (isPersonal(activity)) await memory.remove(sighting);
      return;
    }
    if (!wasAdded(activity)) return;
    // Both kinds of news may come of one adding, in any order and more than once: the first to come is answered.
    if (isPersonal(activity) && (await memory.greet(sighting.team, sighting.person))) await listeners.event(activity);
  };
  /** Whoever is heard of has the bot: news of an adding that was missed is made up for. */
  const tenants = new Set<string>();
  const keepTenant = async ({ team, person }: Sighting, added: boolean) => {
    if (tenants.has(team) && !added) return;
    await installed(team, person);
    tenants.add(team);
  };

  const handled = async (activity: Activity): Promise<InvokeAnswer> => {
    const sighting = sightingOf(activity);
    if (!sighting) return { status: 400 };
    if (!wasRemoved(activity)) {
      await memory.see(sighting);
      await keepTenant(sighting, wasAdded(activity));
    }
    if (activity.type === 'invoke') return listeners.invoke(activity);
    const work = begin(
      activity.type === 'message'
        ? listeners.event(activity)
        : activity.type === 'installationUpdate' || activity.type === 'conversationUpdate'
          ? moved(activity, sighting)
          : Promise.resolve(),
    );
    // What takes longer goes on, and is said when it is there.
    await within(longestMs, work.catch(failed));
    return { status: 200 };
  };

  return {
    take: (activity) => begin(handled(activity)),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
