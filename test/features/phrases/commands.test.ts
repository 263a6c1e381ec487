import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, cardOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let boss: Desk;
let rep: Desk;
let count = 0;
let fileCount = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0PHRASES${count}`);
  boss = await team.member(`U0BOSS${count}`, 'manager');
  rep = await team.member(`U0REP${count}`, 'rep');
});

const biscuits = 'no biscuits today; deflect; It mocks the customer; I will ask and call you back';
const verdict = async (draft: string) => cardOf(await rep.say(`review ${draft}`)).text;

describe('a phrase is tried first, then switched on', () => {
  test('one line', async () => {
    const tried = await boss.say(`phrases add ${biscuits}`);
    expect(textOf(tried)).toMatch(/1 phrase can be switched on[\s\S]*“no biscuits today”[\s\S]*none of them would be marked/);
    expect(await verdict('Sorry, no biscuits today.')).not.toMatch(/^Not yet/);
    const on = await boss.press(buttonOf(tried, 'phrases.on'));
    expect(textOf(on)).toMatch(/Switched on: 1 phrase[\s\S]*Phrases of the team: 1/);
    const said = await rep.say('review Sorry, NO  biscuits today!');
    expect(textOf(said)).toMatch(
      /^Not yet[\s\S]*Passing on, your team’s phrase “NO {1,2}biscuits today”[\s\S]*Better: I will ask and call you back/,
    );
  });

  test('the form, one phrase and several lines at once', async () => {
    const form = formOf(await boss.press(buttonOf(await boss.say('phrases'), 'phrases.form')));
    const tried = await boss.submit(form, {
      text: 'quote "me", please',
      category: 'rude',
      why: 'It is cold',
      instead: 'Gladly',
      lines: `${biscuits}\n不归我管；推给别人；听着像在赶人；我去问清楚\n제 담당이 아니에요, 떠넘기기, 내쫓는 말, 제가 알아보겠습니다`,
    });
    expect(textOf(tried)).toContain('4 phrases can be switched on');
    await boss.press(buttonOf(tried, 'phrases.on'));
    expect(await team.scope.db.phrase.count()).toBe(4);
    expect(await verdict('这不归我管。')).toMatch(/^Not yet/);
    expect(await verdict('제담당이 아니에요.')).toMatch(/^Not yet/);
  });

  test('a frame of the rules’ language', async () => {
    const tried = await boss.say(
      'phrases add (i|we) (can not|cannot) .. squeeze; refusal; It says no; Let me see what I can do; en; frame',
    );
    await boss.press(buttonOf(tried, 'phrases.on'));
    expect(await verdict('We really cannot possibly squeeze you in.')).toMatch(/^Not yet/);
  });

  test('switched on twice it is there once; dropped it is not there at all', async () => {
    const tried = await boss.say(`phrases add ${biscuits}`);
    await boss.press(buttonOf(tried, 'phrases.on'));
    rig.pass(2);
    expect(textOf(await boss.press(buttonOf(tried, 'phrases.on')))).toContain('older message');
    const other = await boss.say('phrases add that is life; excuse; It shrugs; I am sorry');
    expect(textOf(await boss.press(buttonOf(other, 'phrases.drop')))).toContain('Nothing was added');
    expect(await team.scope.db.phrase.count()).toBe(1);
    expect(await team.scope.db.phraseTrial.count()).toBe(0);
  });

  test('what would mark a recommended sentence is shown before, and what the team itself recommends counts', async () => {
    const tried = await boss.say('phrases add call you; vague; It is vague; I will write');
    expect(textOf(tried)).toMatch(/\d+ of them would be marked, for example:[\s\S]*“call you” marks “/);
    await boss.press(buttonOf(await boss.say(`phrases add ${biscuits}`), 'phrases.on'));
    const own = await boss.say('phrases add I will ask and; vague; It is vague; I will write');
    expect(textOf(own)).toContain('“I will ask and” marks “I will ask and call you back”');
  });
});

describe('lines that cannot be taken are named with number and reason', () => {
  test.each([
    ['x; rude; why; instead', 'too short'],
    ['no category here', 'no category in “no category here”'],
    ['some words; strange; why; instead', 'no category'],
    ['some words; rude', 'the reason is missing'],
    ['some words; rude; why', 'the better wording is missing'],
    ['(i|we; rude; why; instead; en; frame', 'the frame cannot be read: ")" is missing'],
    ['<nosuchclass> it; rude; why; instead; en; frame', 'the frame cannot be read'],
    ['some words; rude; why; instead; frame', 'a frame needs its language'],
    [`${'a'.repeat(301)}; rude; why; instead`, 'longer than 300'],
    [`${biscuits}\nNo  BISCUITS today!; rude; why; instead`, 'line 2: stands in line 1 already'],
  ])('%s', async (lines, reason) => {
    const tried = await boss.submit(formOf(await boss.send({ via: 'button', command: 'phrases.form' })), { lines });
    expect(textOf(tried)).toContain(reason);
    expect(textOf(tried)).toMatch(/line \d: /);
  });

  test('a phrase that is there already', async () => {
    await boss.press(buttonOf(await boss.say(`phrases add ${biscuits}`), 'phrases.on'));
    expect(textOf(await boss.say(`phrases add ${biscuits}; en`))).toContain('line 1: is there already');
  });

  test('nothing at all', async () => {
    const form = formOf(await boss.say('phrases add'));
    expect(await boss.submit(form)).toMatchObject({ kind: 'errors', errors: { text: expect.stringContaining('Like this') } });
  });
});

test('allowed words are not marked any more, and the reason stands in the list', async () => {
  const draft = 'That is not my department.';
  expect(await verdict(draft)).toMatch(/^Not yet/);
  const tried = await boss.say('phrases allow that is not my department; the name of our shop');
  await boss.press(buttonOf(tried, 'phrases.on'));
  expect(await verdict(draft)).not.toMatch(/^Not yet/);
  expect(textOf(await boss.say('phrases'))).toMatch(/“that is not my department” · May be said\s+the name of our shop/);
});

test('removed by button or by its words, it is no longer marked', async () => {
  await boss.press(buttonOf(await boss.say(`phrases add ${biscuits}`), 'phrases.on'));
  await boss.press(buttonOf(await boss.say('phrases'), 'phrases.remove'));
  expect(await verdict('Sorry, no biscuits today.')).not.toMatch(/^Not yet/);
  rig.pass(2);
  await boss.press(buttonOf(await boss.say(`phrases add ${biscuits}`), 'phrases.on'));
  expect(textOf(await boss.say('phrases remove No biscuits today'))).toContain('Removed: “no biscuits today”');
  expect(textOf(await boss.say('phrases remove nothing like it'))).toContain('no phrase “nothing like it”');
});

describe('a file in the direct conversation', () => {
  const send = async (content: string | Uint8Array, name = 'phrases.csv') => {
    rig.slack.sent.length = 0;
    fileCount += 1;
    rig.slack.files.set(`F${fileCount}`, typeof content === 'string' ? Buffer.from(content) : content);
    const file = { id: `F${fileCount}`, name, url: 'https://files.example/p', size: 10 };
    await boss.send({ text: 'phrases', files: [file] });
    await rig.runJobs();
    const card = rig.slack.sent.at(-1)?.card;
    if (!card) throw new Error('nothing was said');
    return { kind: 'say' as const, card, to: 'person' as const };
  };

  test('with a heading, quotes and a wrong line', async () => {
    const tried = await send(
      `phrase,category,why,better\r\n"that, my friend, is life",excuse,It shrugs,"I am sorry, truly"\r\nhm\r\n`,
    );
    expect(textOf(tried)).toMatch(/1 phrase can be switched on[\s\S]*line 3: no category/);
    await boss.press(buttonOf(tried, 'phrases.on'));
    expect(itemsOf(await boss.say('phrases'))).toEqual(['“that, my friend, is life” · Excuse']);
  });

  test('20,000 lines, and not one more', async () => {
    const lines = (many: number) => Array.from({ length: many }, (_, at) => `words ${at} of ours\trude\twhy\tinstead`).join('\n');
    const tried = await send(lines(20_000));
    expect(textOf(tried)).toContain('20000 phrases can be switched on');
    await boss.press(buttonOf(tried, 'phrases.on'));
    expect(await team.scope.db.phrase.count()).toBe(20_000);
    expect(await verdict('I say words 19999 of ours.')).toMatch(/^Not yet/);
    expect(itemsOf(await boss.say('phrases'))).toHaveLength(12);
    expect(textOf(await send('one more phrase; rude; why; instead'))).toContain('a team has at most 20000 phrases');
    expect(textOf(await send(lines(20_002)))).toContain('more than 20000 lines');
  }, 120_000);

  test('is for managers', async () => {
    const file = { id: 'F9', name: 'p.csv', url: 'https://files.example/p', size: 10 };
    expect(textOf(await rep.send({ text: 'phrases', files: [file] }))).toContain('Only a manager can do that');
  });
});
