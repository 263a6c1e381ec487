import type { NewId } from '../../src/app/ids.ts';
import { builtInCadences } from '../../src/features/cadences/built-in.ts';
import { saveCadence } from '../../src/features/cadences/store.ts';
import { createCustomer } from '../../src/features/customers/index.ts';
import { keepInstallation } from '../../src/features/people/index.ts';
import type { Scope, System } from '../../src/store/index.ts';
import type { Chat } from './chat.ts';
import type { Clocks } from './clocks.ts';
import type { Copy } from './copy.ts';
import type { Dice } from './dice.ts';

export const team = 'T0YEARS';
/** The workspace's own. */
export const country = 'KR';

interface Somebody {
  readonly account: string;
  readonly name: string;
  readonly role: 'rep' | 'manager' | 'admin';
  readonly zone: string;
  readonly country?: string;
  readonly hears: 'both' | 'list' | 'nudges' | 'digest';
  readonly quiet?: readonly [string, string];
  readonly workDays?: readonly number[];
  readonly workFrom?: string;
  readonly workTo?: string;
}

const somebody: readonly Somebody[] = [
  { account: 'U0ADA', name: 'Ada', role: 'admin', zone: 'Asia/Seoul', hears: 'list' },
  { account: 'U0MIN', name: 'Min', role: 'manager', zone: 'Asia/Seoul', hears: 'both' },
  { account: 'U0HAN', name: 'Han', role: 'rep', zone: 'Asia/Seoul', hears: 'both', quiet: ['20:00', '08:00'] },
  { account: 'U0EMI', name: 'Emily', role: 'rep', zone: 'America/New_York', country: 'US', hears: 'nudges' },
  { account: 'U0WEI', name: 'Wei', role: 'rep', zone: 'Asia/Shanghai', country: 'CN', hears: 'digest' },
  { account: 'U0LEA', name: 'Lea', role: 'rep', zone: 'Europe/Berlin', country: 'DE', hears: 'both', quiet: ['19:00', '07:30'] },
  {
    account: 'U0JON',
    name: 'Jon',
    role: 'rep',
    zone: 'Europe/London',
    country: 'GB',
    hears: 'nudges',
    workFrom: '10:00',
    workTo: '16:30',
  },
  { account: 'U0SUE', name: 'Sue', role: 'rep', zone: 'Australia/Sydney', country: 'AU', hears: 'list' },
  {
    account: 'U0TOM',
    name: 'Tom',
    role: 'rep',
    zone: 'America/Los_Angeles',
    country: 'US',
    hears: 'both',
    workDays: [2, 3, 4, 5, 6],
  },
  { account: 'U0KIM', name: 'Kim', role: 'rep', zone: 'Asia/Seoul', hears: 'nudges', workFrom: '13:00', workTo: '22:00' },
];

/** Where somebody may move to; half of them change their clocks twice a year. */
export const zones = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Pacific/Chatham'];

export interface Person {
  readonly id: string;
  readonly account: string;
  readonly role: Somebody['role'];
}

export interface World {
  readonly scope: Scope;
  readonly people: readonly Person[];
  readonly customers: readonly string[];
  /** Those who may be called at certain hours or on certain days only. */
  readonly restricted: ReadonlySet<string>;
}

export interface Size {
  readonly people: number;
  readonly customers: number;
}

const names = ['Anna', 'Ben', 'Cho', 'Dora', 'Eun', 'Fred', 'Guo', 'Hyun', 'Ines', 'Jae', 'Kurt', 'Lin'];
const products = ['kettle', 'washer', 'car', 'boiler', 'piano'];
export const productFor = (dice: Dice) => dice.of(products);

async function addPeople(system: System, chat: Chat, copy: Copy, scope: Scope, count: number): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const { account, name, role, zone, hears, quiet, workDays, ...own } of somebody.slice(0, count)) {
    const admin = role === 'admin';
    chat.profiles.set(account, { id: account, name, zone, locale: 'en-US', admin, kind: 'member' });
    await copy.press(account, 'help', {});
    const { personId: id } = await scope.db.identity.findFirstOrThrow({ where: { account } });
    await system.prisma.person.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
      data: { ...own, hears, quietFrom: quiet?.[0] ?? null, quietTo: quiet?.[1] ?? null, workDays: [...(workDays ?? [])] },
    });
    people.push({ id, account, role });
  }
  const ada = people[0]?.account ?? '';
  for (const { account, role } of people) if (role !== 'admin') await copy.press(ada, 'people', { account, role });
  return people;
}

/** A team in several zones and countries, its customers, and every cadence that comes with the bot. */
export async function buildWorld(
  { system, chat, clocks, newId, dice }: { system: System; chat: Chat; clocks: Clocks; newId: NewId; dice: Dice },
  copy: Copy,
  size: Size,
): Promise<World> {
  const now = clocks.now();
  const facts = { platform: 'slack' as const, team, name: team, botUser: undefined, scopes: [], installedBy: 'U0ADA' };
  const id = await keepInstallation(system, facts, newId, now);
  await system.prisma.workspace.update({ where: { id }, data: { country, zone: 'Asia/Seoul' } });
  const scope = system.scope(id);
  const people = await addPeople(system, chat, copy, scope, size.people);
  const customers: string[] = [];
  await scope.transaction(async (tx) => {
    for (const { builtIn: _, ...cadence } of builtInCadences)
      await saveCadence(tx, { ...cadence, on: true, removed: false }, false, now);
    for (let n = 0; n < size.customers; n += 1) {
      const customerId = newId();
      const owner = dice.of(people.filter(({ role }) => role === 'rep')).id;
      const name = `${names[n % names.length]} No${n}`;
      const born = `19${60 + dice.below(40)}-0${1 + dice.below(9)}-${10 + dice.below(19)}`;
      const fields = {
        name,
        country: dice.of(['KR', 'CN', 'US', 'DE']),
        birthday: born,
        tier: dice.of(['A', 'B', 'C', undefined] as const),
      };
      await createCustomer(
        tx,
        customerId,
        { ...fields, ...(dice.once(0.2) ? { birthdayBy: 'lunar' as const } : {}) },
        owner,
        now,
      );
      customers.push(customerId);
    }
  });
  // Some say when they may be called; of some the trade is known; with one the two sides' hours never meet.
  const restricted = new Set<string>();
  for (const [n, customerId] of customers.entries()) {
    const hours = { contactFrom: '10:00', contactTo: '17:00', contactDays: n % 2 === 0 ? [2, 4] : [] };
    const data =
      n % 5 === 0
        ? hours
        : n % 5 === 1
          ? { trade: 'restaurant' }
          : n === 7
            ? { contactFrom: '02:00', contactTo: '03:00' }
            : undefined;
    if (!data) continue;
    restricted.add(customerId);
    await system.prisma.customer.update({ where: { workspaceId_id: { workspaceId: id, id: customerId } }, data });
  }
  return { scope, people, customers, restricted };
}
