import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lineText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/platform.ts';
import { courtLimits, isOverruled } from '../../../src/features/review/court.ts';
import { actionsOf, buttonOf, cardOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let hannah: Desk;
let minseo: Desk;
let boss: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  rig.slack.sent.length = 0;
  team = await rig.team(`T0COURT${count}`);
  hannah = await team.member(`U0HANNAH${count}`, 'rep');
  minseo = await team.member(`U0MINSEO${count}`, 'rep');
  boss = await team.member(`U0BOSS${count}`, 'manager');
});

const rule = 'en-not-our-job';
const draft = (about: string) => `That is not my department. Thank you for writing about ${about}.`;

const quotesIn = (reply: Reply) => cardOf(reply).elements.flatMap((one) => (one.kind === 'quote' ? [lineText(one.text)] : []));

async function disputeIn(desk: Desk, about: string, quoted = true): Promise<Reply> {
  const said = await desk.say(`review ${draft(about)}`);
  const { command, args = {} } = buttonOf(said, 'review.dispute');
  expect(args.rule).toBe(rule);
  const quotes = quoted ? { quotes: quotesIn(said) } : {};
  return desk.send({ via: 'button', command, args, origin: { channel: 'D1', message: '5.1' }, ...quotes });
}

const standing = async () => {
  const [row] = await team.scope.db.coachRule.findMany({ where: { rule } });
  return { hits: row?.hits, demoted: row?.demotedAt != null, disputes: await team.scope.db.dispute.count({ where: { rule } }) };
};

describe('not a problem here', () => {
  test('redraws the card without it, and says that only the count is kept', async () => {
    const said = await disputeIn(hannah, 'the fan');
    expect(said).toMatchObject({ replaces: true });
    expect(textOf(said)).toContain('No problem here, you say: Passing on');
    expect(textOf(said)).not.toContain('Better:');
    expect(actionsOf(said).filter((action) => action.kind === 'button' && action.command === 'review.dispute')).toEqual([]);
    expect(await standing()).toEqual({ hits: 1, demoted: false, disputes: 1 });
  });

  test('is one, however often the button is pressed and the reply is checked', async () => {
    for (let time = 0; time < 3; time++) {
      const said = await hannah.say(`review ${draft('the fan')}`);
      const button = actionsOf(said).find((action) => action.kind === 'button' && action.command === 'review.dispute');
      if (time === 0) expect(button).toBeDefined();
      else expect(button).toBeUndefined();
      if (button?.kind === 'button') for (let tap = 0; tap < 2; tap++) await hannah.press(button);
    }
    expect(await standing()).toEqual({ hits: 1, demoted: false, disputes: 1 });
  });

  test('of somebody else’s reply, or one that was never checked, counts nothing', async () => {
    const said = await hannah.say(`review ${draft('the fan')}`);
    const { args = {} } = buttonOf(said, 'review.dispute');
    for (const forged of [args, { ...args, hash: 'AAAAAAAAAAAAAAAAAAAAAA' }]) {
      const answer = await minseo.send({ via: 'button', command: 'review.dispute', args: forged });
      expect(textOf(answer)).toContain('older message');
    }
    expect(await standing()).toEqual({ hits: 1, demoted: false, disputes: 0 });
  });

  test('without the card’s quotes it is still counted, and said so', async () => {
    const said = await disputeIn(hannah, 'the fan', false);
    expect(textOf(said)).toContain('Noted: not a problem here');
    expect((await standing()).disputes).toBe(1);
  });
});

const overruled = async () => {
  for (let at = 0; at < 6; at++) await hannah.say(`review ${draft(`item ${at}`)}`);
  for (let at = 0; at < 3; at++) await disputeIn(hannah, `thing ${at}`);
  await disputeIn(minseo, 'the lamp');
};

describe('a rule that is disputed often', () => {
  test.each([
    [{ hits: 10, disputes: 4, people: 2 }, true],
    [{ hits: 9, disputes: 9, people: 3 }, false],
    [{ hits: 10, disputes: 3, people: 2 }, false],
    [{ hits: 100, disputes: 100, people: 1 }, false],
    [{ hits: 11, disputes: 4, people: 2 }, false],
  ])('%j: overruled %s', (standing, expected) => {
    expect(isOverruled({ rule, demoted: false, ...standing })).toBe(expected);
    expect(isOverruled({ rule, demoted: true, ...standing })).toBe(false);
  });

  test('becomes a hint by itself: logged, told to those who lead, and the very next review shows it', async () => {
    expect(courtLimits).toEqual({ hits: 10, share: 0.4, people: 2 });
    await overruled();
    expect(await standing()).toEqual({ hits: 10, demoted: true, disputes: 4 });
    expect(await team.scope.db.ruleDecision.findMany()).toMatchObject([
      { rule, level: 'hint', personId: null, hits: 10, disputes: 4, people: 2, at: rig.now() },
    ]);
    await rig.runJobs();
    const told = rig.slack.sent.map(({ to, card }) => ('person' in to ? [to.person, card.text] : []));
    expect(told).toEqual([
      [boss.account, expect.stringContaining('only a hint from now on: 2 people disputed it in 4 of 10 replies')],
    ]);
    expect(JSON.stringify(rig.slack.sent)).not.toMatch(/HANNAH|MINSEO/);

    const said = await hannah.say(`review ${draft('the pump')}`);
    expect(cardOf(said).text).not.toMatch(/^Not yet/);
    expect(itemsOf(said)[0]).toContain('Passing on, hint');
  });

  test('one person alone cannot rid the team of it', async () => {
    for (let at = 0; at < 12; at++) await disputeIn(hannah, `thing ${at}`);
    expect(await standing()).toEqual({ hits: 12, demoted: false, disputes: 12 });
  });

  test('a manager puts it back: it counts again, from nothing', async () => {
    await overruled();
    await rig.runJobs();
    const told = rig.slack.sent.at(-1)?.card;
    if (!told) throw new Error('nobody was told');
    rig.pass(5);
    const back = await boss.press(buttonOf({ kind: 'say', card: told, to: 'person' }, 'rules.restore'));
    expect(textOf(back)).toMatch(/counts as a problem again[\s\S]*put back · U0BOSS[\s\S]*made a hint · by itself/);
    expect((await standing()).demoted).toBe(false);
    expect(cardOf(await hannah.say(`review ${draft('the pump')}`)).text).toMatch(/^Not yet/);
    rig.pass(1);
    await disputeIn(minseo, 'the tap');
    expect((await standing()).demoted).toBe(false);
  });

  test('pressed twice, it is put back once', async () => {
    await overruled();
    const card = await boss.say('rules');
    const button = buttonOf(card, 'rules.restore');
    await boss.press(button);
    rig.pass(2);
    expect(textOf(await boss.press(button))).toContain('older message');
    expect(await team.scope.db.ruleDecision.count()).toBe(2);
  });
});

describe('the list of rules', () => {
  test('shows each with its hits and how often it is disputed, and no name', async () => {
    await disputeIn(hannah, 'the fan');
    await minseo.say('review I don’t know. That is not my department.');
    const said = await boss.say('rules');
    expect(itemsOf(said)).toHaveLength(2);
    expect(textOf(said)).toMatch(/marked 2 replies, disputed once \(50 %\)[\s\S]*marked 1 reply, disputed 0 times \(0 %\)/);
    expect(textOf(said)).toContain('at least 2 people dispute in 40 % of at least 10 replies');
    expect(textOf(said)).not.toMatch(/HANNAH|MINSEO/);
  });

  test('a manager may make a rule a hint without waiting', async () => {
    await hannah.say(`review ${draft('the fan')}`);
    await boss.press(buttonOf(await boss.say('rules'), 'rules.demote'));
    expect(await team.scope.db.ruleDecision.findMany()).toMatchObject([
      { level: 'hint', personId: await team.personId(boss.account) },
    ]);
    expect(cardOf(await hannah.say(`review ${draft('the fan')}`)).text).not.toMatch(/^Not yet/);
  });

  test('is for managers', async () => {
    expect(textOf(await hannah.say('rules'))).toContain('Only a manager can do that');
    expect(textOf(await hannah.send({ via: 'button', command: 'rules.demote', args: { rule } }))).toContain('Only a manager');
    expect(textOf(await boss.say('rules'))).toContain('No rule has marked anything yet');
  });
});
