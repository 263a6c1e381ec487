import type { InputBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Form } from '../../../src/chat/card.ts';
import {
  formErrors,
  loadingView,
  noticeView,
  parseCarried,
  renderChoices,
  renderForm,
} from '../../../src/platforms/slack/form.ts';
import { forms, words } from '../../contract/blocks/samples.ts';
import { assertView } from '../../contract/blocks/slack-schema.ts';

const form = (...fields: Field[]): Form => ({ title: 'Log a call', submit: 'Save', cancel: 'Cancel', command: 'log', fields });
const inputs = (view: ModalView): InputBlock[] => view.blocks.filter((block): block is InputBlock => block.type === 'input');
const element = (field: Field) => inputs(renderForm(form(field), words))[0]?.element;

test('whatever the words and values, Slack takes the form', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\u202e', '👩‍👩‍👧'.repeat(400), 'word '.repeat(900)),
  );
  const base = { name: fc.stringMatching(/^[a-z]{3,8}$/), label: typed, hint: typed, optional: fc.boolean() };
  const choices = fc.array(fc.record({ label: typed, value: fc.string({ maxLength: 75 }) }), { maxLength: 5 });
  const field: fc.Arbitrary<Field> = fc.oneof(
    fc.record({
      ...base,
      kind: fc.constant('text'),
      value: typed,
      multiline: fc.boolean(),
      max: fc.integer({ min: -1, max: 9000 }),
      placeholder: typed,
    }),
    fc.record({ ...base, kind: fc.constant('choice'), choices, value: typed }),
    fc.record({ ...base, kind: fc.constantFrom('date', 'time', 'person'), value: typed }),
    fc.record({
      ...base,
      kind: fc.constant('search'),
      source: fc.constant('customers'),
      value: fc.record({ label: typed, value: fc.string({ maxLength: 75 }) }),
      placeholder: typed,
    }),
  );
  const whole = fc.record({
    title: typed,
    submit: typed,
    cancel: typed,
    command: fc.constant('log'),
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 6, selector: (one) => one.name }),
  });
  fc.assert(
    fc.property(whole, (drawn) => {
      fc.pre(drawn.fields.some((one) => one.kind !== 'choice' || one.choices.length > 0));
      assertView(renderForm(drawn, words));
    }),
  );
});

describe('fields', () => {
  test.each<[Field, object]>([
    [
      { kind: 'text', name: 'note', label: 'Note', value: 'so far', max: 5000 },
      { type: 'plain_text_input', initial_value: 'so far', max_length: 3000, multiline: false },
    ],
    [
      { kind: 'date', name: 'on', label: 'On', value: 'tomorrow' },
      { type: 'datepicker', action_id: 'date' },
    ],
    [
      { kind: 'time', name: 'at', label: 'At', value: '09:30' },
      { type: 'timepicker', initial_time: '09:30' },
    ],
    [
      { kind: 'person', name: 'who', label: 'Who', value: 'U0MARTA' },
      { type: 'users_select', initial_user: 'U0MARTA' },
    ],
    [
      { kind: 'search', name: 'customer', label: 'Customer', source: 'customers' },
      { type: 'external_select', action_id: 'customers:0:suggest', min_query_length: 0 },
    ],
  ])('%j', (field, drawn) => {
    expect(element(field)).toMatchObject(drawn);
  });

  test.each<Field>([
    { kind: 'date', name: 'on', label: 'On', value: 'tomorrow' },
    { kind: 'time', name: 'at', label: 'At', value: '24:00' },
    { kind: 'person', name: 'who', label: 'Who', value: '<!channel>' },
    { kind: 'text', name: 'note', label: 'Note', value: '' },
    { kind: 'choice', name: 'a', label: 'A', choices: [{ label: 'A', value: 'a' }], value: 'gone' },
  ])('what Slack would refuse as a first value is left out: %j', (field) => {
    expect(Object.keys(element(field) ?? {}).filter((key) => key.startsWith('initial_'))).toEqual([]);
  });

  test('a first choice is one of the options, word by word', () => {
    const choices = [
      { label: 'x'.repeat(100), value: 'a' },
      { label: 'b', value: 'b' },
    ];
    const drawn = element({ kind: 'choice', name: 'a', label: 'A', choices, value: 'a' });
    expect(drawn).toMatchObject({ type: 'static_select' });
    if (drawn?.type === 'static_select') expect(drawn.options).toContainEqual(drawn.initial_option);
  });

  test('a value that was cut says so', () => {
    expect(element({ kind: 'text', name: 'note', label: 'Note', value: 'word '.repeat(900), multiline: true })).toMatchObject({
      initial_value: expect.stringContaining(words.shortened),
    });
  });
});

test('a form carries its command, hidden arguments and the message it came from', () => {
  const origin = { channel: 'C1', message: '1764.01', replyUrl: 'https://hooks.slack.example/1', ephemeral: true };
  const drawn = renderForm({ ...form(), args: { followup: 'f1' } }, words, { origin });
  expect(parseCarried(drawn.private_metadata)).toEqual({ command: 'log', args: { followup: 'f1' }, origin });
  expect(() => renderForm({ ...form(), args: { note: 'x'.repeat(3000) } }, words)).toThrow("a form of 'log'");
});

test.each([undefined, '', 'null', '{"command":"log"}', '{"command":"log","args":{"a":1}}'])(
  '%j is no form of ours',
  (metadata) => {
    expect(parseCarried(metadata)).toBeUndefined();
  },
);

test('a long title ends at a word', () => {
  expect(renderForm({ ...form(), title: 'Log a call with Min-jun Kim' }, words).title.text).toBe('Log a call with Min-jun…');
});

test('a notice takes its title from the card', () => {
  const notice = noticeView({ text: 'Gone.', elements: [{ kind: 'heading', text: 'No longer there' }] }, words);
  expect(notice).toMatchObject({ title: { text: 'No longer there' }, close: { text: 'Close' } });
  expect(JSON.stringify(notice.blocks)).toContain('Gone.');
  expect(loadingView(words).title.text).toBe(words.loadingTitle);
});

test('suggestions are at most a hundred', () => {
  const choices = Array.from({ length: 120 }, (_, at) => ({ label: `Customer ${at}`, value: `c${at}` }));
  expect(renderChoices(choices, words).options).toHaveLength(100);
  expect(renderChoices([{ label: '<!here>', value: 'c1' }], words).options).toEqual([
    { text: { type: 'plain_text', text: '<!here>', emoji: false }, value: 'c1' },
  ]);
});

test('errors stand at their fields; one without a field stands at the first', () => {
  expect(formErrors({ note: 'Say something.', other: 'No such follow-up.' }, ['note', 'on'], words)).toEqual({
    response_action: 'errors',
    errors: { note: 'Say something.\nNo such follow-up.' },
  });
});

test('every sample field has its own id', () => {
  const names = Object.values(forms).flatMap((sample) => inputs(renderForm(sample, words)).map((input) => input.block_id));
  expect(names).toEqual(['note', 'outcome', 'on', 'at', 'owner', 'customer']);
});
