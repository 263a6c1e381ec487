import { resolve } from 'node:path';
import { z } from 'zod';
import { settingConflicts } from './setting-conflicts.ts';

/** A blank setting is an absent one. */
const text = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().optional(),
);
const secret = (prefix: string, where: string) =>
  text.refine((value) => value === undefined || value.startsWith(prefix), {
    error: `should start with ${prefix}. Copy it from ${where}.`,
  });
const address = (protocols: RegExp, example: string) =>
  text.refine((value) => value === undefined || (URL.canParse(value) && protocols.test(new URL(value).protocol)), {
    error: `is no address. It looks like ${example}.`,
  });

const port = (otherwise: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.coerce
      .number({ error: `is no number. A port is a number up to 65535, for example ${otherwise}.` })
      .int({ error: `is no port. A port is a whole number, for example ${otherwise}.` })
      .min(0, { error: `is no port. A port is a number up to 65535, for example ${otherwise}.` })
      .max(65_535, { error: `is no port. A port is a number up to 65535, for example ${otherwise}.` })
      .default(otherwise),
  );

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const tokensWrong =
  'is no number of tokens. Use a whole number from 10000, for example 200000; one piece of advice takes about 4000.';

const secondsWrong = 'is no number of seconds. Use a whole number from 3 to 600; without it, 30.';

const environment = z.object({
  PORT: port(3000),
  HOST: text,
  AFTERCARE_DATA: text,
  DATABASE_URL: address(/^postgres(ql)?:$/, 'postgresql://user:password@host:5432/aftercare'),
  PUBLIC_URL: address(/^https?:$/, 'https://aftercare.example.com'),
  SUPPORT_EMAIL: text.refine((value) => value === undefined || z.email().safeParse(value).success, {
    error: 'is no mail address. It is shown at /support, for example aftercare@example.com.',
  }),
  SLACK_SIGNING_SECRET: text,
  SLACK_BOT_TOKEN: secret('xoxb-', 'OAuth & Permissions of your Slack app'),
  SLACK_APP_TOKEN: secret('xapp-', 'Basic Information, App-Level Tokens, of your Slack app'),
  SLACK_API_URL: address(/^https?:$/, 'https://slack.com/api/'),
  TEAMS_APP_ID: text.refine((value) => value === undefined || guid.test(value), {
    error: 'is no app id. Copy the Application (client) ID from the app registration of your bot.',
  }),
  TEAMS_APP_PASSWORD: text,
  TEAMS_TENANT_ID: text.refine((value) => value === undefined || guid.test(value), {
    error: 'is no tenant id. Copy the Directory (tenant) ID from the app registration of your bot.',
  }),
  TEAMS_APP_TYPE: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['SingleTenant', 'UserAssignedMSI'], { error: 'is none of SingleTenant, UserAssignedMSI.' }).default('SingleTenant'),
  ),
  TEAMS_ALLOW_ANONYMOUS: text.refine((value) => value === undefined || value === '1', {
    error: 'is neither 1 nor absent. 1 lets programs on this machine play Teams.',
  }),
  TEAMS_ANONYMOUS_PORT: port(3978),
  SALES_HOOK_SECRET: text.refine((value) => value === undefined || value.length >= 16, {
    error: 'is too short. Use at least 16 characters, for example from: openssl rand -hex 32.',
  }),
  SHOPIFY_HOOK_SECRET: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address(/^https?:$/, 'https://models.example.com/v1'),
  AFTERCARE_MODEL: text,
  AFTERCARE_MODEL_TOKENS_PER_DAY: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.coerce
      .number({ error: tokensWrong })
      .int({ error: tokensWrong })
      .min(10_000, { error: tokensWrong })
      .max(1_000_000_000, { error: tokensWrong })
      .default(200_000),
  ),
  AFTERCARE_UNCLEAR_SECONDS: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.coerce
      .number({ error: secondsWrong })
      .int({ error: secondsWrong })
      .min(3, { error: secondsWrong })
      .max(600, { error: secondsWrong })
      .default(30),
  ),
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is none of debug, info, warn, error, silent.' }).optional(),
  ),
});

export interface Settings {
  readonly port: number;
  /** Where it listens; on a machine of one's own only that machine is let in. */
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string | undefined;
  /** Whom people ask about this installation. */
  readonly supportEmail: string | undefined;
  /** Absent, and no Teams either: the playground. */
  readonly slack:
    | {
        readonly signingSecret: string;
        readonly botToken: string;
        readonly appToken: string | undefined;
        readonly apiUrl: string | undefined;
      }
    | undefined;
  readonly teams:
    | {
        readonly id: string;
        readonly password: string | undefined;
        readonly tenant: string;
        readonly type: 'SingleTenant' | 'UserAssignedMSI';
      }
    | undefined;
  /** Where programs on this machine may play Teams without signing: a port that no proxy leads to. */
  readonly anonymousTeamsPort: number | undefined;
  readonly hooks: { readonly sales: string | undefined; readonly shopify: string | undefined };
  /** Absent: no language model is asked. */
  readonly model:
    | {
        readonly apiKey: string;
        readonly baseUrl: string | undefined;
        readonly model: string;
        /** For a workspace. */
        readonly tokensPerDay: number;
      }
    | undefined;
  /** How long a message may take until it shows up or counts as not sent. */
  readonly unclearMs: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** What is wrong with the settings, all of it, each with the next step. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Reads the settings. Throws `SettingsError` with everything that is wrong at once. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = environment.safeParse(env);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  const raw = environment.keyof().options.filter((key) => env[key]?.trim());
  const problems = [...wrong, ...settingConflicts(new Set(raw), env)];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const { data } = parsed;
  const slack =
    data.SLACK_BOT_TOKEN === undefined
      ? undefined
      : {
          signingSecret: data.SLACK_SIGNING_SECRET ?? '',
          botToken: data.SLACK_BOT_TOKEN,
          appToken: data.SLACK_APP_TOKEN,
          apiUrl: data.SLACK_API_URL,
        };
  const teams =
    data.TEAMS_APP_ID === undefined
      ? undefined
      : {
          id: data.TEAMS_APP_ID,
          password: data.TEAMS_APP_PASSWORD,
          tenant: data.TEAMS_TENANT_ID ?? '',
          type: data.TEAMS_APP_TYPE,
        };
  const real = slack !== undefined || teams !== undefined;
  return {
    port: data.PORT,
    host: data.HOST ?? (real ? '0.0.0.0' : '127.0.0.1'),
    dataFolder: resolve(data.AFTERCARE_DATA ?? 'data'),
    databaseUrl: data.DATABASE_URL,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, ''),
    supportEmail: data.SUPPORT_EMAIL,
    slack,
    teams,
    anonymousTeamsPort: data.TEAMS_ALLOW_ANONYMOUS === undefined ? undefined : data.TEAMS_ANONYMOUS_PORT,
    hooks: { sales: data.SALES_HOOK_SECRET, shopify: data.SHOPIFY_HOOK_SECRET },
    model:
      data.AFTERCARE_MODEL === undefined
        ? undefined
        : {
            apiKey: data.OPENAI_API_KEY ?? '',
            baseUrl: data.OPENAI_BASE_URL,
            model: data.AFTERCARE_MODEL,
            tokensPerDay: data.AFTERCARE_MODEL_TOKENS_PER_DAY,
          },
    unclearMs: data.AFTERCARE_UNCLEAR_SECONDS * 1000,
    logLevel: data.LOG_LEVEL ?? (real ? 'info' : 'warn'),
  };
}

/** The only reader of the process's environment. */
export const settingsFromEnvironment = (): Settings => readSettings(process.env);
