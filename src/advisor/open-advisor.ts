import type { Clock } from '../app/clock.ts';
import type { Log } from '../log.ts';
import type { System } from '../store/index.ts';
import { type Advisor, createAdvisor } from './advisor.ts';
import { createAskModel, type ModelSettings } from './ask-model.ts';
import { createBudget } from './budget.ts';

interface Owner {
  readonly system: Pick<System, 'scope'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The advisor of a bot whose settings name a model. Nothing is loaded, and nothing asked, before the first question. */
export function openAdvisor(settings: ModelSettings & { readonly tokensPerDay: number }, { system, clock, log }: Owner): Advisor {
  return createAdvisor({ ask: createAskModel(settings), budget: createBudget(system, clock, settings.tokensPerDay), log });
}
