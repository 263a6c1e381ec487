import type { Block, View } from '../../../src/playground/protocol.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

const button = (label: string, id: string, more: Block = {}): Block => ({
  type: 'button',
  text: plain(label),
  action_id: id,
  value: id,
  ...more,
});

export const followups: readonly Block[] = [
  { type: 'header', block_id: 'h', text: plain('3 follow-ups today') },
  { type: 'context', block_id: 'c', elements: [mrkdwn('Tuesday, November 24 · times in *America/Los_Angeles*')] },
  {
    type: 'section',
    block_id: 's1',
    text: mrkdwn('*김민수* (한빛전자) · 세탁기 배송 후 두 번째 통화\nPromised to call back by <!date^1795549200^{time}|11:00>'),
  },
  {
    type: 'actions',
    block_id: 'a1',
    elements: [
      button('Log', 'log:1', { style: 'primary' }),
      {
        type: 'overflow',
        action_id: 'snooze:1',
        options: [
          { text: plain('Tomorrow'), value: '1d' },
          { text: plain('In three days'), value: '3d' },
        ],
      },
      button('Open', 'open:1'),
      button('Stop calls', 'stop:1', {
        style: 'danger',
        confirm: {
          title: plain('Stop all calls?'),
          text: mrkdwn('Nobody will be reminded of *김민수* again.'),
          confirm: plain('Stop'),
          deny: plain('Keep'),
          style: 'danger',
        },
      }),
    ],
  },
  { type: 'divider', block_id: 'd' },
  {
    type: 'section',
    block_id: 's2',
    text: mrkdwn('*王芳* (海港家电) · 洗碗机安装后的满意度回访'),
    accessory: {
      type: 'static_select',
      action_id: 'move:2',
      placeholder: plain('Move to…'),
      options: [
        { text: plain('Tomorrow'), value: '1d' },
        { text: plain('Next week'), value: '7d' },
      ],
    },
  },
  {
    type: 'section',
    block_id: 's3',
    fields: [
      mrkdwn('*Bought*\nDishwasher D7'),
      mrkdwn('*On*\n2026-11-20'),
      mrkdwn('*Last note*\n_Likes mornings_'),
      mrkdwn('*Phone*\n`+1 415 555 0100`'),
    ],
  },
];

export const logView: View = {
  id: 'V1',
  title: 'Log a call',
  submit: 'Save',
  close: 'Cancel',
  blocks: [
    { type: 'section', block_id: 'intro', text: mrkdwn('*김민수* · 세탁기, bought on 2026-11-20') },
    {
      type: 'input',
      block_id: 'note',
      label: plain('What was said'),
      hint: plain('One or two sentences are enough.'),
      element: {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: 200,
        placeholder: plain('For example: happy with it, asks for a second filter'),
      },
    },
    {
      type: 'input',
      block_id: 'outcome',
      label: plain('Outcome'),
      element: {
        type: 'static_select',
        action_id: 'value',
        placeholder: plain('Choose'),
        options: ['Reached', 'No answer', 'Left a message'].map((label) => ({ text: plain(label), value: label.toLowerCase() })),
      },
    },
    {
      type: 'input',
      block_id: 'customer',
      label: plain('Customer'),
      optional: true,
      element: { type: 'external_select', action_id: 'value', min_query_length: 1, placeholder: plain('Type a name') },
    },
    {
      type: 'input',
      block_id: 'owner',
      label: plain('Owner'),
      optional: true,
      element: { type: 'users_select', action_id: 'value', initial_user: 'U0HANNAH01', placeholder: plain('Choose a person') },
    },
    {
      type: 'input',
      block_id: 'day',
      label: plain('Next step on'),
      optional: true,
      element: { type: 'datepicker', action_id: 'value', initial_date: '2026-11-27' },
    },
    { type: 'input', block_id: 'time', label: plain('At'), optional: true, element: { type: 'timepicker', action_id: 'value' } },
    {
      type: 'input',
      block_id: 'mood',
      label: plain('Mood'),
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        initial_option: { text: plain('Happy'), value: 'happy' },
        options: ['Happy', 'Neutral', 'Upset'].map((label) => ({ text: plain(label), value: label.toLowerCase() })),
      },
    },
    {
      type: 'input',
      block_id: 'extras',
      label: plain('Also'),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: 'value',
        options: [
          { text: mrkdwn('Send a thank-you note'), value: 'thanks', description: plain('Written by hand') },
          { text: plain('Tell the manager'), value: 'tell' },
        ],
      },
    },
  ],
};

export const homeView: View = {
  id: 'H1',
  title: 'Home',
  blocks: [
    { type: 'header', block_id: 'hh', text: plain('Good morning, Hannah') },
    {
      type: 'section',
      block_id: 'hs',
      text: mrkdwn('*3 follow-ups* are due today.'),
      accessory: button('Show them', 'home:followups', { style: 'primary' }),
    },
    { type: 'video', block_id: 'hv' },
  ],
};
