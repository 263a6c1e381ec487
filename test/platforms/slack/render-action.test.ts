import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/chat/card.ts';
import { opensForm, parseAction } from '../../../src/platforms/slack/inbound.ts';
import { drawActions, parseActionId } from '../../../src/platforms/slack/render-action.ts';
import { words } from '../../contract/blocks/samples.ts';
import { chose, pressed } from './payloads.ts';

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('<!channel>', '":[]{}', '\ud83d'));
const args = fc.dictionary(name, value, { maxKeys: 5 });

test('what a button carries comes back when it is pressed', () => {
  fc.assert(
    fc.property(name, fc.option(args, { nil: undefined }), fc.boolean(), (command, carried, form) => {
      const [drawn] = drawActions(
        [{ kind: 'button', label: 'Go', command, opensForm: form, ...(carried === undefined ? {} : { args: carried }) }],
        words,
      );
      const payload = pressed(drawn?.type === 'button' ? drawn : {});
      expect(parseAction(JSON.parse(JSON.stringify(payload)))).toMatchObject({ command, args: { ...carried }, via: 'button' });
      expect(opensForm(payload)).toBe(form);
    }),
  );
});

test('what a menu carries comes back with the choice', () => {
  const few = fc.dictionary(name, fc.string({ maxLength: 12 }), { maxKeys: 3 });
  fc.assert(
    fc.property(name, name, few, fc.string({ maxLength: 75 }), (command, chosen, carried, choice) => {
      const [drawn] = drawActions(
        [{ kind: 'menu', label: 'Pick', command, name: chosen, args: carried, choices: [{ label: 'x', value: choice }] }],
        words,
      );
      if (drawn?.type !== 'static_select') throw new Error('no menu was drawn');
      expect(parseAction(chose(drawn, choice))).toMatchObject({ command, args: { ...carried, [chosen]: choice } });
    }),
  );
});

describe('what cannot be carried is a mistake in the code and says whose', () => {
  const long = 'x'.repeat(2000);
  test.each<[string, Action]>([
    ["a button of 'log'", { kind: 'button', label: 'a', command: 'log', args: { note: long } }],
    [
      "of 'snooze'",
      { kind: 'menu', label: 'a', command: 'snooze', name: 'for', args: { id: long }, choices: [{ label: 'a', value: 'b' }] },
    ],
    [
      "a choice of 'snooze'",
      { kind: 'menu', label: 'a', command: 'snooze', name: 'for', choices: [{ label: 'a', value: 'x'.repeat(76) }] },
    ],
    ['no colon: a:b', { kind: 'button', label: 'a', command: 'a:b' }],
  ])('%s', (message, action) => {
    expect(() => drawActions([action], words)).toThrow(message);
  });
});

test('a menu of more than a hundred choices is grouped, and loses none', () => {
  const choices = Array.from({ length: 250 }, (_, at) => ({ label: `Choice ${at}`, value: `${at}` }));
  const [drawn] = drawActions([{ kind: 'menu', label: 'Pick', command: 'pick', name: 'it', choices }], words);
  const groups = drawn?.type === 'static_select' ? (drawn.option_groups ?? []) : [];
  expect(groups.map((group) => group.label.text)).toEqual(['1–100', '101–200', '201–250']);
  expect(groups.flatMap((group) => group.options.map((option) => option.value))).toEqual(choices.map((choice) => choice.value));
});

test('what leads nowhere is not drawn, and ids stay different', () => {
  const drawn = drawActions(
    [
      { kind: 'link', label: 'a', url: 'javascript:alert(1)' },
      { kind: 'menu', label: 'a', command: 'pick', name: 'it', choices: [] },
      { kind: 'button', label: 'a', command: 'log' },
      { kind: 'button', label: 'b', command: 'log' },
      { kind: 'link', label: 'c', url: 'https://a.example' },
    ],
    words,
  );
  expect(drawn.map((action) => action.action_id)).toEqual(['log:2', 'log:3', ':4:link']);
});

test.each(['', 'log', 'log:x', 'log:0:dance', 'log:0:menu:{', 'log:0:menu:["a",{"b":1}]', 'log:0:menu'])(
  '%j is no action id',
  (id) => {
    expect(parseActionId(id)).toBeUndefined();
  },
);
