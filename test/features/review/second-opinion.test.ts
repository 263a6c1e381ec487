import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Advice, AdviceRequest } from '../../../src/advisor/advisor.ts';
import { lineText, plainText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, formOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot } from '../../support/bot.ts';
import { seedCustomer } from '../../support/seed.ts';

/** The model is played here; the real client is tried in `test/advisor`. */
const asked: AdviceRequest[] = [];
let advice: Advice = { kind: 'none', why: 'down' };
const advisor = {
  advise: async (request: AdviceRequest) => {
    asked.push(request);
    return advice;
  },
};

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let rep: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  asked.length = 0;
  advice = { kind: 'none', why: 'down' };
  Object.assign(rig.services, { advisor });
  const team = await rig.team(`T0SECOND${count}`);
  rep = await team.member(`U0SECOND${count}`, 'rep', { name: 'Hannah Brooks' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji', company: 'Hanbit Foods' });
});

const bad = 'That is not my department. I will call you tomorrow at 10 am.';
const complaint = 'The oven burns everything on the left side.';

const reviewed = async () => rep.submit(formOf(await rep.slash('review')), { draft: bad, complaint, customerId: kim });
const pressAdvise = async (said: Reply) => {
  const { command, args = {} } = buttonOf(said, 'review.advise');
  const quotes = cardOf(said).elements.flatMap((one) => (one.kind === 'quote' ? [lineText(one.text)] : []));
  const origin = { channel: `D${rep.account}`, message: '50.1' };
  return formOf(await rep.send({ via: 'button', command, args, origin, quotes }));
};
const draftIn = (form: ReturnType<typeof formOf>) => form.fields.find(({ name }) => name === 'draft');
const introOf = (form: ReturnType<typeof formOf>) => plainText({ text: '', elements: form.intro ?? [] });

test('the model’s rewrite stands in the form, and whose it is above it', async () => {
  advice = { kind: 'advice', opinion: 'You send them away.', rewrite: 'I will ask our oven team myself.', tokens: 9 };
  const form = await pressAdvise(await reviewed());
  expect(draftIn(form)).toMatchObject({ value: 'I will ask our oven team myself.' });
  expect(introOf(form)).toMatch(/Written by a language model[\s\S]*You send them away\./);
  expect(asked).toMatchObject([{ draft: bad, complaint, names: ['Kim Minji', 'Hanbit Foods', 'Hannah Brooks'], language: 'en' }]);
});

test.each(['down', 'timeout', 'refused', 'unsafe', 'nonsense', 'limited'] as const)(
  '%s: the coach’s own suggestion, and said so',
  async (why) => {
    advice = { kind: 'none', why };
    const form = await pressAdvise(await reviewed());
    expect(introOf(form)).toBe('(This is the coach’s own suggestion.)');
    expect(draftIn(form)).toMatchObject({ value: expect.stringContaining('I will call you tomorrow at 10 am.') });
    expect(draftIn(form)).not.toMatchObject({ value: expect.stringContaining('not my department') });
  },
);

test('an allowance that is used up is said', async () => {
  advice = { kind: 'none', why: 'ceiling' };
  expect(introOf(await pressAdvise(await reviewed()))).toMatch(/cannot be asked any more today[\s\S]*own suggestion/);
});

test('where no model is set up there is no button', async () => {
  Object.assign(rig.services, { advisor: undefined });
  const said = await reviewed();
  expect(() => buttonOf(said, 'review.advise')).toThrow();
});
