import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Button, Card } from '../../../src/chat/card.ts';
import { lineText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/platform.ts';
import { actionsOf, buttonOf, cardOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  team = await rig.team(`T0REVIEW${count}`);
  rep = await team.member(`U0REVREP${count}`, 'rep');
});

const bad = 'I don’t know. That is not my department. Please read the manual.';
const good =
  'I am so sorry your kettle leaked over the table, that must be upsetting. If I have it right, you bought it on Monday and changed the seal yourself: have I understood you correctly? That is our mistake. I will send you a new one today and call you by 5 pm tomorrow.';
const complaint = 'I bought a kettle on Monday. It leaks and ruined my table. I am furious. I want my money back.';

const quotesIn = (card: Card) => card.elements.flatMap((one) => (one.kind === 'quote' ? [lineText(one.text)] : []));
/** Presses a button as a platform does that brings back what the card quotes. */
const press = (desk: Desk, reply: Reply, button: Button) => {
  expect(button.brings).toBe('quotes');
  const { command, args = {} } = button;
  const origin = { channel: `D${desk.account}`, message: '50.1' };
  return desk.send({ via: 'button', command, args, origin, quotes: quotesIn(cardOf(reply)) });
};
const disputes = (reply: Reply) =>
  actionsOf(reply).filter((action): action is Button => action.kind === 'button' && action.command === 'review.dispute');

describe('can I send this? the first line says so', () => {
  test.each([
    ['en', good, /^You can send this/],
    ['en', bad, /^Not yet: 3 things/],
    ['en', 'I will call you tomorrow at 10 am.', /^Nearly: nothing in it hurts, but \d things are missing/],
    ['ko', '모르겠습니다. 제 담당이 아닙니다.', /^Not yet/],
    ['zh', '这不归我管，你找售后部吧。', /^Not yet/],
  ])('%s: %s', async (_language, draft, answer) => {
    expect(cardOf(await rep.say(`review ${draft}`)).text).toMatch(answer);
  });

  test('in the language of whoever asks', async () => {
    const minji = await team.member('U0KOREAN', 'rep', { locale: 'ko-KR' });
    const wang = await team.member('U0CHINESE', 'rep', { locale: 'zh-CN' });
    expect(cardOf(await minji.say(`검토 ${bad}`)).text).toContain('아직 보내지 마세요');
    expect(cardOf(await wang.say(`检查 ${bad}`)).text).toContain('先别发');
  });

  test('where nothing hurts and all is there, the yes is clear and nothing else is in the way', async () => {
    const said = await rep.say(`review ${good}`);
    expect(textOf(said)).toContain('everything a good reply needs is there');
    expect(disputes(said)).toEqual([]);
    expect(textOf(said)).not.toContain('Missing');
  });
});

describe('the ways in', () => {
  const ways: readonly [how: string, ask: () => Promise<Reply>][] = [
    ['a slash', () => rep.slash('review', bad)],
    ['the umbrella', () => rep.slash('aftercare', `review ${bad}`)],
    ['plain words', () => rep.say(`check ${bad}`)],
    ['the menu of a message', () => rep.send({ via: 'shortcut', command: 'review.message', message: { text: bad } })],
    ['the form', async () => rep.submit(formOf(await rep.slash('review')), { draft: bad })],
  ];
  test.each(ways)('%s', async (_how, ask) => {
    const said = await ask();
    expect(cardOf(said).text).toMatch(/^Not yet/);
    // Private, and where it does not vanish.
    expect(said).toMatchObject({ to: 'person', lasting: true });
    expect(textOf(said)).toMatch(/Refusal[\s\S]*“I don’t know”[\s\S]*Better:/);
    expect(quotesIn(cardOf(said))).toEqual([bad]);
  });

  test('as a reply to a message, the form has the message as the customer’s words', async () => {
    const form = formOf(await rep.send({ via: 'shortcut', command: 'review.answer', message: { text: complaint } }));
    expect(form.fields.find(({ name }) => name === 'complaint')).toMatchObject({ value: complaint });
    const said = await rep.submit(form, { draft: bad });
    expect(textOf(said)).toContain(
      'Not answered: “I bought a kettle on Monday” · “It leaks and ruined my table” · “I am furious”',
    );
    expect(quotesIn(cardOf(said))).toEqual([bad, complaint]);
  });

  test.each([
    ['named', `review customer: ${complaint}\nreply: ${bad}`],
    ['quoted above', `review\n> ${complaint}\n\n${bad}`],
    ['Korean names', `검토 고객: ${complaint}\n답장: ${bad}`],
    ['Chinese names', `检查 客户：${complaint}\n回复：${bad}`],
  ])('the customer’s words and the reply in one message, %s', async (_how, text) => {
    expect(quotesIn(cardOf(await rep.say(text)))).toEqual([bad, complaint]);
  });

  test('a text file with the word review', async () => {
    rig.slack.files.set('F1', Buffer.from(`${bad} ${'We checked. '.repeat(400)}`));
    rig.slack.sent.length = 0;
    const files = [{ id: 'F1', name: 'reply.txt', url: 'https://files.example/F1', size: 5000 }];
    expect(textOf(await rep.send({ text: 'review', files }))).toContain('Reading reply.txt');
    await rig.runJobs();
    expect(rig.slack.sent.at(-1)?.card.text).toMatch(/^Not yet/);
    expect(JSON.stringify(rig.slack.sent.at(-1)?.card)).toContain('too long to be shown');
  });

  test('a picture with the word review is no text', async () => {
    rig.slack.files.set('F2', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    await rep.send({ text: 'review', files: [{ id: 'F2', name: 'a.png', url: 'https://files.example/F2', size: 8 }] });
    await rig.runJobs();
    expect(rig.slack.sent.at(-1)?.card.text).toContain('no text that I can read');
  });

  test('a file without the word is a customer list, as before', async () => {
    const files = [{ id: 'F3', name: 'customers.csv', url: 'https://files.example/F3', size: 8 }];
    expect(textOf(await rep.send({ text: '', files }))).toContain('Reading customers.csv');
    expect(await team.scope.db.import.count()).toBe(1);
  });
});

describe('what can be done about it', () => {
  test('edit and check again has the reply, the customer’s words and the choices in the form, and replaces the old answer', async () => {
    const customerId = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
    const first = await rep.submit(formOf(await rep.slash('review')), { draft: bad, complaint, customerId, language: 'en' });
    const form = formOf(await press(rep, first, buttonOf(first, 'review.edit')));
    expect(Object.fromEntries(form.fields.map((field) => [field.name, field.value]))).toEqual({
      draft: bad,
      complaint,
      language: 'en',
      customerId: { value: customerId, label: 'Kim Minji' },
    });
    const second = await rep.submit(form, { draft: good, customerId });
    expect(second).toMatchObject({ replaces: true });
    expect(cardOf(second).text).toMatch(/^You can send this/);
  });

  test('the suggestion keeps what is good, leaves out what hurts, knows the name, and passes the check itself', async () => {
    const customerId = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
    const draft = `Thank you for the photos. ${bad}`;
    const said = await rep.submit(formOf(await rep.slash('review')), { draft, complaint, customerId });
    const shown = await press(rep, said, buttonOf(said, 'review.use'));
    const [suggestion = ''] = quotesIn(cardOf(shown));
    expect(suggestion).toContain('Thank you for the photos.');
    expect(suggestion).toContain('Kim Minji');
    expect(suggestion).not.toContain('department');
    const checked = await rep.say(`review ${suggestion}`);
    expect(cardOf(checked).text).not.toMatch(/^Not yet/);
  });

  test('at most a handful is shown, the worst first', async () => {
    const draft = `Maybe it is fine. ${bad} You are an idiot. It was your own fault. How many times do I have to say it? It is the courier’s fault. Calm down.`;
    const said = await rep.say(`review ${draft}`);
    expect(disputes(said).length).toBeLessThanOrEqual(3);
    expect(textOf(said)).toMatch(/… and \d more/);
    expect(itemsOf(said)[0]).toMatch(/^Rude/);
  });
});

describe('a form takes 3,000 characters: nothing is cut', () => {
  const long = `${bad} `.repeat(60).trim();

  test('a long message as the customer’s words is answered with the way that works', async () => {
    const said = await rep.send({ via: 'shortcut', command: 'review.answer', message: { text: long } });
    expect(textOf(said)).toMatch(/has \d+ characters, and a form takes 3000[\s\S]*review[\s\S]*text file/);
  });

  test('a long reply by direct message is checked whole, and says how to go on', async () => {
    const said = await rep.say(`review ${long} You are an idiot.`);
    expect(textOf(said)).toMatch(/^Not yet[\s\S]*Rude[\s\S]*too long to be shown and edited here/);
    expect(() => buttonOf(said, 'review.edit')).toThrow();
  });

  test('as long as a form allows, both are there again when the button is pressed', async () => {
    const draft = `${bad} `.repeat(45).trim().slice(0, 3000);
    const words = 'It leaks & ruined <everything>. '.repeat(90).trim();
    const said = await rep.submit(formOf(await rep.slash('review')), { draft, complaint: words });
    const form = formOf(await press(rep, said, buttonOf(said, 'review.edit')));
    expect(form.fields.map(({ value }) => value).slice(0, 2)).toEqual([draft, words]);
  });

  test('the form says so where the reply is written', async () => {
    const form = formOf(await rep.slash('review'));
    expect(form.fields[0]?.hint).toMatch(/At most 3000[\s\S]*direct conversation[\s\S]*text file/);
  });
});

describe('whatever is typed gets a clear answer', () => {
  test.each([
    ['a broadcast', 'Please wait. <!channel> <@U0ADMIN> I don’t know.', /^Not yet/],
    ['markup', '*That* is _not_ my ~department~. `x` > y', /^(Not yet|Nearly)/],
    ['HTML', '<b>I don’t know.</b><script>alert(1)</script>', /^(Not yet|Nearly)/],
    ['bidi', 'I \u202edon’t\u202c know\u2066.\u2069', /^Not yet/],
    ['half a character', 'I don’t know \ud800. \udc00', /^Not yet/],
    ['only emoji', '😀😀 👍🏽', /^I cannot judge this/],
    ['figures', '12345', /^I cannot judge this/],
    ['only the customer’s words', 'customer: it leaks', /I see only the customer’s words/],
    ['too long', 'I don’t know. '.repeat(80_000), /has 1119999 characters; I check up to 40000/],
    ['invisible', '\u200b\u2060', /There is no text/],
  ])('%s', async (_title, draft, answer) => {
    expect(cardOf(await rep.say(`review ${draft}`)).text).toMatch(answer);
  });

  test('an empty message, an empty form, a button whose card has gone', async () => {
    expect(textOf(await rep.send({ via: 'shortcut', command: 'review.message', message: { text: '' } }))).toContain(
      'There is no text',
    );
    expect(await rep.submit(formOf(await rep.slash('review')), { draft: ' \n ' })).toMatchObject({
      kind: 'errors',
      errors: { draft: expect.stringContaining('There is no text') },
    });
    expect(textOf(await rep.send({ via: 'button', command: 'review.use' }))).toContain('I keep no drafts');
  });
});

test('only those in the team are served', async () => {
  const outside = team.newcomer('U0OUTSIDE');
  await team.member('U0BOSS', 'admin');
  expect(textOf(await outside.say(`review ${bad}`))).toContain('not in the after-sales team');
});
