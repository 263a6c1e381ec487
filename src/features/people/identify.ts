import type { Identified, Identify } from '../../app/dispatch.ts';
import type { Services } from '../../app/services.ts';
import type { Inbound, Profile } from '../../chat/platform.ts';
import { type LanguageCode, languages } from '../../languages/index.ts';
import { noteUsed } from './reach-store.ts';
import { type Account, addPerson, type Found, findAccount, hasAdmin, refreshPerson, setRole } from './store.ts';

type Who = Pick<Inbound, 'platform' | 'team' | 'person'>;

/** How long a copy may act on what it remembers of a person: other copies may have changed their role. */
const rememberMs = 5_000;
/** The platform's profile (zone, name, language) is read again after this long. */
const profileMs = 6 * 3_600_000;
/** Where somebody with several accounts spoke last is noted to this. */
const usedMs = 60_000;

const accountOf = ({ platform, team, person }: Who): Account => ({ platform, team, account: person.id });
const keyOf = (who: Who) => `${who.platform}:${who.team}:${who.person.id}`;

/**
 * Tells who is speaking. Full members of the chat workspace are kept on first sight; whoever installed the bot, or the
 * first administrator of the chat workspace to come, is the first admin. Guests and strangers are refused.
 */
export function createIdentify(services: Services): Identify {
  const { system, clock, log } = services;
  const memory = new Map<string, { readonly who: Identified; readonly at: number }>();
  const spoken = new Map<string, LanguageCode>();

  const meet = async (found: Found, account: Account, profile: Profile) => {
    const scope = system.scope(found.workspace.id);
    const now = clock.now();
    return scope.transaction(async (tx) => {
      const newcomer = services.newId();
      const id = await addPerson(
        tx,
        account,
        { id: newcomer, name: profile.name, role: undefined },
        profile,
        found.workspace,
        now,
      );
      await refreshPerson(tx, id, profile, now);
      const installer = found.installedBy === account.account;
      const first = (installer && id === newcomer) || ((installer || profile.admin) && !(await hasAdmin(tx)));
      if (first) await setRole(tx, id, 'admin', now);
      if (first) await tx.enqueue('people.welcome', { workspaceId: found.workspace.id, personId: id });
    });
  };

  const profileOf = (account: Account) =>
    services.platform(account.platform).lookup('person', { team: account.team, person: account.account });

  const refresh = async (workspaceId: string, personId: string, account: Account) => {
    const profile = await profileOf(account);
    await system.scope(workspaceId).transaction((tx) => refreshPerson(tx, personId, profile, clock.now()));
    memory.clear();
  };

  const look = async (inbound: Who): Promise<Identified> => {
    if (inbound.person.team !== undefined && inbound.person.team !== inbound.team) return { refused: 'stranger' };
    const account = accountOf(inbound);
    let found = await findAccount(system, account);
    if (!found) return { refused: 'not-installed' };
    const led = found.person?.role !== undefined || (await hasAdmin(system.scope(found.workspace.id)));
    if (!found.person || !led) {
      const profile = await profileOf(account);
      if (profile.kind === 'stranger') return { refused: 'stranger' };
      if (profile.kind !== 'member') return { refused: 'guest' };
      await meet(found, account, profile);
      found = await findAccount(system, account);
    } else if (!found.person.profileAt || clock.now().getTime() - found.person.profileAt.getTime() > profileMs) {
      refresh(found.workspace.id, found.person.id, account).catch((err: unknown) => log.warn({ err }, 'profile not refreshed'));
    }
    if (!found?.person) return { refused: 'guest' };
    const { several, usedAt } = found.person;
    if (several && (!usedAt || clock.now().getTime() - usedAt.getTime() > usedMs)) await noteUsed(system, account, clock.now());
    return { workspace: found.workspace, person: found.person, scope: system.scope(found.workspace.id) };
  };

  const identify = async (inbound: Inbound): Promise<Identified> => {
    const key = keyOf(inbound);
    const at = performance.now();
    const kept = memory.get(key);
    if (kept && at - kept.at < rememberMs) return kept.who;
    const who = await look(inbound);
    if (memory.size > 10_000) memory.clear();
    if (!('refused' in who)) {
      memory.set(key, { who, at });
      spoken.set(key, who.person.language);
    }
    return who;
  };

  return Object.assign(identify, {
    languageOf: (who: Who) => languages[spoken.get(keyOf(who)) ?? 'en'],
    forget: () => memory.clear(),
  });
}
