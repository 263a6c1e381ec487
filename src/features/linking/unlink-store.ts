import type { Tx } from '../../store/index.ts';
import type { Account } from './store.ts';

/**
 * Takes one of several accounts off a person. It is somebody of its own then, who has nothing and asks to be let in; all that was
 * shared stays. The two are not proposed to be one again. False where it is not theirs, or their only one.
 */
export async function unlinkAccount(
  tx: Tx,
  personId: string,
  account: Account,
  newId: () => string,
  now: Date,
): Promise<boolean> {
  const person = await tx.db.person.findFirst({ where: { id: personId }, include: { identities: true } });
  const { platform, team } = account;
  const own = person?.identities.find((one) => one.platform === platform && one.team === team && one.account === account.account);
  if (!person || !own || person.identities.length < 2) return false;
  const { workspaceId } = tx;
  const id = newId();
  const { name, zone, language } = person;
  await tx.db.person.create({ data: { workspaceId, id, name, zone, language, createdAt: now } });
  const { count } = await tx.db.identity.updateMany({ where: { ...account, personId }, data: { personId: id, usedAt: null } });
  if (count === 0) return false;
  if (person.reachOn === platform) await tx.db.person.updateMany({ where: { id: personId }, data: { reachOn: null } });
  await tx.db.accountChange.create({
    data: { workspaceId, id: newId(), personId, kind: 'unlinked', platform, team, account: account.account, name, at: now },
  });
  await tx.db.handshake.create({
    data: {
      ...{ workspaceId, id: newId(), kind: 'link', state: 'refused', pair: [id, personId].sort().join(':') },
      ...{ personId: id, otherId: personId, createdAt: now, expiresAt: now, decidedById: personId, decidedAt: now },
    },
  });
  return true;
}
