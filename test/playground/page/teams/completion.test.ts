import { expect, test } from 'vitest';
import { CAST } from '../../../../src/playground/cast.ts';
import { teamsCompletion } from '../../../../src/playground/page/teams/completion.ts';
import type { TeamsDesk } from '../../../../src/playground/teams/protocol.ts';

const [me] = CAST;
if (!me) throw new Error('nobody in the cast');
const desk: TeamsDesk = {
  organisation: 'Harbour',
  team: 'After-sales team',
  me,
  cast: CAST,
  bot: { id: '28:x', name: 'Aftercare' },
  places: [],
  commands: [
    { title: 'followups', usage: '[week]', description: 'What is due' },
    { title: 'log', usage: '', description: 'What came of it' },
  ],
  extensions: [],
  accounts: {},
  clock: { now: '2026-11-24T00:00:00Z' },
};
const offered = (text: string, personal = true) => {
  const { from, suggestions } = teamsCompletion(text, text.length, desk, personal);
  return suggestions.map(({ insert }) => text.slice(0, from) + insert);
};

test.each([
  ['fol', ['followups ']],
  // Typed out in full it is sent by Enter.
  ['log', []],
  ['we log', []],
  ['@kim', ['@Minseo Kim ']],
  ['ask @Lin', ['ask @Lin Yue ']],
  ['', []],
])('in the chat with the app %j offers %j', (text, wanted) => {
  expect(offered(text)).toEqual(wanted);
});

test('in a channel the commands come after the app’s name', () => {
  expect(offered('fol', false)).toEqual([]);
  expect(offered('@Aftercare fol', false)).toEqual(['@Aftercare followups ']);
});
