import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Card } from '../../chat/card.ts';
import type { FileRef, Reply } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import type { Reads } from '../../store/index.ts';
import { listMembers } from '../people/index.ts';
import { previewCard, stateCard, type Team } from './cards.ts';
import { loadReps, nameRep, repKey } from './reps.ts';
import { type FileImport, findImport, keepReceived, moveImport } from './store.ts';

/** More than an export of half a million lines; larger ones go by the command line. */
export const limitMb = 20;
const tableNames = /\.(csv|tsv|tab|txt)$/i;

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });

/** The people a rep's name can mean, and the names that are known by now. */
export async function loadTeam(data: Reads): Promise<Team> {
  const members = await listMembers(data);
  const reps = await loadReps(data);
  return {
    people: members.filter(({ role }) => role !== undefined).map(({ id, name }) => ({ label: name, value: id })),
    isKnown: (name) => reps.has(repKey(name)),
  };
}

async function receiveOne(context: ChangeContext, file: FileRef): Promise<string> {
  const { data, words, person, inbound, now } = context;
  const { imports } = words;
  if (!tableNames.test(file.name)) return imports.notATable(file.name);
  if (file.size > limitMb * 1_000_000) return imports.tooLarge(file.name, limitMb);
  const id = context.newId();
  await keepReceived(data, { id, personId: person.id, platform: inbound.platform, team: inbound.team, file }, now);
  await data.enqueue('imports.preview', { workspaceId: data.workspaceId, importId: id });
  return imports.reading(file.name);
}

async function receive(context: ChangeContext): Promise<Reply> {
  const texts = [];
  for (const file of context.inbound.files ?? []) texts.push(await receiveOne(context, file));
  return say({ text: texts.join(' '), elements: texts.map((line) => ({ kind: 'text', line })) });
}

const which = z.object({ importId: z.uuid() });

/** The import a button means; whoever sent the file and those who lead may decide about it. */
async function allowed({ data, person }: ReadContext, importId: string): Promise<FileImport | undefined> {
  const file = await findImport(data, importId);
  return file && (file.personId === person.id || person.role !== 'rep') ? file : undefined;
}

/** A button that comes too late is told how things stand; the card of a running import is the job's to draw. */
async function asItStands(context: ReadContext, file: FileImport): Promise<Reply> {
  const now = (await findImport(context.data, file.id)) ?? file;
  if (now.state === 'asked' && now.preview)
    return say(previewCard(now, now.preview, await loadTeam(context.data), context.words), true);
  return say(stateCard(now, context.words), now.state !== 'running');
}

const gone = ({ words }: ReadContext) => say(textCard(words.errors.staleButton()));

/**
 * Starts the import. The answer says nothing: the job draws the card from here on, and an answer that is slower than a
 * small import would put 'importing' over its result.
 */
async function run(context: ChangeContext, { importId }: z.infer<typeof which>): Promise<Reply> {
  const { data, now, inbound } = context;
  const file = await allowed(context, importId);
  if (!file) return gone(context);
  const { origin: pressed, platform, team } = inbound;
  const message =
    pressed && !pressed.ephemeral ? { platform, team, channel: pressed.channel, message: pressed.message } : file.origin.message;
  const origin = { ...file.origin, ...(message ? { message } : {}), triedAt: now.toISOString() };
  const started = await moveImport(data, file.id, { from: ['asked', 'failed'], to: 'running', origin });
  if (!started) return asItStands(context, file);
  await data.enqueue('imports.run', { workspaceId: data.workspaceId, importId });
  return { kind: 'nothing' };
}

async function drop(context: ChangeContext, { importId }: z.infer<typeof which>): Promise<Reply> {
  const file = await allowed(context, importId);
  if (!file) return gone(context);
  await moveImport(context.data, file.id, { from: ['asked', 'failed'], to: 'dropped' });
  return asItStands(context, file);
}

const answer = which.extend({ rep: z.coerce.number().int().min(0), personId: z.union([z.literal('none'), z.uuid()]) });

/** Who a name in the file is: kept for this file and all later ones. */
async function rep(context: ChangeContext, { importId, rep: at, personId }: z.infer<typeof answer>): Promise<Reply> {
  const { data } = context;
  const file = await allowed(context, importId);
  const named = file?.preview?.unknownReps[at];
  if (!file || !named) return gone(context);
  const member = personId === 'none' || (await listMembers(data)).some(({ id, role }) => id === personId && role !== undefined);
  if (!member) return gone(context);
  await nameRep(data, named.name, personId === 'none' ? null : personId);
  return asItStands(context, file);
}

export const importCommands: readonly Command[] = [
  readCommand({
    name: 'import',
    word: 'import',
    who: 'rep',
    input: z.unknown(),
    run: async ({ words }) => say(textCard(words.imports.how)),
  }),
  changeCommand({
    name: 'import.receive',
    who: 'rep',
    // Told apart by their files: two files sent at once are no double tap.
    input: z.object({ files: z.array(z.string()) }),
    fromText: (_text, { inbound }) => ({ files: (inbound.files ?? []).map(({ id }) => id) }),
    run: receive,
  }),
  changeCommand({ name: 'import.run', who: 'rep', input: which, run }),
  changeCommand({ name: 'import.drop', who: 'rep', input: which, run: drop }),
  changeCommand({ name: 'import.rep', who: 'rep', input: answer, run: rep }),
];
