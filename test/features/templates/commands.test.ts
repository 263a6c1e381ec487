import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buttonOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let manager: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  team = await rig.team(`T0TEMPL${count}`);
  rep = await team.member(`U0TEMPLREP${count}`, 'rep');
  manager = await team.member(`U0TEMPLMAN${count}`, 'manager');
});

const complaint = 'The kettle leaks. I want my money back.';
const suggested = async () => {
  const form = formOf(await rep.slash('review'));
  return textOf(await rep.submit(form, { draft: 'I will call you tomorrow at 10 am.', complaint }));
};
const add = async (lines: string) => {
  const list = await manager.slash('aftercare', 'templates');
  return manager.submit(formOf(await manager.press(buttonOf(list, 'templates.form'))), { name: 'Ours', language: 'en', lines });
};

test('a team’s own template is what suggestions are made of, and gone when removed', async () => {
  expect(await suggested()).toContain('What goes wrong is this: The kettle leaks');
  const said = await add('what: So: {text}.\nwanted: And you would like this: {text}.\ncheck: Is that it?');
  expect(textOf(said)).toContain('“Ours” is in use from now on');
  const now = await suggested();
  expect(now).toContain('So: The kettle leaks');
  expect(now).not.toContain('What goes wrong is this');
  await manager.press(buttonOf(said, 'templates.remove'));
  expect(await suggested()).toContain('What goes wrong is this: The kettle leaks');
});

test('lines that cannot be taken are named at the field, and nothing is kept', async () => {
  expect(await add('what: broken\nmood: {text}')).toMatchObject({
    kind: 'errors',
    errors: {
      lines: expect.stringMatching(/^These lines cannot be taken:\nLine 1: \{text\} is missing\.\nLine 2: “mood” is no step/),
    },
  });
  expect(await add('what: {text}')).toMatchObject({ kind: 'errors', errors: { lines: expect.stringContaining('At least 2') } });
  expect(await team.scope.db.replyTemplate.count()).toBe(0);
});

test('for managers', async () => {
  expect(textOf(await rep.slash('aftercare', 'templates'))).toContain('Only a manager');
});

test('one team’s template is not another’s', async () => {
  await add('what: So: {text}.\ncheck: Is that it?');
  const others = await rig.team(`T0TEMPLOTHER${count}`);
  const them = await others.member(`U0TEMPLOTHER${count}`, 'rep');
  const form = formOf(await them.slash('review'));
  expect(textOf(await them.submit(form, { draft: 'I will call you tomorrow.', complaint }))).not.toContain('So: The kettle');
});
