/** The names of what is set. */
type SetNames = ReadonlySet<string>;
type Env = Readonly<Record<string, string | undefined>>;

/**
 * The name of the model switches it on. A key or an address alone does not, and is no mistake: many shells have both for other
 * programs, and nothing may leave because of them.
 */
function missingModelHalves(set: SetNames): string[] {
  if (!set.has('AFTERCARE_MODEL')) {
    return set.has('AFTERCARE_MODEL_TOKENS_PER_DAY')
      ? ['AFTERCARE_MODEL_TOKENS_PER_DAY is set, but no AFTERCARE_MODEL: name the model as well, or remove it.']
      : [];
  }
  return set.has('OPENAI_API_KEY')
    ? []
    : ['OPENAI_API_KEY is missing: AFTERCARE_MODEL needs it. A server of your own that wants none takes any word.'];
}

function missingTeamsHalves(set: SetNames, type: unknown): string[] {
  if (!set.has('TEAMS_APP_ID'))
    return (['TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'] as const)
      .filter((key) => set.has(key))
      .map(
        (key) => `${key} is set, but no TEAMS_APP_ID: copy the Application (client) ID from the app registration of your bot.`,
      );
  return [
    ...(set.has('TEAMS_TENANT_ID')
      ? []
      : ['TEAMS_TENANT_ID is missing: copy the Directory (tenant) ID from the app registration of your bot.']),
    ...(set.has('TEAMS_APP_PASSWORD') && type === 'UserAssignedMSI'
      ? ['TEAMS_APP_PASSWORD is set, but a managed identity has none: remove it, or TEAMS_APP_TYPE=UserAssignedMSI.']
      : []),
    ...(set.has('TEAMS_APP_PASSWORD') || type === 'UserAssignedMSI'
      ? []
      : [
          'TEAMS_APP_PASSWORD is missing: make a client secret under Certificates & secrets of the app registration, or set TEAMS_APP_TYPE=UserAssignedMSI for a managed identity.',
        ]),
  ];
}

/** What stands for an installation that others use, where nobody may go unasked for who they are. */
const ofProduction = ['PUBLIC_URL', 'TEAMS_APP_ID', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'] as const;
const onlyHere = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Every reason against it, each with the next step. */
function forbiddenAnonymity(set: SetNames, env: Env): string[] {
  if (!set.has('TEAMS_ALLOW_ANONYMOUS'))
    return set.has('TEAMS_ANONYMOUS_PORT')
      ? ['TEAMS_ANONYMOUS_PORT is set, but no TEAMS_ALLOW_ANONYMOUS=1: set it as well, or remove the port.']
      : [];
  const host = env.HOST?.trim() ?? '';
  const against = [
    ...ofProduction.filter((key) => set.has(key)),
    ...(host === '' || onlyHere.test(host) ? [] : [`HOST=${host}`]),
    ...(env.NODE_ENV?.trim() === 'production' ? ['NODE_ENV=production'] : []),
  ];
  return against.map(
    (what) =>
      `TEAMS_ALLOW_ANONYMOUS does not go together with ${what}: with it nobody is asked who they are. Remove one of the two.`,
  );
}

function missingSlackHalves(set: SetNames): string[] {
  const slack = set.has('SLACK_SIGNING_SECRET') || set.has('SLACK_BOT_TOKEN') || set.has('SLACK_APP_TOKEN');
  if (!slack) {
    return set.has('SLACK_API_URL')
      ? ['SLACK_API_URL is set, but no SLACK_BOT_TOKEN: set it as well, or remove SLACK_API_URL to start the playground.']
      : [];
  }
  return [
    ...(set.has('SLACK_BOT_TOKEN')
      ? []
      : ['SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token from OAuth & Permissions of your Slack app.']),
    ...(set.has('SLACK_SIGNING_SECRET') || set.has('SLACK_APP_TOKEN')
      ? []
      : [
          'SLACK_SIGNING_SECRET is missing: copy it from Basic Information of your Slack app, or set SLACK_APP_TOKEN to use Socket Mode.',
        ]),
  ];
}

/** What is wrong between settings of which each is right by itself, each with the next step. */
export const settingConflicts = (set: SetNames, env: Env): string[] => [
  ...missingSlackHalves(set),
  ...missingTeamsHalves(set, env.TEAMS_APP_TYPE),
  ...forbiddenAnonymity(set, env),
  ...missingModelHalves(set),
];
