import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { actionsOf, buttonOf, cardOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let hannah: Desk;
let otto: Desk;
let lin: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  team = await rig.team(`T0COMP${count}`, { country: 'KR' });
  hannah = await team.member(`U0HANNAH${count}`, 'rep', { name: 'Hannah' });
  otto = await team.member(`U0OTTO${count}`, 'rep', { name: 'Otto' });
  lin = await team.member(`U0LIN${count}`, 'manager', { name: 'Lin' });
  kim = await seedCustomer(rig, team, hannah.account, { name: 'Kim Minji', phone: '010-1234-5678' });
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const letter = 'The steamer I bought on 3 March leaks again.\nI changed the seal twice. I want my money back!';
const complaints = () => team.scope.db.complaint.findMany({ orderBy: { number: 'asc' } });
const only = async () => (await complaints())[0] ?? expect.fail('no complaint');
const touches = (where = {}) => team.scope.db.touch.findMany({ where, orderBy: { dueOn: 'asc' } });
const record = (text = letter) => hannah.slash('complaint', `Kim: ${text}`);
/** A minute later. */
const open = async (desk: Desk, command: string) => {
  rig.pass(1);
  return formOf(await desk.press(buttonOf(await desk.slash('complaint', '101'), command)));
};
const told = async (desk: Desk) => {
  await rig.runJobs();
  return rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account);
};

describe('recording', () => {
  test('one line keeps the words as they were said, gives a number, and shows the way', async () => {
    const reply = await record();
    expect(await only()).toMatchObject({ number: 101, words: letter, kind: 'product', severity: 'normal', step: 'analyse' });
    const text = textOf(reply);
    for (const part of ['Complaint 101 of Kim Minji is recorded', 'Step 2 of 5', 'leaks again', 'No time is promised'])
      expect(text).toContain(part);
    // Said back from the customer's own words.
    expect(text).toContain('you changed the seal twice');
    expect(text).toContain('Have I understood you correctly?');
  });

  test('each workspace counts by itself, without a gap', async () => {
    await record('one');
    await record('two');
    const other = await rig.team(`T0OTHER${count}`, { country: 'KR' });
    const desk = await other.member('U0ELSE', 'rep');
    await seedCustomer(rig, other, 'U0ELSE', { name: 'Somebody' });
    await desk.slash('complaint', 'Somebody: three');
    expect((await complaints()).map(({ number }) => number)).toEqual([101, 102]);
    expect(await other.scope.db.complaint.findMany()).toMatchObject([{ number: 101, words: 'three' }]);
    await expect(desk.slash('complaint', '102').then(textOf)).resolves.toContain('There is no complaint 102');
  });

  test('the words cannot be edited, by whatever way', async () => {
    await record();
    await expect(
      team.scope.transaction((tx) => tx.db.complaint.updateMany({ data: { words: 'all is fine' } })),
    ).rejects.toThrow();
    expect((await only()).words).toBe(letter);
    await team.scope.transaction((tx) => tx.db.complaint.updateMany({ data: { words: letter, severity: 'small' } }));
    expect(await only()).toMatchObject({ words: letter, severity: 'small' });
  });

  test('by the form, with all in one; what is left empty is guessed', async () => {
    const form = formOf(await hannah.slash('complaint'));
    const reply = await hannah.submit(form, {
      customerId: kim,
      words: '직원이 매번 이런 식이에요. 손을 데어서 병원에 갔어요.',
      on: '2026-11-24',
      time: '17:00',
    });
    expect(await only()).toMatchObject({ kind: 'leaning', severity: 'urgent' });
    expect(textOf(reply)).toContain('I guessed urgency and kind');
    expect(await touches({ kind: 'promise' })).toMatchObject([
      {
        about: 'answer to complaint 101',
        dueAt: new Date('2026-11-24T08:00:00Z'),
        nextNudgeAt: new Date('2026-11-24T07:00:00Z'),
      },
    ]);
  });

  test('from the menu of a message: its words stand in the form; what a form would cut is refused with the way that can', async () => {
    const menu = (text: string) => hannah.send({ via: 'shortcut', command: 'complaint.message', message: { text } });
    expect(formOf(await menu(letter)).fields.find(({ name }) => name === 'words')).toMatchObject({ value: letter });
    expect(textOf(await menu('x'.repeat(3_001)))).toContain('3001 characters');
    expect(textOf(await record('x'.repeat(3_001)))).toContain('Complaint 101');
    expect((await only()).words).toHaveLength(3_001);
    expect(textOf(await record('x'.repeat(20_001)))).toContain('at most 20000');
  });

  test('two of the name: which one is asked, and the words go along', async () => {
    await seedCustomer(rig, team, hannah.account, { name: 'Kim Minsu' });
    const asked = await hannah.slash('complaint', 'Kim: it leaks');
    expect(await complaints()).toEqual([]);
    await hannah.press(buttonOf(asked, 'Kim Minsu'));
    expect(await only()).toMatchObject({ words: 'it leaks' });
  });

  test('nobody else’s', async () => {
    await record();
    const other = await rig.team(`T0ELSE${count}`, { country: 'KR' });
    const desk = await other.member('U0SPY', 'admin');
    const [row] = await complaints();
    expect(textOf(await desk.send({ via: 'button', command: 'complaint.show', args: { complaintId: row?.id ?? '' } }))).toContain(
      'not there any more',
    );
    expect(textOf(await desk.slash('complaints'))).toContain('No complaint is open');
  });
});

describe('five steps', () => {
  test('from cause to lesson: selling pauses, what is promised is kept by being solved, two calls ask, and it is learnt from', async () => {
    const selling = await seedTouch(rig, team, hannah.account, {
      customerId: kim,
      dueOn: '2026-11-28',
      cadence: '2-5-12',
      step: 'day5',
    });
    await record();
    expect(await touches({ id: selling })).toMatchObject([{ pausedAt: rig.now() }]);

    await hannah.submit(await open(hannah, 'complaint.promise.form'), { on: '2026-11-25', time: '10:00' });
    const analysed = await hannah.submit(await open(hannah, 'complaint.analyse.form'), {
      cause: 'product',
      finding: 'The seal is of an old batch',
      ourPart: 'yes',
    });
    expect(textOf(analysed)).toContain('Step 3 of 5');
    expect(textOf(analysed)).toContain('the product, our part');
    const proposed = await hannah.submit(await open(hannah, 'complaint.solve.form'), {
      solution: 'A new one today',
      agreed: 'no',
    });
    expect(textOf(proposed)).toContain('has not agreed yet');

    const solved = await hannah.submit(await open(hannah, 'complaint.solved.form'));
    expect(textOf(solved)).toContain('Step 4 of 5');
    expect(await only()).toMatchObject({ step: 'ask', solution: 'A new one today', agreed: true, solvedAt: rig.now() });
    expect(await touches({ kind: 'promise' })).toMatchObject([{ state: 'done', closedReason: 'reached' }]);
    expect(await touches({ cadence: 'satisfaction' })).toMatchObject([{ step: 'satisfied' }, { step: 'satisfied-again' }]);
    expect(await touches({ id: selling })).toMatchObject([{ pausedAt: null, state: 'open' }]);

    const closed = await hannah.submit(await open(hannah, 'complaint.learn.form'), {
      cause: 'product',
      lesson: 'We check the batch',
    });
    expect(textOf(closed)).toContain('Closed');
    expect(await only()).toMatchObject({ step: 'closed', closedAt: rig.now(), lesson: 'We check the batch' });
    const notes = await team.scope.db.complaintNote.findMany({ orderBy: { at: 'asc' } });
    expect(notes.map(({ kind }) => kind)).toEqual(['opened', 'promised', 'analysed', 'proposed', 'solved', 'reviewed']);
  });

  test('opened again it is open, and selling waits once more', async () => {
    await record();
    await hannah.submit(await open(hannah, 'complaint.solved.form'), { outcome: 'A new seal' });
    await hannah.press(buttonOf(await hannah.slash('complaint', '101'), 'complaint.reopen'));
    expect(await only()).toMatchObject({ step: 'analyse', solvedAt: null });
    expect(await team.scope.db.customer.findFirst({ where: { id: kim } })).toMatchObject({ openComplaints: [(await only()).id] });
    // What was to be asked about the solution falls away with it.
    expect(await touches({ cadence: 'satisfaction', state: 'open' })).toEqual([]);
  });

  test('a button that was overtaken says so and changes nothing', async () => {
    await record();
    const before = await hannah.slash('complaint', '101');
    await hannah.submit(await open(hannah, 'complaint.solved.form'), { outcome: 'A new seal' });
    expect(textOf(await hannah.press(buttonOf(before, 'complaint.analyse.form')))).toContain('Step 4 of 5');
    expect(await only()).toMatchObject({ step: 'ask', cause: null });
  });

  test('after each answer another is promised, until it is solved', async () => {
    await record();
    await hannah.submit(await open(hannah, 'complaint.promise.form'), { on: '2026-11-24', time: '17:00' });
    // What is promised is moved as promises are.
    expect(buttonOf(await hannah.slash('complaint', '101'), 'promise.move.form')).toBeTruthy();
    const [promise] = await touches({ kind: 'promise' });
    await hannah.send({ via: 'form', command: 'log', args: { touchId: promise?.id ?? '', outcome: 'reached' } });
    const [ask] = await told(hannah);
    expect(plainText(ask?.card ?? expect.fail('not asked'))).toContain(
      'Kim Minji has heard from you, and complaint 101 is not solved yet',
    );
    expect(textOf(await hannah.slash('complaint', '101'))).toContain('No time is promised');
  });

  test('a time that has passed is refused', async () => {
    await record();
    const form = await open(hannah, 'complaint.promise.form');
    expect(await hannah.submit(form, { on: '2026-11-23' })).toMatchObject({ kind: 'errors' });
    expect(await touches({ kind: 'promise' })).toEqual([]);
  });

  test('kind and urgency are corrected, the words are not among it', async () => {
    await record();
    const form = await open(hannah, 'complaint.correct.form');
    expect(form.fields.map(({ name }) => name)).toEqual(['severity', 'sort', 'wanted', 'product']);
    await hannah.submit(form, { severity: 'urgent', sort: 'venting', product: 'Steamer S2' });
    expect(await only()).toMatchObject({ severity: 'urgent', kind: 'venting', product: 'Steamer S2', words: letter });
  });
});

describe('a warm hand-over', () => {
  const offer = async () => {
    await record();
    await hannah.submit(await open(hannah, 'complaint.promise.form'), { on: '2026-11-25', time: '10:00' });
    const form = await open(hannah, 'complaint.give.form');
    await hannah.submit(form, { account: otto.account, story: 'She is very patient' });
    const [asked] = await told(otto);
    return { kind: 'say' as const, card: asked?.card ?? expect.fail('not asked'), to: 'person' as const };
  };

  test('whoever is asked reads the whole story; with yes it is theirs, what is promised too, and the customer is told', async () => {
    const asked = await offer();
    for (const part of ['Hannah asks you to take complaint 101', 'She is very patient', 'leaks again'])
      expect(textOf(asked)).toContain(part);
    expect(await only()).toMatchObject({ repId: await team.personId(hannah.account) });
    rig.slack.sent.length = 0;
    await otto.press(buttonOf(asked, 'complaint.take'));
    const otherId = await team.personId(otto.account);
    expect(await only()).toMatchObject({ repId: otherId, offeredToId: null });
    expect(await touches({ kind: 'promise' })).toMatchObject([{ repId: otherId }]);
    expect((await told(hannah)).map(({ card }) => plainText(card)).join('\n')).toContain('Now tell Kim Minji who looks after it');
  });

  test('with no it stays; a second answer comes too late', async () => {
    const asked = await offer();
    rig.slack.sent.length = 0;
    await otto.press(buttonOf(asked, 'complaint.decline'));
    expect(await only()).toMatchObject({ repId: await team.personId(hannah.account), offeredToId: null });
    expect((await told(hannah)).map(({ card }) => plainText(card)).join('\n')).toContain('Otto cannot take complaint 101');
    await otto.press(buttonOf(asked, 'complaint.take'));
    expect(await only()).toMatchObject({ repId: await team.personId(hannah.account) });
  });

  test('nobody else can take what was offered', async () => {
    const asked = await offer();
    await lin.press(buttonOf(asked, 'complaint.take'));
    expect(await only()).toMatchObject({ repId: await team.personId(hannah.account) });
  });
});

describe('where it is seen', () => {
  test('the list: urgent ones first; reps see theirs, who leads sees all', async () => {
    await record('a small thing, no rush');
    await record('I was burned and went to hospital');
    expect(itemsOf(await hannah.slash('aftercare', 'complaints'))[0]).toContain('Complaint 102');
    expect(textOf(await otto.slash('aftercare', 'complaints'))).toContain('No complaint is open');
    expect(itemsOf(await lin.slash('aftercare', 'complaints'))).toHaveLength(2);
  });

  test('the customer’s card and the home', async () => {
    await record();
    expect(textOf(await hannah.slash('customer', 'Kim'))).toContain('Complaint 101');
    expect(textOf(await hannah.home())).toContain('Complaint 101');
  });

  test('a reply is checked against it: its words need not be given again', async () => {
    await record();
    const form = await open(hannah, 'review.form');
    expect(form.fields.find(({ name }) => name === 'complaint')).toMatchObject({ value: letter });
    const reply = await hannah.submit(form, { complaint: '', draft: 'That is not our problem.' });
    expect(textOf(reply)).toContain('I changed the seal twice');
    expect(actionsOf(reply).length).toBeGreaterThan(0);
  });

  test('in every language', async () => {
    await record();
    for (const language of ['zh', 'ko'] as const) {
      const desk = await team.member(`U0${language}${count}`, 'manager', { name: language, locale: language });
      expect(cardOf(await desk.slash('complaint', '101')).text).toMatch(language === 'zh' ? /投诉 101/u : /불만 101/u);
    }
  });
});
