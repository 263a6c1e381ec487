import { z } from 'zod';

/** What we read of the Bot Framework's activities, and no more: the rest may change without harm. */

const maybe = <T extends z.core.$ZodType>(type: T) => z.nullish(type).transform((value) => value ?? undefined);
const text = z.string().max(200_000);

const account = z.object({
  /** The bot's own id of a person or of itself, `29:…` or `28:…`. */
  id: z.string().min(1),
  name: maybe(z.string()),
  /** The person's id in Microsoft's directory: the same for every bot. */
  aadObjectId: maybe(z.string()),
});
export type TeamsAccount = z.infer<typeof account>;

const fileInfo = z.object({ downloadUrl: z.string(), uniqueId: maybe(z.string()), fileType: maybe(z.string()) });
const attachment = z.object({
  contentType: z.string(),
  name: maybe(z.string()),
  content: z.unknown().optional(),
});

const entity = z.object({
  type: z.string(),
  /** Of a mention: as it stands in the text. */
  text: maybe(z.string()),
  mentioned: maybe(account),
  /** Of the client's own report: the person's zone and language. */
  timezone: maybe(z.string()),
  locale: maybe(z.string()),
});

const named = maybe(z.object({ id: z.string(), name: maybe(z.string()) }));

export const activity = z.object({
  type: z.string().min(1),
  name: maybe(z.string()),
  id: maybe(z.string()),
  /** When it happened, by Teams' clock. */
  timestamp: maybe(z.string()),
  text: maybe(text),
  value: z.unknown().optional(),
  locale: maybe(z.string()),
  action: maybe(z.string()),
  serviceUrl: z.string(),
  /** Web Chat and Direct Line, which an Azure Bot has too, let a caller say for itself who it is. */
  channelId: z.literal('msteams'),
  from: account,
  recipient: maybe(account),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: maybe(z.string()),
    tenantId: maybe(z.string()),
  }),
  replyToId: maybe(z.string()),
  membersAdded: maybe(z.array(account)),
  membersRemoved: maybe(z.array(account)),
  entities: maybe(z.array(entity)),
  attachments: maybe(z.array(attachment)),
  channelData: maybe(z.object({ tenant: named, team: named, channel: named, eventType: maybe(z.string()) })),
});
export type Activity = z.infer<typeof activity>;

/** The value of an `adaptiveCard/action`. */
export const executeValue = z.object({ action: z.object({ verb: maybe(z.string()), data: z.unknown().optional() }) });
/** The value of `task/fetch` and `task/submit`. */
export const taskValue = z.object({ data: z.unknown().optional() });
/** The value of `composeExtension/fetchTask` and `composeExtension/submitAction`. */
export const extensionValue = z.object({
  commandId: z.string(),
  data: z.unknown().optional(),
  messagePayload: maybe(
    z.object({
      id: maybe(z.string()),
      body: maybe(z.object({ content: maybe(text), contentType: maybe(z.string()) })),
      from: maybe(z.object({ user: maybe(z.object({ id: maybe(z.string()), displayName: maybe(z.string()) })) })),
    }),
  ),
});
/** The value of `application/search`: somebody types into a field. */
export const searchValue = z.object({ queryText: maybe(z.string()), dataset: maybe(z.string()) });

export const fileContent = (content: unknown) => fileInfo.safeParse(content).data;
