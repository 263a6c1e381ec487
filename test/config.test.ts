import { expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/config.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};
const guid = '11111111-2222-4333-8444-555555555555';
const teams = { TEAMS_APP_ID: guid, TEAMS_APP_PASSWORD: 's', TEAMS_TENANT_ID: guid };
const anonymous = { TEAMS_ALLOW_ANONYMOUS: '1' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };

test.each<[what: string, env: Record<string, string>, names: readonly string[]]>([
  ['nothing set', {}, []],
  ['blank is absent', { PORT: '', SLACK_BOT_TOKEN: ' ', DATABASE_URL: '' }, []],
  ['Slack over HTTP', slack, []],
  ['Slack by Socket Mode', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
  ['a word for a port', { PORT: 'http' }, ['PORT']],
  ['a port too high', { PORT: '65536' }, ['PORT']],
  ['a database of another make', { DATABASE_URL: 'mysql://x' }, ['DATABASE_URL']],
  ['no address', { PUBLIC_URL: 'aftercare.example.com' }, ['PUBLIC_URL']],
  ['no mail address', { SUPPORT_EMAIL: 'the admin' }, ['SUPPORT_EMAIL']],
  ['half of Slack', { SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
  ['the other half', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
  ['another Web API without a token', { SLACK_API_URL: 'http://127.0.0.1:1/api/' }, ['SLACK_API_URL']],
  ['a token in the wrong place', { ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
  ['a secret too short', { SALES_HOOK_SECRET: 'short' }, ['SALES_HOOK_SECRET']],
  ['a model and its key', { AFTERCARE_MODEL: 'm', OPENAI_API_KEY: 'k', AFTERCARE_MODEL_TOKENS_PER_DAY: '50000' }, []],
  ['a key that other programs have', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://models.example.com/v1' }, []],
  ['a model without a key', { AFTERCARE_MODEL: 'm' }, ['OPENAI_API_KEY']],
  ['a patience of its own', { AFTERCARE_UNCLEAR_SECONDS: '6' }, []],
  ['a patience shorter than calls take', { AFTERCARE_UNCLEAR_SECONDS: '1' }, ['AFTERCARE_UNCLEAR_SECONDS']],
  ['a ceiling without a model', { AFTERCARE_MODEL_TOKENS_PER_DAY: '50000' }, ['AFTERCARE_MODEL_TOKENS_PER_DAY']],
  [
    'a ceiling too low',
    { AFTERCARE_MODEL: 'm', OPENAI_API_KEY: 'k', AFTERCARE_MODEL_TOKENS_PER_DAY: '5' },
    ['AFTERCARE_MODEL_TOKENS_PER_DAY'],
  ],
  [
    'a ceiling in words',
    { AFTERCARE_MODEL: 'm', OPENAI_API_KEY: 'k', AFTERCARE_MODEL_TOKENS_PER_DAY: 'few' },
    ['AFTERCARE_MODEL_TOKENS_PER_DAY'],
  ],
  ['no address of a model', { OPENAI_BASE_URL: 'models.example.com' }, ['OPENAI_BASE_URL']],
  ['Teams', teams, []],
  ['Teams by a managed identity', { ...teams, TEAMS_APP_PASSWORD: '', TEAMS_APP_TYPE: 'UserAssignedMSI' }, []],
  ['a managed identity with a secret', { ...teams, TEAMS_APP_TYPE: 'UserAssignedMSI' }, ['TEAMS_APP_PASSWORD']],
  ['Teams without a secret', { ...teams, TEAMS_APP_PASSWORD: '' }, ['TEAMS_APP_PASSWORD']],
  ['Teams without a tenant', { ...teams, TEAMS_TENANT_ID: '' }, ['TEAMS_TENANT_ID']],
  ['half of Teams', { TEAMS_APP_PASSWORD: 's', TEAMS_TENANT_ID: guid }, ['TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID']],
  ['an id that is none', { ...teams, TEAMS_APP_ID: 'Aftercare' }, ['TEAMS_APP_ID']],
  ['an unknown kind of app', { ...teams, TEAMS_APP_TYPE: 'MultiTenant' }, ['TEAMS_APP_TYPE']],
  ['anybody on this machine as Teams', anonymous, []],
  [
    'the same, on another port',
    { ...anonymous, TEAMS_ANONYMOUS_PORT: '4000', HOST: '127.0.0.1', DATABASE_URL: 'postgres://x/y' },
    [],
  ],
  ['neither yes nor no', { TEAMS_ALLOW_ANONYMOUS: 'true' }, ['TEAMS_ALLOW_ANONYMOUS']],
  ['its port alone', { TEAMS_ANONYMOUS_PORT: '4000' }, ['TEAMS_ANONYMOUS_PORT']],
  ['its port in words', { ...anonymous, TEAMS_ANONYMOUS_PORT: 'x' }, ['TEAMS_ANONYMOUS_PORT']],
  [
    'nobody asked who they are, where others can reach it: each reason',
    { ...anonymous, ...teams, ...slack, PUBLIC_URL: 'https://a.example.com', HOST: '0.0.0.0', NODE_ENV: 'production' },
    Array.from({ length: 6 }, () => 'TEAMS_ALLOW_ANONYMOUS'),
  ],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  [
    'everything at once',
    { PORT: 'x', DATABASE_URL: 'x', SLACK_BOT_TOKEN: 'x', LOG_LEVEL: 'x' },
    ['PORT', 'DATABASE_URL', 'SLACK_BOT_TOKEN', 'LOG_LEVEL', 'SLACK_SIGNING_SECRET'],
  ],
])('%s', (_what, env, names) => {
  const problems = problemsOf(env);
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([...names].sort());
  for (const problem of problems) expect(problem).toMatch(/\.$/);
});

test('without a platform it listens to this machine only, with one to everybody', () => {
  expect(readSettings(teams)).toMatchObject({ host: '0.0.0.0', slack: undefined, teams: { id: guid, type: 'SingleTenant' } });
  expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000, slack: undefined });
  expect(readSettings(slack)).toMatchObject({ host: '0.0.0.0', slack: { botToken: 'xoxb-1' } });
  expect(readSettings({ ...slack, HOST: '127.0.0.1', PUBLIC_URL: 'https://a.example.com/' })).toMatchObject({
    host: '127.0.0.1',
    publicUrl: 'https://a.example.com',
  });
});

test('anybody is taken for Teams only where that is said, and on a port of its own', () => {
  expect(readSettings({}).anonymousTeamsPort).toBeUndefined();
  expect(readSettings(anonymous)).toMatchObject({ anonymousTeamsPort: 3978, host: '127.0.0.1', port: 3000, teams: undefined });
});

test('a language model is asked only where it is named', () => {
  const key = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://models.example.com/v1' };
  expect(readSettings(key).model).toBeUndefined();
  expect(readSettings({ ...key, AFTERCARE_MODEL: 'm' }).model).toEqual({
    apiKey: 'k',
    baseUrl: 'https://models.example.com/v1',
    model: 'm',
    tokensPerDay: 200_000,
  });
});
