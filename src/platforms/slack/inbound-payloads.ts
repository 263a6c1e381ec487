import { z } from 'zod';

/** What we read of Slack's payloads, and no more: the rest may change without harm. */

const maybe = <T extends z.core.$ZodType>(type: T) => z.nullish(type).transform((value) => value ?? undefined);
const named = z.object({ id: z.string() });
/** Null in an organisation-wide installation. */
const team = maybe(named);
const user = z.object({ id: z.string(), team_id: maybe(z.string()) });

export const slashCommand = z.object({
  command: z.string(),
  text: maybe(z.string()),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

const view = z.object({
  id: z.string(),
  private_metadata: maybe(z.string()),
  app_installed_team_id: maybe(z.string()),
});

const chosen = maybe(z.object({ value: z.string() }));

const quoteBlock = z.object({
  type: z.literal('rich_text'),
  elements: z.array(z.object({ type: z.string(), elements: z.array(z.object({ text: maybe(z.string()) }).loose()) })),
});
/** Blocks of other kinds are of no interest. */
const blocks = z.array(z.union([quoteBlock, z.unknown().transform(() => undefined)]));

export const blockActions = z.object({
  type: z.literal('block_actions'),
  team,
  user,
  channel: maybe(named),
  container: z.object({
    type: z.string(),
    channel_id: maybe(z.string()),
    message_ts: maybe(z.string()),
    view_id: maybe(z.string()),
    is_ephemeral: maybe(z.boolean()),
  }),
  view: maybe(view),
  /** Absent where only one person sees the message. */
  message: maybe(z.object({ blocks: maybe(blocks) })),
  response_url: maybe(z.string()),
  actions: z.array(
    z.object({
      action_id: z.string(),
      action_ts: z.string(),
      value: maybe(z.string()),
      selected_option: chosen,
    }),
  ),
});

const stateValue = z.object({
  value: maybe(z.string()),
  selected_option: chosen,
  selected_date: maybe(z.string()),
  selected_time: maybe(z.string()),
  selected_user: maybe(z.string()),
});

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  team,
  user,
  view: view.extend({ state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }) }),
});

export const blockSuggestion = z.object({
  type: z.literal('block_suggestion'),
  team,
  user,
  action_id: z.string(),
  value: maybe(z.string()),
  view: maybe(view),
});

export const messageAction = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  trigger_id: z.string(),
  team,
  user,
  channel: named,
  message: z.object({ text: maybe(z.string()), user: maybe(z.string()) }),
});

export const slackFile = z.object({
  id: z.string(),
  name: maybe(z.string()),
  size: maybe(z.number()),
  url_private: maybe(z.string()),
  url_private_download: maybe(z.string()),
});

/** Of the person who did it; `user_team` only where channels are shared between organisations. */
const byPerson = { user: z.string(), team: maybe(z.string()), user_team: maybe(z.string()) };

const message = z.object({
  type: z.literal('message'),
  ...byPerson,
  subtype: maybe(z.string()),
  bot_id: maybe(z.string()),
  channel: z.string(),
  channel_type: maybe(z.string()),
  text: maybe(z.string()),
  files: maybe(z.array(slackFile)),
});

const mention = z.object({
  type: z.literal('app_mention'),
  ...byPerson,
  bot_id: maybe(z.string()),
  channel: z.string(),
  text: z.string(),
  files: maybe(z.array(slackFile)),
});

const homeOpened = z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: maybe(z.string()) });

export const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  authorizations: maybe(z.array(z.object({ team_id: maybe(z.string()), user_id: maybe(z.string()) }))),
  event: z.discriminatedUnion('type', [message, mention, homeOpened]),
});
