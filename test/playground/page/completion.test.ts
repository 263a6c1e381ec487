import { describe, expect, it } from 'vitest';
import { completionFor } from '../../../src/playground/page/completion.ts';
import { cannedDesk, hannah } from '../../browser/playground/canned-desk.ts';

const desk = cannedDesk(hannah);
const offered = (text: string, caret = text.length, commands = true) =>
  completionFor(text, caret, desk, commands).suggestions.map(({ label }) => label);

describe('commands', () => {
  it.each([
    ['/', ['/followups', '/log', '/customer', '/sale']],
    ['/LO', ['/log']],
    ['/x', []],
    ['say /log', []],
    ['/log Kim', []],
  ])('%s', (text, labels) => expect(offered(text)).toEqual(labels));

  it('are not offered in a thread', () => expect(offered('/', 1, false)).toEqual([]));
  it('are followed by their usage', () =>
    expect(completionFor('/log K', 6, desk, true).hint).toBe('/log [customer] [outcome] [note]'));
  it('without usage give no hint', () => expect(completionFor('/sale K', 7, desk, true).hint).toBeUndefined());
});

describe('people', () => {
  it.each([
    ['@min', ['@Minseo Kim']],
    ['ask @kim', ['@Minseo Kim']],
    ['ask @Lin Y', ['@Lin Yue']],
    ['@after', ['@Aftercare']],
    ['mail@min', []],
    ['@nobody', []],
  ])('%s', (text, labels) => expect(offered(text)).toEqual(labels));

  it('replace what was typed since the sign, not what follows', () => {
    const { from, suggestions } = completionFor('ask @kim now', 8, desk, true);
    expect([from, suggestions[0]?.insert]).toEqual([4, '@Minseo Kim ']);
  });
});
