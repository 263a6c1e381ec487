import type { FileRef, Inbound, MessageRef } from '../../chat/platform.ts';
import {
  type Activity,
  executeValue,
  extensionValue,
  fileContent,
  searchValue,
  type TeamsAccount,
  taskValue,
} from './activity.ts';
import { parseForm, parseSearchSet, type SubmittedForm } from './form.ts';
import { htmlText } from './html-text.ts';
import { parsePressed } from './render-action.ts';

// Each of these gives undefined for what does not concern the bot.

/** The directory's id where it is known: cards and people pickers use it too. */
export const accountId = (account: TeamsAccount): string => account.aadObjectId ?? account.id;

export const tenantOf = ({ channelData, conversation }: Activity): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId;

/** A channel's conversation names the thread as well; the channel itself is what is written to. */
const placeOf = ({ conversation }: Activity): Inbound['place'] => ({
  id: conversation.id,
  kind: conversation.conversationType === undefined || conversation.conversationType === 'personal' ? 'direct' : 'channel',
});

function baseOf(activity: Activity, kind: string): Omit<Inbound, 'via' | 'command' | 'text' | 'args'> | undefined {
  const team = tenantOf(activity);
  if (team === undefined) return undefined;
  return {
    platform: 'teams',
    team,
    person: { id: accountId(activity.from) },
    place: placeOf(activity),
    delivery: activity.id === undefined ? '' : `${kind}:${activity.conversation.id}:${activity.id}`,
  };
}

const originOf = (activity: Activity): MessageRef | undefined =>
  activity.replyToId === undefined ? undefined : { channel: activity.conversation.id, message: activity.replyToId };

function filesOf(activity: Activity): { files?: readonly FileRef[] } {
  const files = (activity.attachments ?? []).flatMap((attachment): FileRef[] => {
    if (attachment.contentType !== 'application/vnd.microsoft.teams.file.download.info') return [];
    const info = fileContent(attachment.content);
    const name = attachment.name ?? info?.uniqueId ?? 'file';
    // Its size is not told; what is too much is noticed while it is read.
    return info ? [{ id: info.uniqueId ?? name, name, url: info.downloadUrl, size: 0 }] : [];
  });
  return files.length === 0 ? {} : { files };
}

/** What was typed, without the bot's own name; other people as `@` and their id. */
function textOf({ text = '', entities = [], recipient }: Activity, idOf: (account: TeamsAccount) => string): string {
  let rest = text;
  for (const { type, text: shown, mentioned } of entities) {
    if (type !== 'mention' || !shown || !mentioned) continue;
    rest = rest.replaceAll(shown, mentioned.id === recipient?.id ? ' ' : `@${idOf(mentioned)}`);
  }
  return htmlText(rest);
}

/** A message to the bot. `idOf` knows people whom a mention names by the bot's own id alone. */
export function parseMessage(activity: Activity, idOf = accountId): Inbound | undefined {
  const base = baseOf(activity, 'message');
  if (!base || activity.type !== 'message' || activity.from.id === activity.recipient?.id) return undefined;
  return { ...base, via: 'message', command: '', text: textOf(activity, idOf), args: {}, ...filesOf(activity) };
}

const readForm = (base: Omit<Inbound, 'via' | 'command' | 'text' | 'args'>, submitted: SubmittedForm): Inbound => ({
  ...base,
  via: 'form',
  command: submitted.form.command,
  text: '',
  args: { ...submitted.form.args, ...submitted.values },
  ...(submitted.origin === undefined ? {} : { origin: submitted.origin }),
});

export interface Submitted {
  readonly inbound: Inbound;
  readonly submitted: SubmittedForm;
}

function parseSubmitted(activity: Activity, data: unknown): Submitted | undefined {
  const base = baseOf(activity, 'form');
  const submitted = parseForm(data);
  return base && submitted && { inbound: readForm(base, submitted), submitted };
}

function parseButton(activity: Activity, data: unknown): Inbound | undefined {
  const base = baseOf(activity, 'button');
  const pressed = parsePressed(data);
  if (!base || !pressed) return undefined;
  const origin = originOf(activity);
  return { ...base, via: 'button', text: '', ...pressed, ...(origin === undefined ? {} : { origin }) };
}

/** A button, a choice of a list, or a form that stood in a card. */
export function parseExecute(activity: Activity): Inbound | Submitted | undefined {
  const data = executeValue.safeParse(activity.value).data?.action.data;
  return parseSubmitted(activity, data) ?? parseButton(activity, data);
}

/** A button that opens a dialog. */
export function parseTaskFetch(activity: Activity): Inbound | undefined {
  return parseButton(activity, taskValue.safeParse(activity.value).data?.data);
}

/** A form in a dialog, opened by a button or from the menu of a message. */
export function parseTaskSubmit(activity: Activity): Submitted | undefined {
  return parseSubmitted(activity, taskValue.safeParse(activity.value).data?.data);
}

/** From the menu of a message, or from the box where one is written: then there is no message yet. */
export function parseExtension(activity: Activity): Inbound | undefined {
  const base = baseOf(activity, 'shortcut');
  const value = extensionValue.safeParse(activity.value).data;
  if (!base || !value) return undefined;
  const author = value.messagePayload?.from?.user?.id;
  return {
    ...base,
    via: 'shortcut',
    command: value.commandId,
    text: '',
    args: {},
    message: { text: htmlText(value.messagePayload?.body?.content ?? ''), ...(author === undefined ? {} : { author }) },
  };
}

/** Somebody types into a search field of ours. */
export function parseSearch(activity: Activity): Inbound | undefined {
  const base = baseOf(activity, 'suggest');
  const value = searchValue.safeParse(activity.value).data;
  const set = parseSearchSet(value?.dataset ?? '');
  if (!base || !set) return undefined;
  return { ...base, via: 'suggest', command: set.source, text: value?.queryText ?? '', args: set.args };
}

/** The bot was added for oneself: what the home tab is in Slack. */
export function parseInstalled(activity: Activity): Inbound | undefined {
  const base = baseOf(activity, 'home');
  return base && { ...base, via: 'home', command: '', text: '', args: {} };
}
