import type { Method } from './method.ts';
import { textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

/** Who am I, in which workspace. */
export const identityMethods: Readonly<Record<string, Method>> = {
  'api.test': { run: (_cloud, args) => ({ args }) },
  'auth.test': {
    run: ({ workspace: { team, bot } }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: bot.name.toLowerCase(),
      team_id: team.id,
      user_id: bot.userId,
      bot_id: bot.botId,
      is_enterprise_install: false,
    }),
  },
  'team.info': {
    scopes: ['team:read'],
    run: ({ workspace: { team } }) => ({
      team: {
        id: team.id,
        name: team.name,
        url: `https://${team.domain}.slack.com/`,
        domain: team.domain,
        email_domain: 'example.com',
        icon: { image_default: true },
        avatar_base_url: 'https://ca.slack-edge.com/',
        is_verified: false,
      },
    }),
  },
  'bots.info': {
    scopes: ['users:read'],
    run({ workspace: { bot } }, args) {
      const asked = textArg(args, 'bot');
      if (asked !== '' && asked !== bot.botId) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: bot.botId,
          deleted: false,
          name: bot.name,
          updated: 1_700_000_000,
          app_id: bot.appId,
          user_id: bot.userId,
          icons: {},
        },
      };
    },
  },
};
