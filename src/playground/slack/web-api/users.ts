import type { CastPerson } from '../../cast.ts';
import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';
import { zoneFacts } from '../zone-facts.ts';
import { flagArg, type Method, pageOf, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': {
    scopes: ['users:read'],
    run(cloud, args) {
      const user = userJson(cloud, textArg(args, 'user'), flagArg(args, 'include_locale'));
      if (!user) throw new SlackError('user_not_found');
      return { user };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run(cloud, args) {
      const ids = [...cloud.workspace.people.keys(), cloud.workspace.bot.userId];
      const { page, next } = pageOf(ids, args, 1000, 1000);
      return {
        members: page.map((id) => userJson(cloud, id, flagArg(args, 'include_locale'))),
        cache_ts: Math.floor(cloud.options.now().getTime() / 1000),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run(cloud, args) {
      const email = textArg(args, 'email').toLowerCase();
      const person = [...cloud.workspace.people.values()].find((candidate) => candidate.email === email);
      if (!person || person.stranger || cloud.workspace.gone.has(person.id)) throw new SlackError('users_not_found');
      return { user: userJson(cloud, person.id, false) };
    },
  },
};

/** A person, or the bot, as Slack describes them; undefined where there is nobody. */
export function userJson(cloud: Cloud, id: string, withLocale: boolean): Json | undefined {
  const { people, bot, team } = cloud.workspace;
  if (id === bot.userId) return botUserJson(cloud);
  const person = people.get(id);
  if (!person) return undefined;
  const deleted = cloud.workspace.gone.has(id);
  const withEmail = bot.scopes.includes('users:read.email') && !person.stranger;
  return {
    id,
    team_id: person.stranger?.team ?? team.id,
    name: person.username,
    deleted,
    color: person.color.replace('#', ''),
    real_name: person.name,
    ...zoneFacts(person.zone, cloud.options.now()),
    profile: profileJson(person, withEmail, person.stranger?.team ?? team.id),
    is_admin: person.admin === true,
    is_owner: person.admin === true,
    is_primary_owner: person.admin === true,
    is_restricted: person.restricted === true,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    ...(person.stranger && { is_stranger: true }),
    updated: 1_700_000_000,
    is_email_confirmed: true,
    ...(withLocale && { locale: person.locale }),
  };
}

function profileJson(person: CastPerson, withEmail: boolean, team: string): Json {
  const [first = '', ...rest] = person.name.split(' ');
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.displayName,
    display_name_normalized: person.displayName,
    status_text: '',
    status_emoji: '',
    first_name: first,
    last_name: rest.join(' '),
    ...(withEmail && { email: person.email }),
    team,
  };
}

function botUserJson(cloud: Cloud): Json {
  const { bot, team } = cloud.workspace;
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name.toLowerCase(),
    deleted: false,
    real_name: bot.name,
    tz: 'America/Los_Angeles',
    profile: { real_name: bot.name, display_name: '', api_app_id: bot.appId, bot_id: bot.botId, team: team.id },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
    updated: 1_700_000_000,
  };
}
