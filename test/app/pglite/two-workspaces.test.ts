import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app/features.ts';
import { collectCommands } from '../../../src/app/resolve.ts';
import type { Inbound } from '../../../src/chat/platform.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
let ours: Team;
let theirs: Team;
let admin: Desk;
/** Ids of the other workspace, as a forged button would carry them. */
let ids: Record<string, string>;
let before: Awaited<ReturnType<typeof state>>;

const secret = 'SECRETIVE';
/** As we type it: only what comes from the other workspace is in capitals. */
const typed = secret.toLowerCase();
const state = async () => ({
  ...(await everything(theirs)),
  imports: await theirs.scope.db.import.findMany(),
  coach: [
    await theirs.scope.db.phrase.findMany(),
    await theirs.scope.db.phraseTrial.findMany(),
    await theirs.scope.db.coachRule.findMany({ orderBy: { rule: 'asc' } }),
    await theirs.scope.db.coachCount.findMany({ orderBy: { rule: 'asc' } }),
    await theirs.scope.db.dispute.findMany(),
    await theirs.scope.db.ruleDecision.findMany(),
    await theirs.scope.db.workspace.findMany(),
  ],
});

/** A phrase of theirs, one that waits, and a rule that is disputed. */
async function seedCoach(personId: string): Promise<Record<string, string>> {
  const [phraseId, trialId, hash] = [rig.newId(), rig.newId(), 'A'.repeat(22)];
  const rule = `${secret}-rule`;
  await theirs.scope.transaction(async (tx) => {
    const { workspaceId } = tx;
    const phrase = { kind: 'literal' as const, text: `${secret} phrase`, category: 'rude', why: secret, instead: secret };
    await tx.db.phrase.create({ data: { workspaceId, id: phraseId, key: phrase.text, ...phrase, createdAt: rig.now() } });
    await tx.db.phraseTrial.create({ data: { workspaceId, id: trialId, personId, phrases: [phrase], createdAt: rig.now() } });
    await tx.db.coachRule.create({ data: { workspaceId, rule, hits: 20, since: rig.now() } });
    await tx.db.reviewed.create({ data: { workspaceId, personId, hash, at: rig.now() } });
  });
  return { phraseId, trialId, hash, rule };
}

beforeAll(async () => {
  rig = await openBot();
  ours = await rig.team('T0OURS');
  theirs = await rig.team('T0THEIRS');
  admin = await ours.member('U0OURADMIN', 'admin');
  const their = await theirs.member('U0THEIRREP', 'rep', { name: `${secret} Rep` });
  const customerId = await seedCustomer(rig, theirs, their.account, {
    name: `${secret} Customer`,
    phone: '010-7777-8888',
    email: 'secretive@example.com',
  });
  const touchId = await seedTouch(rig, theirs, their.account, { customerId, dueOn: '2026-11-24', about: `${secret} matter` });
  const purchase = await their.slash('sale', `${secret}, ${secret} product`);
  const entry = await their.slash('log', `${secret} no answer ${secret} note`);
  expect([purchase.kind, entry.kind]).toEqual(['say', 'say']);
  const personId = await theirs.personId(their.account);
  const importId = rig.newId();
  await theirs.scope.transaction((tx) =>
    tx.db.import.create({
      data: {
        workspaceId: tx.workspaceId,
        id: importId,
        personId,
        fileName: `${secret}.csv`,
        content: Buffer.from('customer,product\na,b\n'),
        createdAt: rig.now(),
      },
    }),
  );
  ids = {
    ...(await seedCoach(personId)),
    customerId,
    touchId,
    personId,
    importId,
    repId: personId,
    entryId: (await theirs.scope.db.entry.findFirstOrThrow()).id,
    purchaseId: (await theirs.scope.db.purchase.findFirstOrThrow()).id,
    list: new URLSearchParams({ team: 'true', span: 'week', repId: personId }).toString(),
  };
  before = await state();
});
afterAll(() => rig.close());

/** Everything else that some command might need. */
const rest = {
  outcome: 'reached',
  role: 'rep',
  choice: 'again',
  until: 'day',
  product: 'filter',
  name: 'Somebody',
  query: typed,
  draft: `I do not know, ${typed}.`,
  span: 'week',
  language: 'en',
  morningTime: '08:00',
  account: 'U0THEIRREP',
};

const commands = collectCommands(features).all;

describe.each(commands.map(({ name }) => name))('%s', (name) => {
  const tries: readonly [via: string, more: () => Partial<Inbound>][] = [
    ['all ids of the other', () => ({ via: 'button', args: { ...rest, ...ids } })],
    ...Object.keys({
      customerId: 0,
      touchId: 0,
      personId: 0,
      importId: 0,
      repId: 0,
      entryId: 0,
      purchaseId: 0,
      phraseId: 0,
      trialId: 0,
      rule: 0,
      hash: 0,
      list: 0,
    }).map((key): [string, () => Partial<Inbound>] => [
      `${key} of the other`,
      () => ({ via: 'form', args: { ...rest, [key]: ids[key] ?? '' } }),
    ]),
    ['their name, typed', () => ({ via: 'command', text: `${typed} reached` })],
    ['their number, typed', () => ({ via: 'suggest', text: '77778888' })],
    ['their mail, typed', () => ({ via: 'command', text: 'secretive@example.com' })],
    ['their rep, typed', () => ({ via: 'command', text: '@U0THEIRREP week' })],
  ];

  test.each(tries)('%s', async (_title, more) => {
    rig.pass(2);
    const said = await admin.send({ command: name, ...more() });
    expect(JSON.stringify(said)).not.toContain(secret);
    expect(JSON.stringify(said)).not.toContain('7777-8888');
    expect(await state()).toEqual(before);
  });
});

test('jobs of one workspace do not touch the other’s', async () => {
  await rig.runJobs();
  expect(await state()).toEqual({ ...before, people: (await state()).people });
  const told = rig.slack.sent.filter(({ to }) => to.team === 'T0OURS');
  expect(JSON.stringify(told)).not.toContain(secret);
});
