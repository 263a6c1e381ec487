import type { ControlTask } from '../control.ts';
import { importTask } from './import-task.ts';
import { storeTask } from './store-task.ts';
import type { DataOwner, OwnerTask } from './with-owner.ts';

const tasks: readonly { readonly name: string; readonly run: OwnerTask }[] = [importTask, storeTask];

/** What a running bot does for the command line. */
export const controlTasks = (owner: DataOwner): Readonly<Record<string, ControlTask>> =>
  Object.fromEntries(tasks.map(({ name, run }) => [name, run(owner)]));
