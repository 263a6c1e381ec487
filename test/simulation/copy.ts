import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { createBot } from '../../src/app/dispatch.ts';
import { changeCommand, type Feature } from '../../src/app/feature.ts';
import { features as ours } from '../../src/app/features.ts';
import type { NewId } from '../../src/app/ids.ts';
import type { Services } from '../../src/app/services.ts';
import type { Args } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/platform.ts';
import { createIdentify } from '../../src/features/people/index.ts';
import type { Job } from '../../src/queue.ts';
import type { System } from '../../src/store/index.ts';
import type { Chat } from './chat.ts';
import type { Clocks } from './clocks.ts';
import { beginLife, Killed, type Life, mortalSystem } from './mortal.ts';

/** Says that a complaint was opened or solved, as the feature that keeps complaints does. */
const complaining: Feature = {
  name: 'complaining',
  commands: (['opened', 'solved'] as const).map((what) =>
    changeCommand({
      name: `complaining.${what}`,
      who: 'rep',
      input: z.object({ customerId: z.uuid(), complaintId: z.string() }),
      async run(context, input) {
        await context.raise({ kind: `complaint.${what}`, ...input });
        return { kind: 'nothing' };
      },
    }),
  ),
};
const features = [...ours, complaining];

export interface Surroundings {
  readonly system: System;
  readonly clocks: Clocks;
  readonly chat: Chat;
  readonly newId: NewId;
  readonly team: string;
  /** What must not happen: an error that no fault explains. */
  wrong(what: string): void;
}

/** The whole bot in one process, on a store that outlives it. */
export interface Copy {
  readonly life: Life;
  /** All that it can do outside a request. */
  readonly jobs: readonly Job[];
  /** Every feature looks once for what is due. */
  look(): Promise<void>;
  run(job: string, data: unknown): Promise<void>;
  /** A person presses a button. */
  press(account: string, command: string, args: Args): Promise<Reply | undefined>;
}

const isKilled = (error: unknown): boolean => error instanceof Killed || (error instanceof Error && isKilled(error.cause));

let deliveries = 0;

export function startCopy({ system, clocks, chat, newId, team, wrong }: Surroundings): Copy {
  const life = beginLife();
  const platform = chat.platformFor(life);
  const failed = (where: unknown, what?: unknown) => {
    const { err, ...rest } = Object(where);
    if (!isKilled(err)) wrong(`${what ?? ''} ${JSON.stringify(rest)}: ${err instanceof Error ? err.stack : err}`);
  };
  const services: Services = {
    system: mortalSystem(system, life, clocks.now),
    clock: { now: clocks.told },
    newId,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: failed },
    platform: () => platform,
  };
  const identify = createIdentify(services);
  const bot = createBot(features, services, identify);
  const sweeps = features.flatMap(({ name, sweep }) => (sweep ? [{ name, sweep: sweep(services) }] : []));
  const jobs = new Map(features.flatMap((feature) => feature.jobs?.(services) ?? []).map((job) => [job.name, job]));
  return {
    life,
    jobs: [...jobs.values()],
    async look() {
      for (const { name, sweep } of sweeps) {
        if (!life.alive()) return;
        await sweep(clocks.told()).catch((err: unknown) => failed({ err, feature: name }, 'sweep failed'));
      }
    },
    async run(name, data) {
      const job = jobs.get(name);
      if (!job) throw new Error(`No job is called ${name}`);
      await job.run(z.parse(job.data, data), { last: false });
    },
    async press(account, command, args) {
      identify.forget();
      deliveries += 1;
      const person = { id: account };
      const place = { id: `D${account}`, kind: 'direct' } as const;
      const inbound = { platform: 'slack', team, person, place, via: 'button', command, text: '', args } as const;
      const { reply } = await bot.handle({ ...inbound, delivery: `press-${deliveries}` });
      // Whoever speaks has their profile read again, and nobody waits for it.
      do await setImmediate();
      while (life.busy > 0);
      return life.alive() ? reply : undefined;
    },
  };
}
