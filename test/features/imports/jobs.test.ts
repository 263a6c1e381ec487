import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import { PlatformError, type Reply } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything } from '../../support/seed.ts';
import { fixtureBytes, sheet } from './files.ts';

let rig: BotRig;
let team: Team;
let mina: Desk;
let count = 0;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());
beforeEach(async () => {
  count += 1;
  team = await rig.team(`T0FILES${count}`, { country: 'KR' });
  mina = await team.member('U0MINA', 'admin', { name: 'Mina' });
});

const asReply = (card: Card): Reply => ({ kind: 'say', card, to: 'person' });

/** Sends a file to the bot. */
function drop(desk: Desk, name: string, content: Uint8Array | string | PlatformError, size?: number): Promise<Reply> {
  const id = `F${count}${name}`;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  rig.slack.files.set(id, bytes);
  return desk.send({ files: [{ id, name, url: `files/${id}`, size: size ?? (bytes instanceof Error ? 1 : bytes.length) }] });
}

/** What stands in the conversation now where the bot last wrote. */
function shown(): Reply {
  const last = rig.slack.sent.at(-1);
  if (!last) throw new Error('The bot said nothing');
  const changed = rig.slack.updated
    .filter(({ ref }) => ref.message === last.ref.message && ref.channel === last.ref.channel)
    .at(-1);
  return asReply(changed?.card ?? last.card);
}

const standing = () => rig.slack.sent.at(-1)?.ref.message;
const state = async () => (await team.scope.db.import.findFirstOrThrow({ orderBy: { id: 'desc' } })).state;

async function preview(desk: Desk, name: string, content: Uint8Array | string): Promise<Reply> {
  await drop(desk, name, content);
  await rig.runJobs();
  return shown();
}

describe('a file sent to the bot', () => {
  it('is read, shown, imported once it is said so, and only once', async () => {
    expect(cardOf(await drop(mina, 'mistakes.csv', fixtureBytes('sheet-with-mistakes.csv'))).text).toBe('Reading mistakes.csv …');
    await rig.runJobs();
    const card = shown();
    const text = textOf(card);
    expect(text).toContain('Read as a sheet, 10 lines (UTF-8).');
    expect(text).toContain('3 new customers, 0 known already; 2 new purchases; 6 calls and notes to plan.');
    expect(text).toContain('7 lines cannot be taken');
    expect(text).toContain('line 4: customer is missing');
    expect(text).toContain('line 9: bought on “2027-01-05”: lies in the future');
    expect(buttonOf(card, 'import.run').label).toBe('Import 3 lines');
    expect((await everything(team)).customers).toEqual([]);

    expect(await mina.press(buttonOf(card, 'import.run'), standing())).toEqual({ kind: 'nothing' });
    await rig.runJobs();
    expect(textOf(shown())).toContain('mistakes.csv is in: 3 new customers, 2 new purchases, 6 calls and notes planned.');
    buttonOf(shown(), 'followups');
    expect(await everything(team)).toMatchObject({ customers: { length: 3 }, purchases: { length: 2 }, touches: { length: 6 } });
    expect((await team.scope.db.import.findFirstOrThrow()).content).toHaveLength(0);

    const before = await everything(team);
    rig.pass(5);
    expect(textOf(await mina.press(buttonOf(card, 'import.run'), standing()))).toContain('mistakes.csv is in');
    expect(await rig.runJobs()).toEqual([]);
    const again = await preview(mina, 'again.csv', fixtureBytes('sheet-with-mistakes.csv'));
    expect(textOf(again)).toContain('Everything in this file is here already.');
    expect(() => buttonOf(again, 'import.run')).toThrow();
    expect(await everything(team)).toEqual(before);
  });

  it('is not imported when that is not wanted', async () => {
    const card = await preview(mina, 'a.csv', sheet('Ada,,,ada@example.com,Pad,2026-11-20,'));
    expect(cardOf(await mina.press(buttonOf(card, 'import.drop'), standing())).text).toBe('a.csv was not imported.');
    rig.pass(5);
    expect(cardOf(await mina.press(buttonOf(card, 'import.run'), standing())).text).toBe('a.csv was not imported.');
    expect(await rig.runJobs()).toEqual([]);
    expect((await everything(team)).customers).toEqual([]);
  });

  it('asks about each unknown rep once, and remembers', async () => {
    const park = await team.member('U0PARK', 'rep', { name: 'Park Jihyeon' });
    const file = (mail: string) =>
      sheet(`Ada,,,${mail}@example.com,Pad,2026-11-24,JP`, `Bo,,,b${mail}@example.com,Pad,2026-11-24,jp`);
    const card = await preview(mina, 'a.csv', file('ada'));
    expect(textOf(card)).toContain('The file names “JP” as rep (2 lines). Who is that?');
    const menu = menuOf(card, 'import.rep');
    expect(menu.choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Mina', 'Park Jihyeon', 'Nobody here: give them to me']),
    );
    const parkId = await team.personId(park.account);
    const answered = await mina.choose(menu, parkId, standing());
    expect(textOf(answered)).not.toContain('“JP”');
    await mina.press(buttonOf(answered, 'import.run'), standing());
    await rig.runJobs();
    expect((await everything(team)).purchases.map(({ repId }) => repId)).toEqual([parkId, parkId]);
    expect(textOf(await preview(mina, 'b.csv', file('cy')))).not.toContain('“JP”');
  });

  it('takes nobody for an answer, and gives the lines to whoever imports', async () => {
    const card = await preview(mina, 'a.csv', sheet('Ada,,,ada@example.com,Pad,2026-11-24,JP'));
    await mina.choose(menuOf(card, 'import.rep'), 'none', standing());
    await mina.press(buttonOf(card, 'import.run'), standing());
    await rig.runJobs();
    const { purchases, repNames } = await everything(team);
    expect(purchases[0]?.repId).toBe(await team.personId('U0MINA'));
    expect(repNames).toMatchObject([{ name: 'jp', personId: null }]);
  });

  it.each([
    ['photo.png', undefined, /not a table I can read/],
    ['book.xlsx', undefined, /not a table I can read/],
    ['huge.csv', 21_000_000, /larger than 20 MB/],
  ])('is refused at once when it is %s of %s bytes', async (name, size, words) => {
    expect(textOf(await drop(mina, name, 'x', size))).toMatch(words);
    expect(await rig.runJobs()).toEqual([]);
  });

  it('is refused after reading when its columns say nothing', async () => {
    expect(textOf(await preview(mina, 'a.csv', 'one,two\n1,2\n'))).toContain('Missing: customer / first name / last name');
    expect(await state()).toBe('dropped');
  });

  it('is asked for again when the platform no longer has it', async () => {
    await drop(mina, 'a.csv', new PlatformError('gone', 'file_not_found'));
    await rig.runJobs();
    expect(cardOf(shown()).text).toBe('I could not fetch a.csv. Please send it again.');
  });

  it('is fetched again after a passing fault', async () => {
    await drop(mina, 'a.csv', new PlatformError('down', 'timeout'));
    expect(await rig.runJobs()).toMatchObject([{ outcome: { failed: { kind: 'down' } } }]);
    rig.slack.files.set(`F${count}a.csv`, Buffer.from(sheet('Ada,,,ada@example.com,Pad,2026-11-20,')));
    await rig.runJobs();
    expect(textOf(shown())).toContain('1 new customer,');
  });

  it('tells two files sent at once apart', async () => {
    await drop(mina, 'a.csv', sheet('Ada,,,ada@example.com,Pad,2026-11-20,'));
    expect(cardOf(await drop(mina, 'b.csv', sheet('Bo,,,bo@example.com,Pad,2026-11-20,'))).text).toBe('Reading b.csv …');
    expect(await rig.runJobs()).toHaveLength(2);
  });

  it('is for whoever sent it and for those who lead', async () => {
    const rep = await team.member('U0REP', 'rep');
    const card = await preview(mina, 'a.csv', sheet('Ada,,,ada@example.com,Pad,2026-11-20,'));
    expect(textOf(await rep.press(buttonOf(card, 'import.run'), standing()))).toContain('older message');
    expect(await state()).toBe('asked');
  });
});

describe('an import that is cut short', () => {
  const file = sheet('Ada,,,ada@example.com,Pad,2026-11-24,');

  it('is taken up again by the sweep, and run twice does no harm', async () => {
    const card = await preview(mina, 'a.csv', file);
    await mina.press(buttonOf(card, 'import.run'), standing());
    await rig.system.prisma.$executeRawUnsafe('DELETE FROM test_job');
    await rig.sweep();
    expect(await rig.runJobs()).toEqual([]);
    rig.pass(6);
    await rig.sweep();
    const { id } = await team.scope.db.import.findFirstOrThrow();
    await team.scope.transaction((tx) => tx.enqueue('imports.run', { workspaceId: team.scope.workspaceId, importId: id }));
    expect(await rig.runJobs()).toEqual([
      { name: 'imports.run', outcome: 'done' },
      { name: 'imports.run', outcome: 'done' },
    ]);
    expect(await everything(team)).toMatchObject({ customers: { length: 1 }, purchases: { length: 1 } });
    expect(plainText(rig.slack.updated.at(-1)?.card ?? { text: '', elements: [] })).toContain('a.csv is in');
  });

  it('says that it failed, changes nothing, and can be tried again', async () => {
    const card = await preview(mina, 'a.csv', file);
    await rig.system.prisma.$executeRawUnsafe(`ALTER TABLE "Touch" ADD CONSTRAINT "never" CHECK ("step" <> 'day12') NOT VALID`);
    await mina.press(buttonOf(card, 'import.run'), standing());
    await rig.runJobs();
    await rig.system.prisma.$executeRawUnsafe('ALTER TABLE "Touch" DROP CONSTRAINT "never"');
    const failed = shown();
    expect(textOf(failed)).toMatch(/a\.csv was not imported, nothing was changed\..*reference [0-9a-f]{6}\./);
    expect(await everything(team)).toMatchObject({ customers: [], purchases: [], touches: [] });
    rig.pass(5);
    await mina.press(buttonOf(failed, 'import.run'), standing());
    await rig.runJobs();
    expect(textOf(shown())).toContain('a.csv is in: 1 new customer, 1 new purchase, 4 calls and notes planned.');
  });
});
