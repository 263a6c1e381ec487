import { dropServed } from '../store/index.ts';
import type { Feature } from './feature.ts';
import type { Services } from './services.ts';

/** Due is data: what a copy misses while it is down, it or another finds at its next look. */
const everyMs = 5_000;
const upkeepMs = 3_600_000;

export interface Sweeper {
  /** Looks now, once the running look has ended. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Lets every feature look for what is due, every few seconds. */
export function startSweeps(features: readonly Feature[], services: Services): Sweeper {
  const sweeps = features.flatMap((feature) => {
    const sweep = feature.sweep?.(services);
    return sweep ? [{ name: feature.name, sweep }] : [];
  });
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = Promise.resolve();

  let upkeepAt = 0;
  const upkeep = async (now: Date) => {
    if (now.getTime() - upkeepAt < upkeepMs) return;
    upkeepAt = now.getTime();
    const dropped = await dropServed(services.system, now);
    if (dropped > 0) services.log.info({ dropped }, 'upkeep');
  };

  const look = async () => {
    for (const { name, sweep } of [...sweeps, { name: 'upkeep', sweep: (now: Date) => upkeep(now).then(() => 0) }]) {
      try {
        const claimed = await sweep(services.clock.now());
        if (claimed > 0) services.log.info({ feature: name, claimed }, 'due');
      } catch (err) {
        services.log.error({ err, feature: name }, 'sweep failed; looking again soon');
      }
    }
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = running.then(look);
      running.finally(next);
    }, everyMs);
  };
  running = running.then(look);
  running.finally(next);
  return {
    sweep() {
      running = running.then(look);
      return running;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
