import { z } from 'zod';
import { createBot } from '../../src/app/dispatch.ts';
import type { Feature } from '../../src/app/feature.ts';
import { features as ours } from '../../src/app/features.ts';
import { idsAt, type NewId } from '../../src/app/ids.ts';
import type { Role } from '../../src/app/people.ts';
import type { Services } from '../../src/app/services.ts';
import { startSweeps } from '../../src/app/sweep.ts';
import type { Args, Button, Form, Menu } from '../../src/chat/card.ts';
import type { Bot, Inbound, PlatformName, Profile, Reply } from '../../src/chat/platform.ts';
import { createIdentify, keepInstallation } from '../../src/features/people/index.ts';
import { RetryAfter } from '../../src/queue.ts';
import type { Enqueue, Scope, System } from '../../src/store/index.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { drawnReply } from './slack-drawn.ts';
import { openTestStore } from './store.ts';

/** Tuesday, ten in the morning in Seoul. */
export const tuesday = new Date('2026-11-24T01:00:00Z');
export const seoul = 'Asia/Seoul';

export interface JobRun {
  readonly name: string;
  /** Seconds until it is tried again, or why it failed. */
  readonly outcome: 'done' | { readonly again: number } | { readonly failed: unknown };
}

/** One person at their desk. Every answer is drawn for Slack and checked on the way. */
export interface Desk {
  readonly account: string;
  /** Words in the direct conversation with the bot. */
  say(text: string, delivery?: string): Promise<Reply>;
  slash(command: string, text?: string): Promise<Reply>;
  press(button: Button, message?: string): Promise<Reply>;
  choose(menu: Menu, value: string, message?: string): Promise<Reply>;
  /** Fields that are not named keep what the form proposes. */
  submit(form: Form, values?: Args): Promise<Reply>;
  suggest(source: string, typed: string): Promise<Reply>;
  home(): Promise<Reply>;
  /** Anything else that can arrive. */
  send(inbound: Partial<Inbound>): Promise<Reply>;
}

export interface Team {
  readonly team: string;
  readonly scope: Scope;
  /** A member of the chat workspace with a role, and their desk. */
  member(account: string, role: Role, profile?: Partial<Profile>): Promise<Desk>;
  /** Somebody the bot has not seen yet. */
  newcomer(account: string, profile?: Partial<Profile>): Desk;
  personId(account: string): Promise<string>;
}

export interface BotRig {
  readonly bot: Bot;
  readonly slack: FakePlatform;
  readonly teams: FakePlatform;
  readonly system: System;
  readonly services: Services;
  readonly newId: NewId;
  readonly now: () => Date;
  setNow(at: Date | string): void;
  pass(minutes: number): void;
  team(
    team: string,
    options?: {
      readonly installedBy?: string;
      readonly country?: string;
      readonly zone?: string;
      readonly platform?: PlatformName;
    },
  ): Promise<Team>;
  /** Looks for what is due, once. */
  sweep(): Promise<void>;
  /** Runs the jobs that wait, and those they lead to; one to be tried again, or that has to wait, waits for the next call. */
  runJobs(): Promise<readonly JobRun[]>;
  /** The jobs that wait, with the seconds they have to. */
  waitingJobs(): Promise<readonly { readonly name: string; readonly after: number }[]>;
  close(): Promise<void>;
}

const jobRow = z.object({ name: z.string(), data: z.unknown() });

/** The whole bot on a store of its own, with a clock that stands still; only the chat platform is played. */
export async function openBot(log?: Services['log'], others: readonly Feature[] = []): Promise<BotRig> {
  const features = [...ours, ...others];
  let at = tuesday;
  let delivery = 0;
  const clock = { now: () => at };
  const opened = await openTestStore(clock);
  // Jobs wait in a table, so that they commit with their transaction and a test says when they run.
  await opened.system.prisma.$executeRawUnsafe(
    'CREATE TABLE test_job (id bigserial PRIMARY KEY, name text NOT NULL, data jsonb NOT NULL, after int NOT NULL)',
  );
  const enqueue: Enqueue = async (tx, name, works) => {
    for (const { data, after = 0 } of works)
      await tx.$queryRawUnsafe(
        'INSERT INTO test_job (name, data, after) VALUES ($1, $2::jsonb, $3)',
        name,
        JSON.stringify(data),
        after,
      );
  };
  const system: System = { ...opened.store.system(enqueue), now: async () => at };
  const slack = fakePlatform();
  const teams = fakePlatform('teams');
  const platforms = { slack, teams };
  const newId = idsAt(clock.now);
  const services: Services = { system, clock, newId, log: log ?? opened.log, platform: (name) => platforms[name] };
  const identify = createIdentify(services);
  const bot = createBot(features, services, identify);
  const jobs = new Map(features.flatMap((feature) => feature.jobs?.(services) ?? []).map((job) => [job.name, job]));

  const desk = (platform: PlatformName, team: string, account: string): Desk => {
    const send = async (inbound: Partial<Inbound>) => {
      delivery += 1;
      const whole: Inbound = {
        platform,
        team,
        person: { id: account },
        place: { id: `D${account}`, kind: 'direct' },
        via: 'message',
        command: '',
        text: '',
        args: {},
        delivery: `delivery-${delivery}`,
        ...inbound,
      };
      const { reply, words } = await bot.handle(whole);
      drawnReply(reply, words);
      return reply;
    };
    const origin = (message: string) => ({ channel: `D${account}`, message });
    return {
      account,
      send,
      say: (text, again) => send({ text, ...(again === undefined ? {} : { delivery: again }) }),
      slash: (command, text = '') => send({ via: 'command', command, text }),
      press: ({ command, args = {} }, message = '50.1') => send({ via: 'button', command, args, origin: origin(message) }),
      choose: ({ command, name, args }, value, message = '50.1') =>
        send({ via: 'button', command, args: { ...args, [name]: value }, origin: origin(message) }),
      submit: ({ command, args, fields }, values = {}) => {
        const proposed = fields.flatMap((field) => {
          const value = field.kind === 'search' ? field.value?.value : field.value;
          return value === undefined ? [] : [[field.name, value] as const];
        });
        return send({ via: 'form', command, args: { ...args, ...Object.fromEntries(proposed), ...values } });
      },
      suggest: (source, typed) => send({ via: 'suggest', command: source, text: typed }),
      home: () => send({ via: 'home', place: { id: '', kind: 'none' } }),
    };
  };

  const profile = (platform: PlatformName, team: string, account: string, more: Partial<Profile> | undefined) => {
    const whole: Profile = { id: account, name: account, zone: seoul, locale: 'en-US', admin: false, kind: 'member', ...more };
    platforms[platform].profiles.set(`${team}:${account}`, whole);
  };

  return {
    bot,
    slack,
    teams,
    system,
    services,
    newId,
    now: clock.now,
    setNow: (to) => {
      at = new Date(to);
    },
    pass: (minutes) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
    async team(team, { installedBy, country, zone, platform = 'slack' } = {}) {
      const id = await keepInstallation(system, { platform, team, name: team, botUser: undefined, scopes: [] }, newId, at);
      await system.prisma.workspace.update({ where: { id }, data: { country: country ?? null, ...(zone ? { zone } : {}) } });
      if (installedBy) await system.prisma.installation.updateMany({ where: { team }, data: { installedBy } });
      const scope = system.scope(id);
      const personId = async (account: string) => (await scope.db.identity.findFirstOrThrow({ where: { account } })).personId;
      return {
        team,
        scope,
        personId,
        async member(account, role, more) {
          profile(platform, team, account, more);
          const own = desk(platform, team, account);
          await own.say('help');
          await scope.db.person.updateMany({ where: { id: await personId(account) }, data: { role } });
          identify.forget();
          return own;
        },
        newcomer(account, more) {
          profile(platform, team, account, more);
          return desk(platform, team, account);
        },
      };
    },
    async sweep() {
      const sweeper = startSweeps(features, services);
      await sweeper.stop();
    },
    async runJobs() {
      const runs: JobRun[] = [];
      await system.prisma.$executeRawUnsafe('UPDATE test_job SET after = 0');
      const again: { readonly name: string; readonly data: unknown }[] = [];
      for (;;) {
        const rows = await system.prisma.$queryRawUnsafe(
          'DELETE FROM test_job WHERE id = (SELECT min(id) FROM test_job WHERE after = 0) RETURNING name, data',
        );
        const [row] = z.array(jobRow).parse(rows);
        if (!row) break;
        const job = jobs.get(row.name);
        if (!job) throw new Error(`No job is called ${row.name}`);
        try {
          await job.run(z.parse(job.data, row.data), { last: false });
          runs.push({ name: row.name, outcome: 'done' });
        } catch (error) {
          again.push(row);
          runs.push({ name: row.name, outcome: error instanceof RetryAfter ? { again: error.seconds } : { failed: error } });
        }
      }
      for (const { name, data } of again) await enqueue(system.prisma, name, [{ data: Object(data) }]);
      return runs;
    },
    waitingJobs: () => system.prisma.$queryRawUnsafe('SELECT name, after FROM test_job ORDER BY id'),
    close: () => opened.close(),
  };
}
