import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskOf, openDesk } from '../../support/desk.ts';
import { eventually, type Home, makeHome, type Program, runProgram, startProgram } from '../../support/program.ts';

const [MINSEO, HANNAH, MANAGER] = ['U0MINSEO01', 'U0HANNAH01', 'U0LINYUE01'];
let home: Home;
let program: Program;
let hannah: DeskOf;
beforeAll(async () => {
  home = await makeHome({ empty: true });
  program = await startProgram(home.env);
  hannah = await openDesk(program.origin, HANNAH);
  await eventually(async () => (await hannah.said()).some((text) => text.includes('Welcome')), 30_000);
}, 120_000);
afterAll(async () => {
  await program.stop();
  home.remove();
}, 30_000);

/** The day a newcomer lives through, in its order; each part stands on the one before. */
test('the page and health answer', async () => {
  expect(await (await fetch(program.origin)).text()).toContain('<!doctype html>');
  expect((await fetch(`${program.origin}/healthz`)).status).toBe(200);
});

test('customers come in from a file by the command line while the bot runs, and twice is once', { timeout: 60_000 }, async () => {
  const today = new Date().toISOString().slice(0, 10);
  const rows = [
    'customer,phone,product,bought on,rep',
    `김민지,010-1234-5678,공기청정기,${today},hannah.brooks@example.com`,
    `王小明,13800138000,净水器,${today},hannah.brooks@example.com`,
    `Ada Park,,kettle,${today},hannah.brooks@example.com`,
  ];
  const file = join(home.folder, 'customers.csv');
  writeFileSync(file, rows.join('\r\n'));
  const before = await runProgram(['import', file, '--dry-run'], home.env);
  expect(before.out).toContain('3 new customers, 0 known already; 3 new purchases');
  expect((await runProgram(['import', file], home.env)).out).toContain('add --yes');
  const first = await runProgram(['import', file, '--yes'], home.env);
  expect(first.out).toContain('customers.csv is in: 3 new customers, 3 new purchases');
  expect(first.status).toBe(0);
  const again = await runProgram(['import', file, '--yes'], home.env);
  expect(again.out).toContain('Everything in this file is here already');
  expect(again.out).not.toContain('customers.csv is in');
});

test('customers are found by initials of three scripts and by the end of the number', async () => {
  for (const query of ['ㄱㅁㅈ', '민지', '5678']) expect(await hannah.ask(`/customer ${query}`)).toContain('김민지');
  for (const query of ['wxm', '小明']) expect(await hannah.ask(`/customer ${query}`)).toContain('王小明');
  expect(await hannah.ask('/customer ada')).toContain('Ada Park');
  expect(await hannah.ask('/customer nobody at all')).toContain('I know nobody called');
});

test('a sale plans the calls', async () => {
  expect(await hannah.ask('/sale Ada Park, toaster')).toMatch(/Recorded: Ada Park bought toaster[\s\S]*Day-5 call/);
});

test('follow-ups list what is due, also in the umbrella command', async () => {
  expect(await hannah.ask('/followups')).toContain('follow-ups due');
  expect(await hannah.ask('/aftercare followups week')).toContain('this week');
});

test('what is logged can be taken back', async () => {
  expect(await hannah.ask('/log 김민지 reached likes it, next friday 3pm')).toMatch(/Logged: 김민지, reached[\s\S]*Next contact/);
  await hannah.press('Undo');
  await eventually(async () => (await hannah.said()).some((text) => text.includes('Taken back: 김민지')));
  expect(await hannah.ask('/customer 김민지')).toContain('Thank-you note');
});

test('another rep does not see the list of others, a manager does', async () => {
  const minseo = await openDesk(program.origin, MINSEO);
  expect(await minseo.ask('/followups')).not.toContain('Ada Park');
  const manager = await openDesk(program.origin, MANAGER);
  expect(await manager.ask('/followups team')).toContain('Ada Park');
});

test('next morning: the list is there, and the next touch is due', { timeout: 60_000 }, async () => {
  const lists = async () => (await hannah.said()).filter((text) => text.startsWith('Good morning'));
  // On closed days there is no list: four mornings reach over any weekend.
  for (let day = 0; day < 4; day++) await hannah.clock('next-morning');
  await eventually(async () => (await lists()).some((text) => text.includes('Day-2 call')), 30_000);
  expect(await hannah.ask('/followups')).toContain('Day-2 call');
});

test('all of it is there after a restart', { timeout: 90_000 }, async () => {
  expect(await program.stop()).toBe(0);
  program = await startProgram(home.env);
  hannah = await openDesk(program.origin, HANNAH);
  expect(await hannah.ask('/customer wxm')).toContain('王小明');
});

test('a second process on the same folder, or on the same port, is refused with what to do', { timeout: 60_000 }, async () => {
  const port = new URL(program.origin).port;
  const taken = await runProgram([], { ...home.env, PORT: port, HOST: '127.0.0.1' });
  expect(taken.out).toMatch(new RegExp(`Port ${port} is taken.*PORT=${Number(port) + 1} npm start`));
  expect(taken.status).toBe(1);
  if (home.databaseUrl !== undefined) return;
  const second = await runProgram([], { ...home.env, PORT: '0' });
  expect(second.out).toMatch(/is in use by another Aftercare process\. Stop that one, or give this one a folder/);
  expect(second.status).toBe(1);
});
