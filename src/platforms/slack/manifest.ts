/** What the Slack app is made of; the commands come from the app's own list. */
export interface ManifestParts {
  readonly commands: readonly { readonly command: string; readonly description: string; readonly usage: string }[];
  readonly shortcuts: readonly { readonly callback: string; readonly name: string; readonly description: string }[];
  /** Where Slack reaches the bot. Absent: Socket Mode, for which Slack needs no address. */
  readonly publicUrl: string | undefined;
}

/** Each scope with the feature that needs it; nothing is asked for that nothing uses. */
export const scopes = {
  commands: 'slash commands',
  'chat:write': 'answers, reminders, lists',
  'im:history': 'plain words and files in the direct conversation; whether a reminder arrived',
  'im:write': 'finding the direct conversation, to see whether a reminder arrived',
  'app_mentions:read': 'being called by name in a channel',
  'users:read': 'name, time zone and language of reps; whether somebody is a guest',
  'users:read.email': 'knowing the reps that a file names by mail',
  'files:read': 'CSV files sent to the bot',
} as const;

const events = ['app_home_opened', 'app_mention', 'message.im'];

/** The app's manifest, as Slack's "from a manifest" takes it. */
export function slackManifest({ commands, shortcuts, publicUrl }: ManifestParts) {
  const url = publicUrl === undefined ? undefined : `${publicUrl}/slack/events`;
  const withUrl = url === undefined ? {} : { url };
  return {
    display_information: {
      name: 'Aftercare',
      description: 'Nobody in your after-sales team forgets a customer.',
      background_color: '#1f4e5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Aftercare', always_online: true },
      slash_commands: commands.map(({ command, description, usage }) => ({
        command: `/${command}`,
        ...withUrl,
        description,
        ...(usage === '' ? {} : { usage_hint: usage }),
        should_escape: true,
      })),
      ...(shortcuts.length === 0
        ? {}
        : {
            shortcuts: shortcuts.map(({ callback, name, description }) => ({
              name,
              type: 'message',
              callback_id: callback,
              description,
            })),
          }),
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { ...(url === undefined ? {} : { request_url: url }), bot_events: events },
      interactivity: { is_enabled: true, ...(url === undefined ? {} : { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
