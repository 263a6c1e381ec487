import type { Feature } from '../../app/feature.ts';
import { peopleCommands } from './commands.ts';
import { lookJob, tellAdminsJob, welcomeJob } from './jobs.ts';

export { hashOfCode, readCode } from './code.ts';
export { codeMinutes, makeCode, mayTryCode, noteWrongCode } from './code-store.ts';
export {
  type Absence,
  addWorkdays,
  type Hearing,
  type HearMode,
  hearModes,
  isAway,
  nextMorning,
  nextWorkdayAt,
  whyOff,
  workdayFrom,
  worksOn,
} from './hearing.ts';
export { type HearingRow, hearingOf, weekdaysOf } from './hearing-row.ts';
export { findHearing, hearingColumns, replanTouches } from './hearing-store.ts';
export { createIdentify } from './identify.ts';
export { keepInstallation } from './install.ts';
export { findReach, findReaches, type Reach } from './reach-store.ts';
export { linkAccounts } from './seed-store.ts';
export { sightings } from './sighting-store.ts';
export { findAccount, findByAccount, findEmail, findMember, listAdmins, listMembers } from './store.ts';

/** Who is in the team, who leads it, and who is not served. */
export const people: Feature = {
  name: 'people',
  commands: peopleCommands,
  jobs: (services) => [welcomeJob(services), tellAdminsJob(services), lookJob(services)],
};
