import { expect, it } from 'vitest';
import { dayRig, last, phone, picture, type, widerThanPage } from './day-rig.ts';

const rig = dayRig();

const badReply = 'Sorry, that is not our department. You should have read the manual. I will call you on Friday at 3 pm.';

it('lives a rep’s day: a file comes in, calls are due, one is logged and undone, the next morning brings the list', async () => {
  const page = await rig.open('U0HANNAH01');
  await page.getByText('Welcome, Hannah Brooks').waitFor();
  await page.getByRole('button', { name: 'Send the sample file' }).click();
  await last(page, 'Import 8 lines').waitFor();
  await picture(page, 'import');
  await last(page, 'Import 8 lines').click();
  await page
    .getByText(/customers\.csv is in: 8 new customers, 8 new purchases/)
    .last()
    .waitFor();

  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /follow-ups due/ })
    .last()
    .waitFor();
  await picture(page, 'followups');

  await page.getByRole('button', { name: 'Log', exact: true }).last().click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Note/).fill('Happy with it, wants a spare filter');
  await picture(page, 'log');
  await form.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/^Logged: .*reached\.|^Logged: .*sent\./)
    .last()
    .waitFor();
  await last(page, 'Undo').click();
  await page
    .getByText(/^Taken back:/)
    .last()
    .waitFor();

  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /follow-ups due/ })
    .last()
    .waitFor();
  await type(page, '/log Kim Sanders reached happy, next Tue 3pm');
  // The Home tab, which is not open, names her too.
  await page
    .locator('#messages')
    .getByText(/Logged: Kim Sanders/)
    .last()
    .waitFor();

  await page.getByRole('button', { name: 'Next morning', exact: true }).click();
  await page.getByRole('heading', { name: /^Good morning/ }).waitFor();
  await picture(page, 'morning');

  await type(page, '/customer wl');
  await page.getByRole('heading', { name: '王丽' }).waitFor();
  await picture(page, 'customer');

  await type(page, '/promise Kim Sanders: the spare filter, by Friday 5pm');
  await page
    .getByText(/^Noted for Kim Sanders: the spare filter, by Fri/)
    .last()
    .waitFor();

  await type(page, `review ${badReply}`);
  await page.getByRole('heading', { name: /^Not yet: 2 things/ }).waitFor();
  await picture(page, 'review');
  await last(page, 'Use the suggestion').click();
  await page.getByText('A reply to copy').last().waitFor();
  await page.context().close();
});

it('takes an angry message as a complaint: recorded, the reply checked against it, solved', async () => {
  const page = await rig.open('U0HANNAH01');
  await type(page, '/complaint Kim Sanders: The filter leaks again. I changed it twice. I want my money back!');
  await page.getByRole('heading', { name: 'Complaint 101 · Kim Sanders' }).last().waitFor();
  await picture(page, 'complaint');

  const form = page.getByRole('dialog');
  await last(page, 'Check my reply').click();
  await form.getByLabel(/^Your reply/).fill(badReply);
  await form.getByRole('button', { name: 'Check', exact: true }).click();
  await page
    .getByRole('heading', { name: /^Not yet/ })
    .last()
    .waitFor();
  await page.getByText('“I changed it twice', { exact: false }).last().waitFor();

  await type(page, '/complaint 101');
  await last(page, 'Solved').click();
  await form.getByLabel(/^What was done/).fill('Money back today');
  await form.getByRole('button', { name: 'Solved' }).click();
  await page
    .getByText(/^Solved\. 2 calls are planned/)
    .last()
    .waitFor();
  await page.context().close();
});

it('is usable on a phone, in a dark theme, in Korean', async () => {
  const page = await rig.open('U0MINSEO01', 'slack', phone);
  await type(page, '/followups');
  await page
    .getByRole('heading', { name: /오늘|연락|할 일|밀린/ })
    .last()
    .waitFor();
  expect(await widerThanPage(page)).toBe(false);
  await picture(page, 'phone');
  await page.context().close();
});

it('refuses a guest politely and shows nothing of customers', async () => {
  const page = await rig.open('U0CARLAM01');
  await type(page, '/followups');
  await page
    .getByText(/I only work for full members/)
    .first()
    .waitFor();
  expect(await page.getByText('Kim Sanders').count()).toBe(0);
  await page.context().close();
});
