import type { Card, Element, ElementOf, Form } from '../../../src/chat/card.ts';
import type { ChatWords } from '../../../src/chat/platform.ts';

export const words: ChatWords = {
  shortened: '… (shortened)',
  loadingTitle: 'Aftercare',
  loading: 'One moment…',
  close: 'Close',
  notSavedYet: 'Not saved yet. I am still at it and will say here what came of it.',
  notSaved: 'That was not saved. Please try again.',
  choose: 'Choose',
  inDirect: 'The rest is in our direct conversation.',
  required: 'Please fill this in.',
  addMeFirst: 'Add me first.',
  addMeToReach: 'Add me to be reached.',
  addMe: 'Add me',
};

/** One or more of each kind, so that a new kind of element needs a sample before this compiles. */
export const elements: { readonly [K in Element['kind']]: readonly ElementOf<K>[] } = {
  heading: [{ kind: 'heading', text: 'Due today' }],
  text: [
    { kind: 'text', line: 'Call Min-jun Kim about the espresso machine.' },
    {
      kind: 'text',
      line: ['Passed to ', { mention: 'U0MARTA' }, ', ', { bold: 'by 5 pm' }, ' at the ', { italic: 'latest' }, '.'],
    },
    {
      kind: 'text',
      line: [
        { strike: '3 pm' },
        ' ',
        { code: 'A-1042' },
        ' ',
        { link: { text: 'the order', url: 'https://shop.example/orders/1042?a=1&b=2' } },
      ],
    },
  ],
  note: [
    { kind: 'note', line: 'Why now: the machine was bought 4 days ago.' },
    { kind: 'note', line: ['Only ', { mention: 'U0MARTA' }, ' sees this.'] },
  ],
  list: [{ kind: 'list', items: ['Say thank you', ['Ask about ', { bold: 'the grinder' }], '묻기: 물이 새지 않는지'] }],
  facts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Bought', value: 'Espresso machine, 12 Nov' },
        { label: 'Owner', value: [{ mention: 'U0MARTA' }] },
      ],
    },
  ],
  quote: [{ kind: 'quote', text: 'It leaks.\nI called twice & nobody came back to me!' }],
  item: [
    {
      kind: 'item',
      line: 'Min-jun Kim: second call',
      detail: 'Due 3 pm · espresso machine',
      actions: [{ kind: 'button', label: 'Log', command: 'log', args: { followup: 'f1' }, opensForm: true }],
    },
    {
      kind: 'item',
      line: ['王芳: ', { bold: 'thank-you note' }],
      detail: 'Since yesterday',
      actions: [
        { kind: 'button', label: 'Log', command: 'log', args: { followup: 'f2' }, style: 'primary', opensForm: true },
        {
          kind: 'menu',
          label: 'Snooze',
          command: 'snooze',
          name: 'for',
          args: { followup: 'f2' },
          choices: [
            { label: '1 hour', value: '1h' },
            { label: 'Tomorrow', value: '1d' },
          ],
        },
        { kind: 'link', label: 'Open order', url: 'https://shop.example/orders/1043' },
      ],
    },
    { kind: 'item', line: 'Nothing to do here', actions: [] },
  ],
  actions: [
    {
      kind: 'actions',
      actions: [
        { kind: 'button', label: 'Show all', command: 'followups', args: { scope: 'team' } },
        {
          kind: 'button',
          label: 'Erase',
          command: 'erase',
          args: { customer: 'c1' },
          style: 'danger',
          confirm: {
            title: 'Erase Min-jun Kim?',
            text: 'Notes, purchases and follow-ups go with him.',
            yes: 'Erase',
            no: 'Keep',
          },
        },
      ],
    },
  ],
  picture: [{ kind: 'picture', url: 'https://bot.example/pictures/week-47.png', alt: 'Follow-ups a day: 3, 5, 2, 8, 4' }],
  divider: [{ kind: 'divider' }],
};

const followUp = (at: number): Element => ({
  kind: 'item',
  line: `Customer ${at}: second call`,
  detail: 'Due 3 pm · espresso machine, bought 12 Nov',
  actions: [
    {
      kind: 'button',
      label: 'Log',
      command: 'log',
      args: { followup: `0192f3c4-7a1b-7c3d-9e8f-00000000000${at}` },
      style: 'primary',
      opensForm: true,
    },
    { kind: 'button', label: 'Snooze', command: 'snooze', args: { followup: `0192f3c4-7a1b-7c3d-9e8f-00000000000${at}` } },
    { kind: 'button', label: 'File', command: 'customer', args: { customer: `0192f3c4-7a1b-7c3d-9e8f-10000000000${at}` } },
  ],
});

/** Cards as features make them; the snapshots show each in every native form. */
export const cards: Readonly<Record<string, Card>> = {
  'each-element': { text: 'One of each.', elements: Object.values(elements).flat() },
  'text-only': { text: 'Saved: Min-jun Kim, reached, happy.', elements: [] },
  'follow-ups': {
    text: '9 follow-ups are due today.',
    elements: [
      { kind: 'heading', text: 'Due today' },
      ...Array.from({ length: 9 }, (_, at) => followUp(at + 1)),
      { kind: 'note', line: 'Page 1 of 3' },
      { kind: 'actions', actions: [{ kind: 'button', label: 'Next page', command: 'followups', args: { page: '2' } }] },
    ],
  },
  hostile: {
    text: '<!channel> *Kim* & <https://evil.example|your bank> @here',
    elements: [
      { kind: 'heading', text: '<!channel> *Kim*' },
      { kind: 'note', line: ['<!here> _a_ ', { bold: '*b* <@U1>' }, ' `c` ~d~ anna_kim@x.example\n> not a quote'] },
      {
        kind: 'item',
        line: '<@U0BOSS> \u202egnp.exe',
        detail: '&lt;!channel&gt; @everyone',
        actions: [{ kind: 'button', label: '<!channel>', command: 'log', args: { note: '<!channel> "quoted" \\ \u{1f600}' } }],
      },
      { kind: 'text', line: [{ link: { text: 'click me', url: 'javascript:alert(1)' } }, ' ', { mention: 'U1> <!channel' }] },
    ],
  },
};

export const forms: Readonly<Record<string, Form>> = {
  'each-field': {
    title: 'Log a call with Min-jun Kim',
    submit: 'Save',
    cancel: 'Cancel',
    command: 'log',
    args: { followup: 'f1', version: '3' },
    intro: [{ kind: 'text', line: ['Second call for ', { bold: 'Min-jun Kim' }] }],
    fields: [
      {
        kind: 'text',
        name: 'note',
        label: 'What was said',
        multiline: true,
        optional: true,
        max: 500,
        value: 'Happy <so far>',
        placeholder: 'In a sentence',
        hint: 'Only your team reads this.',
      },
      {
        kind: 'choice',
        name: 'outcome',
        label: 'Outcome',
        choices: [
          { label: 'Reached', value: 'reached' },
          { label: 'No answer', value: 'no-answer' },
        ],
        value: 'reached',
      },
      { kind: 'date', name: 'on', label: 'On', value: '2026-11-24' },
      { kind: 'time', name: 'at', label: 'At', value: '15:00', optional: true },
      { kind: 'person', name: 'owner', label: 'Owner', value: 'U0MARTA', optional: true },
      { kind: 'search', name: 'customer', label: 'Customer', source: 'customers', value: { label: 'Min-jun Kim', value: 'c1' } },
    ],
  },
};
