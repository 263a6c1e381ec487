import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../src/platforms/slack/form.ts';
import { fieldNames, parseForm } from '../../../src/platforms/slack/inbound-form.ts';
import { words } from '../../contract/blocks/samples.ts';
import { submitted } from './payloads.ts';

const base = { title: 'Log', submit: 'Save', cancel: 'Cancel', command: 'log', args: { followup: 'f1' }, fields: [] };
const view = renderForm(base, words, {
  origin: { channel: 'D1', message: '1764.01', replyUrl: 'https://hooks.slack.example/1' },
});
const note = (value: string | null) => ({ note: { text: { type: 'plain_text_input', value } } });

describe('a submitted form', () => {
  test('is its command with hidden arguments and fields together', () => {
    const values = {
      ...note('Happy <so far> & well'),
      outcome: {
        choice: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'Reached' }, value: 'reached' } },
      },
      on: { date: { type: 'datepicker', selected_date: '2026-11-24' } },
      at: { time: { type: 'timepicker', selected_time: '15:00' } },
      owner: { person: { type: 'users_select', selected_user: 'U2' } },
      customer: {
        'customers:0:suggest': {
          type: 'external_select',
          selected_option: { text: { type: 'plain_text', text: 'Kim' }, value: 'c1' },
        },
      },
    };
    expect(parseForm(submitted(view, values))).toEqual({
      platform: 'slack',
      team: 'T1',
      person: { id: 'U0MARTA' },
      place: { id: 'D1', kind: 'direct' },
      via: 'form',
      command: 'log',
      text: '',
      args: {
        followup: 'f1',
        note: 'Happy <so far> & well',
        outcome: 'reached',
        on: '2026-11-24',
        at: '15:00',
        owner: 'U2',
        customer: 'c1',
      },
      delivery: expect.stringMatching(/^form:V1:[0-9a-f]{16}$/),
      origin: { channel: 'D1', message: '1764.01', replyUrl: 'https://hooks.slack.example/1' },
    });
    expect(fieldNames(submitted(view, values))).toEqual(['note', 'outcome', 'on', 'at', 'owner', 'customer']);
  });

  test('an empty field is absent', () => {
    const values = {
      ...note(null),
      on: { date: { type: 'datepicker', selected_date: null } },
      outcome: { choice: { type: 'static_select', selected_option: null } },
    };
    expect(parseForm(submitted(view, values))?.args).toEqual({ followup: 'f1' });
  });

  test('a field goes before a hidden value of its name, also when it was emptied', () => {
    const own = renderForm({ ...base, args: { note: 'hidden', followup: 'f1' } }, words);
    expect(parseForm(submitted(own, note('seen')))?.args).toEqual({ followup: 'f1', note: 'seen' });
    expect(parseForm(submitted(own, note(null)))?.args).toEqual({ followup: 'f1' });
  });

  test('sent twice is one delivery, mended after an error is another, and no draft is in it', () => {
    const first = parseForm(submitted(view, note('It was your own fault.')));
    const again = parseForm(submitted(view, note('It was your own fault.'), { trigger_id: '9.9' }));
    const mended = parseForm(submitted(view, note('I am sorry.')));
    expect(again?.delivery).toBe(first?.delivery);
    expect(mended?.delivery).not.toBe(first?.delivery);
    expect(first?.delivery).not.toContain('fault');
  });

  test('of a stranger or of another bot', () => {
    expect(parseForm(submitted(view, {}, { user: { id: 'U7', team_id: 'T7' } }))?.person).toEqual({ id: 'U7', team: 'T7' });
    expect(parseForm(submitted({ private_metadata: '{}' }, {}))).toBeUndefined();
    expect(parseForm({})).toBeUndefined();
    expect(fieldNames({})).toEqual([]);
  });
});
