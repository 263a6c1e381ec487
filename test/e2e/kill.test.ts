import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, type Home, importRows, makeHome, type Program } from '../support/program.ts';
import { HANNAH, openSlackRig, type SlackRig } from '../support/slack-rig.ts';

let rig: SlackRig;
let home: Home;
let program: Program;
beforeEach(async () => {
  home = await makeHome();
  rig = await openSlackRig();
  program = await rig.boot(home);
  await rig.letTeamIn();
}, 120_000);
afterEach(async () => {
  await program.stop();
  await rig.close();
  home.remove();
}, 30_000);

const names = ['Ada', 'Bea', 'Cy', 'Dot', 'Eve', 'Fay', 'Gus', 'Hal', 'Ike', 'Jo', 'Kit', 'Lou'];

/** Saved is what the person was told is saved. */
test('kill -9 in the middle of logging: nothing that was called saved is lost, nothing is there twice', {
  timeout: 120_000,
}, async () => {
  await importRows(
    home,
    names.map((name) => `${name} Stone,kettle`),
  );
  const typed = names.map((name) =>
    rig.cloud
      .command({ as: HANNAH, channel: rig.cloud.direct(HANNAH), text: `/log ${name} Stone reached note-${name}-end` })
      .catch(() => {}),
  );
  const saved = () => names.filter((name) => rig.texts(HANNAH).some((text) => text.includes(`Logged: ${name} Stone`)));
  await eventually(() => saved().length > 0);
  await program.kill();
  await Promise.all(typed);
  const called = saved();

  program = await rig.boot(home);
  for (const name of names) {
    const times = (await rig.type(HANNAH, `/customer ${name} Stone`)).split(`note-${name}-end`).length - 1;
    if (called.includes(name)) expect([name, times]).toEqual([name, 1]);
    else expect(times).toBeLessThanOrEqual(1);
  }
  // Whoever was left without an answer types it again, and it is there once.
  for (const name of names.filter((one) => !called.includes(one))) {
    await rig.type(HANNAH, `/log ${name} Stone reached note-${name}-end`);
    expect((await rig.type(HANNAH, `/customer ${name} Stone`)).split(`note-${name}-end`).length - 1).toBeGreaterThanOrEqual(1);
  }
});
