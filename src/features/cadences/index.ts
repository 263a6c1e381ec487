import type { Feature } from '../../app/feature.ts';
import { cadenceCommands } from './commands.ts';
import { readCadencesJob } from './jobs.ts';
import { onEvent } from './on-event.ts';
import { startElements } from './start-command.ts';
import { planSweep } from './sweep.ts';

export type { Cadence } from './cadence.ts';
export { type Bought, type Buyer, type Planned, touchesAfter } from './plan-touches.ts';
export { listCadences, planSoon } from './store.ts';

/** What plans a touch: cadences as data, built in and the team's own (playbook: P1, P3-P5, P11, P21). */
export const cadences: Feature = {
  name: 'cadences',
  commands: cadenceCommands,
  jobs: (services) => [readCadencesJob(services)],
  sweep: planSweep,
  on: onEvent,
  customerSection: startElements,
};
