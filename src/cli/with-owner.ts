import { systemClock } from '../app/clock.ts';
import type { Services } from '../app/services.ts';
import type { Settings } from '../config.ts';
import { type ControlTask, callControl } from '../control.ts';
import { openLog } from '../log.ts';
import { openCore } from '../open-core.ts';

/** What a command needs of whoever owns the data. */
export type DataOwner = Pick<Services, 'system' | 'clock' | 'newId'>;
export type OwnerTask = (owner: DataOwner) => ControlTask;

/**
 * Has the owner of the data do a task: on an embedded database the running bot, for two processes would destroy it.
 * Where none runs, and on a database server, it is done here.
 */
export async function withOwner(
  settings: Settings,
  task: { readonly name: string; readonly run: OwnerTask },
  ask: object,
  hear: (message: unknown) => void,
): Promise<void> {
  if (settings.databaseUrl === undefined && (await callControl(settings.dataFolder, task.name, ask, hear))) return;
  const core = await openCore(settings, openLog('error'));
  try {
    await task.run({ system: core.system, newId: core.newId, clock: systemClock })(ask, hear);
  } finally {
    await core.queue.stop();
    await core.store.close();
  }
}
