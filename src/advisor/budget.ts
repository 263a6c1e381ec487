import type { Clock } from '../app/clock.ts';
import type { System } from '../store/index.ts';
import { reserveTokens, settleTokens } from './store.ts';

/** Keeps a workspace's questions within its tokens of a day (UTC). */
export interface Budget {
  /** Sets tokens aside; gives what to call with the number really used, or undefined where too few are left. */
  reserve(workspaceId: string, tokens: number): Promise<((used: number) => Promise<void>) | undefined>;
}

export function createBudget(system: Pick<System, 'scope'>, clock: Clock, tokensPerDay: number): Budget {
  return {
    async reserve(workspaceId, tokens) {
      const scope = system.scope(workspaceId);
      const on = clock.now().toISOString().slice(0, 10);
      if (!(await reserveTokens(scope, on, tokens, tokensPerDay))) return undefined;
      return (used) => settleTokens(scope, on, tokens, used);
    },
  };
}
