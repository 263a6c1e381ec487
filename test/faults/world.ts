/** Few enough in each for Slack's limits not to spread what is due over minutes. */
const peoplePerWorkspace = 50;

export const workspaces = (people: number) => Math.ceil(people / peoplePerWorkspace);
export const team = (workspace: number) => `T0FAULT${workspace}`;
export const accountOf = (person: number) => `U0FAULT${person}`;
const workspaceId = (n: string) => `('00000000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const id = (kind: number, n: string) => `('00000000-0000-700${kind}-9000-' || lpad((${n})::text, 12, '0'))::uuid`;
const home = (person: string) => workspaceId(`(${person}) / ${peoplePerWorkspace}`);

/** So many people in workspaces of their own, each with a follow-up whose moment comes in so many seconds. */
export function worldOf(people: number, inSeconds: number): readonly string[] {
  const everybody = `generate_series(0, ${people - 1}) AS n`;
  const moment = `now() + interval '${inSeconds} s'`;
  return [
    `INSERT INTO "Workspace" ("id", "name", "createdAt") SELECT ${workspaceId('n')}, 'Faults ' || n, now() FROM generate_series(0, ${workspaces(people) - 1}) AS n`,
    `INSERT INTO "Installation" ("platform", "team", "workspaceId", "name", "scopes", "installedAt")
     SELECT 'slack', '${team(0).slice(0, -1)}' || n, ${workspaceId('n')}, 'Faults ' || n, '{}', now() FROM generate_series(0, ${workspaces(people) - 1}) AS n`,
    `INSERT INTO "Person" ("workspaceId", "id", "name", "role", "zone", "language", "hears", "workFrom", "workTo", "workDays", "welcomedAt", "profileAt", "createdAt")
     SELECT ${home('n')}, ${id(1, 'n')}, 'Rep ' || n, 'rep', 'UTC', (ARRAY['en', 'zh', 'ko'])[n % 3 + 1]::"Language", 'nudges', '00:00', '23:59', '{1,2,3,4,5,6,7}', now(), now(), now()
     FROM ${everybody}`,
    `INSERT INTO "Identity" ("platform", "team", "account", "workspaceId", "personId")
     SELECT 'slack', '${team(0).slice(0, -1)}' || n / ${peoplePerWorkspace}, '${accountOf(0).slice(0, -1)}' || n, ${home('n')}, ${id(1, 'n')} FROM ${everybody}`,
    `INSERT INTO "Customer" ("workspaceId", "id", "identityKey", "name", "ownerId", "searchText", "searchKeys", "createdAt", "updatedAt")
     SELECT ${home('n')}, ${id(2, 'n')}, 'faults:' || n, 'Customer ' || n, ${id(1, 'n')}, 'customer ' || n, '{}', now(), now() FROM ${everybody}`,
    `INSERT INTO "Touch" ("workspaceId", "id", "customerId", "repId", "kind", "step", "dueOn", "dueAt", "nextNudgeAt", "replan", "nextStage", "nextHow", "createdAt")
     SELECT ${home('n')}, ${id(3, 'n')}, ${id(2, 'n')}, ${id(1, 'n')}, 'call', 'day2', current_date, now(), ${moment}, false, 'due', 'nudge', now() FROM ${everybody}`,
    'ANALYZE',
  ];
}
