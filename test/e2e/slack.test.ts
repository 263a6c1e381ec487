import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, type Home, importRows, makeHome, type Program, runProgram } from '../support/program.ts';
import {
  ADMIN,
  AFTER_SALES,
  GUEST,
  HANNAH,
  MANAGER,
  MINSEO,
  openSlackRig,
  type SlackRig,
  sendSigned,
} from '../support/slack-rig.ts';

let rig: SlackRig;
let home: Home;
let program: Program;
beforeAll(async () => {
  home = await makeHome();
  rig = await openSlackRig();
  program = await rig.boot(home);
  await rig.letTeamIn();
  await importRows(home, ['Ada Park,kettle', 'Bea Stone,toaster', 'Cy Long,fan']);
}, 120_000);
afterAll(async () => {
  await program.stop();
  await rig.close();
  home.remove();
}, 30_000);

describe('who is let in', () => {
  const body = new URLSearchParams({
    command: '/followups',
    text: '',
    team_id: 'T0HARBOUR1',
    user_id: HANNAH,
    channel_id: 'D0HANNAH01',
    trigger_id: '1.2.3',
    api_app_id: 'A1',
  }).toString();

  test('a request that Slack signed is answered', async () => {
    const response = await sendSigned(rig.bot(), body);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('follow-ups due');
  });

  test.each([
    ['another secret', { secret: 'not-the-secret' }],
    ['ten minutes ago', { at: Math.floor(Date.now() / 1000) - 600 }],
  ])('a request signed with %s is refused', async (_what, how) => {
    expect((await sendSigned(rig.bot(), body, how)).status).toBe(401);
  });

  test('a stranger from a shared channel is refused politely, and nobody else sees it', async () => {
    await rig.cloud.command({ as: GUEST, channel: AFTER_SALES, text: '/followups team' });
    const said = await eventually(() => rig.texts(GUEST, AFTER_SALES)[0]);
    expect(said).toMatch(/Sorry, I only work for full members/);
    expect(rig.texts(MANAGER, AFTER_SALES)).toEqual([]);
  });

  test('a rep does not reach what admins do', async () => {
    expect(await rig.type(HANNAH, '/aftercare people')).toMatch(/Only an? admin/);
  });
});

/** How often a note stands in a customer's file. */
const notes = (file: string, note = 'likes the toaster') => file.split(note).length - 1;

describe('one thing that was done is one record', () => {
  test('plain words, a slash, and the umbrella are the same command', async () => {
    const bySlash = await rig.type(HANNAH, '/customer Ada');
    const byUmbrella = await rig.type(HANNAH, '/aftercare customer Ada');
    await rig.cloud.say({ as: HANNAH, channel: rig.cloud.direct(HANNAH), text: 'customer Ada' });
    const byWords = await eventually(() => rig.texts(HANNAH).at(-1)?.includes('Ada Park') && rig.texts(HANNAH).at(-1));
    for (const said of [bySlash, byUmbrella, byWords]) expect(said).toMatch(/Ada Park[\s\S]*kettle/);
  });

  test('a double tap is one entry, and undo takes it back', async () => {
    const first = await rig.type(HANNAH, '/log Bea reached likes the toaster');
    const second = await rig.type(HANNAH, '/log Bea reached likes the toaster');
    expect(first).toContain('Logged: Bea Stone');
    expect(second).toContain('Logged: Bea Stone');
    expect(notes(await rig.type(HANNAH, '/customer Bea'))).toBe(1);
    await rig.cloud.press({ as: HANNAH, on: { channel: rig.cloud.direct(HANNAH) }, action: 'Undo' });
    await eventually(() => rig.texts(HANNAH).some((text) => text.includes('Taken back: Bea Stone')));
    expect(await rig.type(HANNAH, '/followups Bea')).toContain('Day-5 call');
  });

  test('an event that Slack delivers again is carried out once', async () => {
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: rig.cloud.direct(HANNAH),
      user: HANNAH,
      text: 'log Cy reached asked for a spare blade',
      ts: '1790000000.000100',
      event_ts: '1790000000.000100',
    };
    for (let delivery = 0; delivery < 3; delivery++) await rig.cloud.event('message.im', event);
    await eventually(() => rig.texts(HANNAH).filter((text) => text.includes('Logged: Cy Long')).length === 3);
    expect(notes(await rig.type(HANNAH, '/customer Cy'), 'asked for a spare blade')).toBe(1);
  });
});

test('the doctor finds everything in order, by real calls, while the bot runs', { timeout: 90_000 }, async () => {
  const healthy = await runProgram(['doctor'], { ...rig.env, ...home.env, PUBLIC_URL: rig.bot() });
  expect(healthy.out).toContain('✓ Slack: the bot token is one of the workspace Harbour Appliances');
  expect(healthy.out).toContain('✓ Database: reached');
  expect(healthy.out).toContain('✓ PUBLIC_URL');
  expect(healthy.out).not.toContain('✗');
  expect(healthy.status).toBe(0);

  const ill = await runProgram(['doctor'], {
    ...rig.env,
    ...home.env,
    SLACK_BOT_TOKEN: 'xoxb-wrong',
    PUBLIC_URL: 'http://127.0.0.1:9',
  });
  expect(ill.out).toMatch(/✗ Slack: auth\.test failed .*invalid_auth.*Copy the Bot User OAuth Token/);
  expect(ill.out).toMatch(/✗ PUBLIC_URL: .*is not reached/);
  expect(ill.status).toBe(1);
});

test('the admin sees the whole team', async () => {
  const said = await rig.type(ADMIN, '/aftercare people');
  for (const id of [ADMIN, MANAGER, HANNAH, MINSEO]) expect(said).toContain(`<@${id}>`);
});
