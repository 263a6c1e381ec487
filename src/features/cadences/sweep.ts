import type { Sweep } from '../../app/feature.ts';
import type { Services } from '../../app/services.ts';
import { dateIn, nextAt } from '../../calendar/index.ts';
import { planCadences } from './plan-workspace.ts';
import { listCadences, takeFresh } from './store.ts';
import { claimWorkspace, dueWorkspaces, putOff } from './sweep-store.ts';

/** When a workspace's cadences are looked through, by its own clock: before anybody's morning list. */
const lookAt = '03:30';
const againMs = 10 * 60_000;

/** Looks through the cadences of workspaces whose time has come: once a day, and soon after a change. */
export function planSweep({ system, log }: Services): Sweep {
  return async (now) => {
    let planned = 0;
    for (const { id, zone, country, nextPlanAt } of await dueWorkspaces(system, now)) {
      try {
        planned += await system.scope(id).transaction(async (tx) => {
          if (!(await claimWorkspace(tx, nextPlanAt, nextAt(zone, lookAt, now)))) return 0;
          const day = { today: dateIn(zone, now), country, zone, now };
          return planCadences(tx, await listCadences(tx), await takeFresh(tx), day);
        });
      } catch (err) {
        // One workspace in trouble does not hold up the others.
        log.error({ err, workspaceId: id }, 'cadences were not planned; looking again later');
        await putOff(system, id, nextPlanAt, new Date(now.getTime() + againMs));
      }
    }
    return planned;
  };
}
