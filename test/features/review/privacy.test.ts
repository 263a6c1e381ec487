import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineText } from '../../../src/chat/plain-text.ts';
import { PlatformError, type Reply } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, formOf } from '../../support/answers.ts';
import { type BotRig, openBot } from '../../support/bot.ts';

/** Everything that was logged, with whatever an error carries. */
const logged: string[] = [];
const keep = (...parts: readonly unknown[]) => {
  logged.push(inspect(parts, { depth: 12, maxStringLength: null }));
};

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot({ debug: keep, info: keep, warn: keep, error: keep });
});
afterAll(() => rig.close());

const marker = 'ZEBRAQUILL';
const draft = `I don’t know, ${marker}. That is not my department, ${marker}.`;
const complaint = `My ${marker} leaks.`;

/** Every value of every table, jobs included, as text. */
async function wholeDatabase(): Promise<string> {
  const tables: { name: string }[] = await rig.system.prisma.$queryRawUnsafe(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const texts = [];
  for (const { name } of tables) {
    const rows: { text: string | null }[] = await rig.system.prisma.$queryRawUnsafe(`SELECT t::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text ?? ''));
  }
  return texts.join('\n');
}

const pressed = (reply: Reply, command: string, account: string) => {
  const button = buttonOf(reply, command);
  const quotes = cardOf(reply).elements.flatMap((one) => (one.kind === 'quote' ? [lineText(one.text)] : []));
  return { via: 'button' as const, command, args: button.args ?? {}, quotes, origin: { channel: `D${account}`, message: '9.1' } };
};

test('a reply is in no table and in no log, whichever way it came and whatever was done with it', async () => {
  const team = await rig.team('T0PRIVATE');
  const rep = await team.member('U0PRIVATE', 'rep');
  const said = [
    await rep.say(`review customer: ${complaint}\nreply: ${draft}`, 'again'),
    await rep.say(`review customer: ${complaint}\nreply: ${draft}`, 'again'),
    await rep.slash('review', draft),
    await rep.slash('aftercare', `review ${draft}`),
    await rep.submit(formOf(await rep.slash('review')), { draft, complaint }),
    await rep.submit(formOf(await rep.slash('review')), { draft: `${draft} `.repeat(2000), complaint }),
    await rep.send({ via: 'shortcut', command: 'review.message', message: { text: draft } }),
    await rep.send({ via: 'shortcut', command: 'review.answer', message: { text: complaint } }),
  ];
  const [first] = said;
  if (!first) throw new Error('nothing was said');
  for (const command of ['review.edit', 'review.use', 'review.dispute'])
    said.push(await rep.send(pressed(first, command, rep.account)));
  // A message that Slack delivers again is not answered again; everything else showed the reply to its writer.
  expect(said.map(({ kind }) => kind)).toEqual([
    'say',
    'nothing',
    'say',
    'say',
    'say',
    'errors',
    'say',
    'form',
    'form',
    'say',
    'say',
  ]);

  rig.slack.files.set('FZ', Buffer.from(draft));
  await rep.send({ text: 'review', files: [{ id: 'FZ', name: 'reply.txt', url: 'https://files.example/FZ', size: 90 }] });
  expect(await wholeDatabase()).not.toContain(marker);
  await rig.runJobs();
  expect(rig.slack.sent.at(-1)?.card.text).toMatch(/^Not yet/);

  // Something that fails is logged, without what it failed on.
  rig.slack.files.set('FZ', new PlatformError('gone', 'file_deleted'));
  await rep.send({
    text: `review ${draft}`,
    files: [{ id: 'FZ', name: 'reply.txt', url: 'https://files.example/FZ', size: 90 }],
  });
  await rig.runJobs();
  await rep.send({ via: 'button', command: 'review.dispute', args: { rule: '', hash: '' }, quotes: [draft], text: draft });
  const database = await wholeDatabase();
  expect(database).toContain(await team.personId(rep.account));
  expect(database).not.toContain(marker);
  expect(logged.length).toBeGreaterThan(1);
  expect(logged.join('\n')).not.toContain(marker);
});

test('of a reply only its hash is kept, and counts that name nobody', async () => {
  const team = await rig.team('T0COUNTED');
  const rep = await team.member('U0COUNTED', 'rep');
  await rep.say(`review ${draft}`);
  await rep.say(`review ${draft}`);
  expect(await team.scope.db.reviewed.findMany()).toEqual([
    { workspaceId: team.scope.workspaceId, personId: await team.personId(rep.account), hash: expect.any(String), at: rig.now() },
  ]);
  const counts = await team.scope.db.coachCount.findMany({ orderBy: { rule: 'asc' } });
  expect(counts.map(({ rule, category, hits }) => [rule, category, hits])).toEqual([
    ['en-dont-know', 'refusal', 1],
    ['en-not-our-job', 'deflect', 1],
  ]);
  expect(Object.keys(counts[0] ?? {}).sort()).toEqual(['category', 'hits', 'on', 'rule', 'workspaceId']);
});
