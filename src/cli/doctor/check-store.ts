import type { Settings } from '../../config.ts';
import { storeFacts, storeTask } from '../store-task.ts';
import { withOwner } from '../with-owner.ts';
import type { Finding } from './finding.ts';

/** The database answers, its tables are up to date, and no job lies there that failed for good. */
export async function checkStore(settings: Settings): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  await withOwner(settings, storeTask, {}, (heard) => {
    const { migrations, dead, undelivered, unreachable, repeated } = storeFacts.parse(heard);
    findings.push({ ok: true, text: `Database: reached, its tables are up to date (migrations: ${migrations}).` });
    findings.push(
      dead === 0
        ? { ok: true, text: 'Jobs: none has failed for good.' }
        : {
            ok: false,
            text: `Jobs: ${dead} failed for good. The log says why (look for “job failed”); what they were to do has not been done. An admin tries them again with /aftercare undelivered.`,
          },
    );
    findings.push(
      undelivered === 0
        ? { ok: true, text: 'Reminders: all of this week reached their person, or are on their way.' }
        : {
            ok: false,
            text: `Reminders: ${undelivered} of this week did not reach their person. An admin sees why, and tries again, with /aftercare undelivered.`,
          },
    );
    if (unreachable > 0)
      findings.push({
        ok: false,
        text: `Teams: ${unreachable} in the team cannot be reached until they write to the bot or add it again. /aftercare undelivered names them.`,
      });
    if (repeated > 0)
      findings.push({
        ok: true,
        text: `Teams: ${repeated} reminders of this week may have come twice, and say so: Teams did not tell whether the first arrived.`,
      });
  });
  return findings;
}
