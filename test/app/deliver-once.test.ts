import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverOnce } from '../../src/app/deliver-once.ts';
import { PlatformError, type PlatformErrorKind } from '../../src/chat/platform.ts';
import { findReach } from '../../src/features/people/index.ts';
import { type BotRig, openBot, type Team } from '../support/bot.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0TELL${count}`);
  await team.member(`U0TELL${count}`, 'manager');
  await rig.runJobs();
  rig.slack.sent.length = 0;
  rig.slack.lookedUp.length = 0;
});

/** One run of a job that tells somebody; gives `sent`, or the seconds until it is run again. */
async function run(): Promise<unknown> {
  const reach = await findReach(team.scope, await team.personId(`U0TELL${count}`));
  if (!reach) throw new Error('Nobody there');
  const card = { text: 'Something broke', elements: [] };
  return deliverOnce(rig.services, team.scope, reach, () => card, `broken:${count}`).then(
    () => 'sent',
    (error: unknown) => (error instanceof Error && 'seconds' in error ? error.seconds : error),
  );
}
const fail = (kind: PlatformErrorKind, arrives = false, retryAfter?: number) =>
  rig.slack.failNext(new PlatformError(kind, `was_${kind}`, retryAfter === undefined ? {} : { retryAfter }), arrives);

test('a job that runs twice tells once', async () => {
  expect([await run(), await run()]).toEqual(['sent', 'sent']);
  expect(rig.slack.sent).toHaveLength(1);
  expect(rig.slack.lookedUp).toEqual([]);
});

test('two at the same instant tell once', async () => {
  const ends = await Promise.all([run(), run()]);
  expect(ends).toContain('sent');
  rig.pass(1);
  expect(await run()).toBe('sent');
  expect(rig.slack.sent).toHaveLength(1);
});

describe('after an unclear end the conversation is asked first', () => {
  test.each([
    ['it arrived', true],
    ['it did not', false],
  ])('%s', async (_title, arrives) => {
    fail('unclear', arrives);
    expect(await run()).toBe(30);
    rig.pass(1 / 6);
    expect(await run()).toBe(20);
    rig.pass(1);
    expect(await run()).toBe('sent');
    expect(rig.slack.sent).toHaveLength(1);
    expect(rig.slack.lookedUp).toHaveLength(1);
    expect(await run()).toBe('sent');
    expect(rig.slack.sent).toHaveLength(1);
  });

  test('a look-up that is refused waits, and after a day it is given up', async () => {
    fail('unclear', true);
    await run();
    rig.pass(1);
    const refused = new PlatformError('denied', 'missing_scope');
    rig.slack.failNextLookup(refused);
    expect(await run()).toBe(30);
    rig.pass(25 * 60);
    rig.slack.failNextLookup(refused);
    expect(await run()).toBe(refused);
    expect(rig.slack.sent).toHaveLength(1);
  });
});

test('what certainly did not arrive is sent again without asking, as late as the platform wants', async () => {
  fail('limited', false, 12);
  expect([await run(), await run()]).toEqual([12, 'sent']);
  expect(rig.slack.lookedUp).toEqual([]);
});
