import type { Button, KnownBlock, ModalView, StaticSelect } from '@slack/types';

/** Payloads as Slack sends them, with the members that we do not read left in where they could mislead. */

export function interactive(blocks: readonly KnownBlock[]): (Button | StaticSelect)[] {
  return blocks.flatMap((block) => {
    const found =
      block.type === 'actions'
        ? block.elements
        : block.type === 'section' && block.accessory !== undefined
          ? [block.accessory]
          : [];
    return found.filter((element) => element.type === 'button' || element.type === 'static_select');
  });
}

/** Every text that Slack would draw, with the kind of object it stands in. */
export function textsIn(value: unknown): { readonly type: string; readonly text: string }[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string'
      ? [{ type: 'type' in value ? String(value.type) : '', text: value.text }]
      : [];
  const alt = 'alt_text' in value && typeof value.alt_text === 'string' ? [{ type: 'alt', text: value.alt_text }] : [];
  return [...own, ...alt, ...Object.values(value).flatMap(textsIn)];
}

const common = {
  team: { id: 'T1', domain: 'acme' },
  user: { id: 'U0MARTA', username: 'marta', name: 'marta', team_id: 'T1' },
  api_app_id: 'A1',
  token: 'old',
  trigger_id: '12466734323.1395872398',
  enterprise: null,
  is_enterprise_install: false,
};

export function pressed(element: Pick<Button, 'action_id' | 'value'>, change: object = {}) {
  return {
    ...common,
    type: 'block_actions',
    container: { type: 'message', message_ts: '1764000000.000100', channel_id: 'D1', is_ephemeral: false },
    channel: { id: 'D1', name: 'directmessage' },
    message: { type: 'message', ts: '1764000000.000100', text: 'x' },
    response_url: 'https://hooks.slack.example/actions/T1/1/x',
    actions: [
      {
        type: 'button',
        block_id: 'x1',
        action_id: element.action_id,
        value: element.value,
        text: { type: 'plain_text', text: 'Log' },
        action_ts: '1764000001.000200',
      },
    ],
    ...change,
  };
}

export function chose(element: StaticSelect, value: string, change: object = {}) {
  const option = { text: { type: 'plain_text', text: 'x' }, value };
  return pressed(
    {},
    {
      actions: [
        {
          type: 'static_select',
          block_id: 'x1',
          action_id: element.action_id,
          selected_option: option,
          action_ts: '1764000001.000200',
        },
      ],
      ...change,
    },
  );
}

export function submitted(view: Pick<ModalView, 'private_metadata' | 'callback_id'>, values: object, change: object = {}) {
  return {
    ...common,
    type: 'view_submission',
    response_urls: [],
    view: { ...view, id: 'V1', type: 'modal', hash: '156772938.1827394', state: { values } },
    ...change,
  };
}

export function suggesting(actionId: string, value: string, view: Pick<ModalView, 'private_metadata'>) {
  return {
    ...common,
    type: 'block_suggestion',
    action_id: actionId,
    block_id: 'customer',
    value,
    container: { type: 'view', view_id: 'V1' },
    view: { ...view, id: 'V1' },
  };
}

export function shortcut(callback: string, message: object) {
  return {
    ...common,
    type: 'message_action',
    callback_id: callback,
    action_ts: '1764000001.000200',
    message_ts: '1764000000.000100',
    response_url: 'https://hooks.slack.example/app/T1/1/x',
    channel: { id: 'C1', name: 'after-sales' },
    message: { type: 'message', ts: '1764000000.000100', ...message },
  };
}

export function event(inner: object, change: object = {}) {
  return {
    type: 'event_callback',
    token: 'old',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: 'Ev1',
    event_time: 1764000000,
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
    event: { event_ts: '1764000000.000100', ts: '1764000000.000100', ...inner },
    ...change,
  };
}

export const command = {
  token: 'old',
  command: '/log',
  text: 'Kim reached',
  team_id: 'T1',
  team_domain: 'acme',
  channel_id: 'C1',
  channel_name: 'after-sales',
  user_id: 'U0MARTA',
  user_name: 'marta',
  trigger_id: '13345224609.738474920',
  response_url: 'https://hooks.slack.example/commands/1',
  api_app_id: 'A1',
};
