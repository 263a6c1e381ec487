import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { languages } from '../../languages/index.ts';
import type { Tx } from '../../store/index.ts';
import { renewCoach } from '../templates/index.ts';
import { type Page, perPage, phraseForm, phrasesCard, trialCard } from './cards.ts';
import { readPhrases } from './read-phrases.ts';
import {
  addPhrases,
  countPhrases,
  findPhrase,
  findPhraseByText,
  keepTrial,
  knownKeys,
  listPhrases,
  removePhrase,
  takeTrial,
} from './store.ts';
import { keysOf, type Trial, tryPhrases } from './try-phrases.ts';

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });

type Verb = 'add' | 'remove' | 'allow';
const verbs = Object.values(languages)
  .flatMap(({ phrases }) => [
    ...phrases.addWords.map((word) => ({ word, verb: 'add' as const })),
    ...phrases.removeWords.map((word) => ({ word, verb: 'remove' as const })),
    ...phrases.allowWords.map((word) => ({ word, verb: 'allow' as const })),
  ])
  .sort((a, b) => b.word.length - a.word.length);

/** `add …`, `remove …`, `allow …`, and what follows. */
function readVerb(text: string): { readonly verb: Verb; readonly rest: string } | undefined {
  const lower = text.toLowerCase();
  const hit = verbs.find(({ word }) => lower.startsWith(word) && !/^[a-z]/.test(lower.slice(word.length)));
  return hit && { verb: hit.verb, rest: text.slice(hit.word.length).replace(/^[\s:：]+/, '') };
}

function routeTo(text: string): string | undefined {
  const said = readVerb(text);
  if (!said) return undefined;
  if (said.verb === 'remove') return 'phrases.remove';
  return said.rest === '' ? 'phrases.form' : 'phrases.try';
}

async function pageOf(context: Pick<ReadContext, 'data'>, page: number): Promise<Page> {
  const total = await countPhrases(context.data);
  return { total, page, phrases: await listPhrases(context.data, { from: page * perPage, take: perPage }) };
}

/** Reads lines, tries them, and keeps what can be switched on until somebody says so. */
export async function tryAndKeep(
  tx: Tx,
  text: string,
  at: Pick<ChangeContext, 'newId' | 'now'> & { readonly personId: string },
): Promise<{ readonly trial: Trial; readonly trialId: string | undefined }> {
  const lines = readPhrases(text);
  const own = await listPhrases(tx);
  const trial = tryPhrases(lines, {
    known: await knownKeys(tx, keysOf(lines)),
    count: own.length,
    frames: own.filter(({ kind }) => kind === 'frame').length,
    instead: own.flatMap((phrase) => (phrase.kind === 'allowed' ? [] : [phrase.instead])),
  });
  if (trial.phrases.length === 0) return { trial, trialId: undefined };
  const trialId = at.newId();
  await keepTrial(tx, trialId, at.personId, trial.phrases, at.now);
  return { trial, trialId };
}

const cell = (text: string | undefined) => `"${(text ?? '').replaceAll('"', '""').replace(/\s*\n\s*/g, ' ')}"`;

/** The form's fields as a line, so that one reader sees to both. */
const tryInput = z
  .object({ text: z.string(), category: z.string(), why: z.string(), instead: z.string(), how: z.string(), language: z.string() })
  .partial()
  .extend({ lines: z.string().optional() })
  .transform(({ text, category, why, instead, how, language, lines = '' }) => {
    const one = text ? [text, category, why, instead, language, how].map(cell).join(';') : '';
    return { lines: [one, lines].filter(Boolean).join('\n') };
  });

async function tryLines({ data, words, person, newId, now }: ChangeContext, { lines }: z.infer<typeof tryInput>): Promise<Reply> {
  if (lines.trim() === '') throw new UserError('phraseText', [], 'text');
  const { trial, trialId } = await tryAndKeep(data, lines, { newId, now, personId: person.id });
  return say(trialCard(trial, trialId, words));
}

const trialInput = z.object({ trialId: z.uuid() });

async function switchOn(context: ChangeContext, { trialId }: z.infer<typeof trialInput>): Promise<Reply> {
  const { data, words, newId, now } = context;
  const phrases = await takeTrial(data, trialId);
  if (!phrases) throw new UserError('staleButton', []);
  const added = await addPhrases(data, phrases, newId, now);
  await renewCoach(data, newId);
  return say(phrasesCard(await pageOf(context, 0), words, words.phrases.switched(added)), true);
}

const removeInput = z.union([z.object({ phraseId: z.uuid() }), z.object({ text: z.string() })]);

async function remove(context: ChangeContext, input: z.infer<typeof removeInput>): Promise<Reply> {
  const { data, words, newId, inbound } = context;
  const phrase =
    'phraseId' in input
      ? await findPhrase(data, input.phraseId)
      : await findPhraseByText(data, input.text.replace(/^["“]|["”]$/g, ''));
  if (!phrase) throw 'text' in input ? new UserError('phraseUnknown', [input.text]) : new UserError('staleButton', []);
  await removePhrase(data, phrase.id);
  await renewCoach(data, newId);
  const done = words.phrases.removed(phrase.text);
  return say(phrasesCard(await pageOf(context, 0), words, done), inbound.via === 'button');
}

export const phraseCommands: readonly Command[] = [
  readCommand({
    name: 'phrases',
    word: 'phrases',
    who: 'manager',
    input: z.object({ page: z.coerce.number().int().min(0).default(0) }),
    route: (text, { files }) => (files?.length ? 'phrases.receive' : routeTo(text)),
    fromText: () => ({}),
    run: async (context, { page }) =>
      say(phrasesCard(await pageOf(context, page), context.words), context.inbound.via === 'button'),
  }),
  readCommand({
    name: 'phrases.form',
    who: 'manager',
    input: z.unknown(),
    opensForm: () => true,
    run: async ({ words }) => ({ kind: 'form', form: phraseForm(words) }),
  }),
  changeCommand({
    name: 'phrases.try',
    who: 'manager',
    input: tryInput,
    fromText(text) {
      const said = readVerb(text);
      if (said?.verb !== 'allow') return { lines: said?.rest ?? text };
      const [phrase = '', why = ''] = said.rest.split(/[;；\t]|[,，](?=[^,，]*$)/, 2);
      return { text: phrase.trim(), category: 'allow', why: why.trim() };
    },
    run: tryLines,
  }),
  changeCommand({ name: 'phrases.on', who: 'manager', input: trialInput, run: switchOn }),
  changeCommand({
    name: 'phrases.drop',
    who: 'manager',
    input: trialInput,
    async run({ data, words }, { trialId }) {
      if (!(await takeTrial(data, trialId))) throw new UserError('staleButton', []);
      return say(textCard(words.phrases.dropped), true);
    },
  }),
  changeCommand({
    name: 'phrases.remove',
    who: 'manager',
    input: removeInput,
    fromText: (text) => ({ text: readVerb(text)?.rest ?? text }),
    run: remove,
  }),
  changeCommand({
    name: 'phrases.receive',
    takesFiles: true,
    who: 'manager',
    // Told apart by their files: two files sent at once are no double tap.
    input: z.object({ files: z.array(z.string()) }),
    fromText: (_text, { inbound }) => ({ files: (inbound.files ?? []).map(({ id }) => id) }),
    async run({ data, words, person, inbound }) {
      const { platform, team, files = [] } = inbound;
      for (const file of files)
        await data.enqueue('phrases.read', { workspaceId: data.workspaceId, personId: person.id, platform, team, file });
      return say(textCard(words.phrases.reading(files.map(({ name }) => name).join(', '))));
    },
  }),
];
