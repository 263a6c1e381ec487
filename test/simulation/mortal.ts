import type { Scope, System, Tx } from '../../src/store/index.ts';

/** The process was ended at this place: nothing that comes after it happens. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Where a process can end. `inside`: before a transaction commits. `after`: once it has. */
export const places = ['read', 'before', 'inside', 'after', 'send', 'sent', 'update'] as const;
export type Place = (typeof places)[number];

/** One process, from its start until it is killed. */
export interface Life {
  alive(): boolean;
  /** Where it ended. */
  endedAt(): Place | undefined;
  /** Ends at this step from now on, of all steps or of those at one kind of place. */
  killIn(steps: number, at?: Place): void;
  /** Throws where the process is no more. */
  step(place: Place): void;
  /** Work that nobody waits for. */
  busy: number;
}

export function beginLife(): Life {
  let left: number | undefined;
  let only: Place | undefined;
  let ended: Place | undefined;
  const die = () => {
    throw new Killed(`ended at ${ended}`);
  };
  return {
    busy: 0,
    alive: () => ended === undefined,
    endedAt: () => ended,
    killIn(steps, at) {
      left = steps;
      only = at;
    },
    step(place) {
      if (ended !== undefined) die();
      if (left === undefined || (only !== undefined && only !== place)) return;
      left -= 1;
      if (left > 0) return;
      ended = place;
      die();
    },
  };
}

function mortalScope(scope: Scope, life: Life): Scope {
  const tx = (one: Tx): Tx => ({
    workspaceId: one.workspaceId,
    get db() {
      life.step('read');
      return one.db;
    },
    rows: (text, ...values) => {
      life.step('inside');
      return one.rows(text, ...values);
    },
    execute: (text, ...values) => {
      life.step('inside');
      return one.execute(text, ...values);
    },
    enqueue: (job, data) => {
      life.step('inside');
      return one.enqueue(job, data);
    },
  });
  return {
    workspaceId: scope.workspaceId,
    get db() {
      life.step('read');
      return scope.db;
    },
    rows: (text, ...values) => {
      life.step('read');
      return scope.rows(text, ...values);
    },
    async transaction(work) {
      life.step('before');
      life.busy += 1;
      try {
        const done = await scope.transaction(async (one) => {
          const result = await work(tx(one));
          life.step('inside');
          return result;
        });
        life.step('after');
        return done;
      } finally {
        life.busy -= 1;
      }
    },
  };
}

/** The store as a process has it that can end between any two statements, or in the middle of a transaction. */
export function mortalSystem(system: System, life: Life, now: () => Date): System {
  return {
    unclearMs: system.unclearMs,
    get prisma() {
      life.step('read');
      return system.prisma;
    },
    scope: (workspaceId) => mortalScope(system.scope(workspaceId), life),
    async now() {
      life.step('read');
      return now();
    },
    async transaction(work) {
      life.step('before');
      const done = await system.transaction(async (tx) => {
        const result = await work({
          $queryRaw: ((...args: Parameters<typeof tx.$queryRaw>) => {
            life.step('inside');
            return tx.$queryRaw(...args);
          }) as typeof tx.$queryRaw,
          $executeRaw: ((...args: Parameters<typeof tx.$executeRaw>) => {
            life.step('inside');
            return tx.$executeRaw(...args);
          }) as typeof tx.$executeRaw,
          enqueue: (job, data) => {
            life.step('inside');
            return tx.enqueue(job, data);
          },
          enqueueAll: (job, works) => {
            life.step('inside');
            return tx.enqueueAll(job, works);
          },
        });
        life.step('inside');
        return result;
      });
      life.step('after');
      return done;
    },
  };
}
