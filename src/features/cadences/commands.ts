import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { languages } from '../../languages/index.ts';
import type { Cadence, Proposal } from './cadence.ts';
import { cadenceLines } from './cadence-file.ts';
import { askCard, cadenceCard, cadencesCard } from './cards.ts';
import { carryOut, proposeChange } from './change-cadence.ts';
import { cadenceForm, touchForm } from './form-cards.ts';
import { formInput, readForm, startedBySchema, touchInput, withTouch } from './read-form.ts';
import { cadenceName } from './say-cadence.ts';
import { startCommand } from './start-command.ts';
import { countOpen, findCadence, listCadences, listChanges, settleChange, takeChange } from './store.ts';

const say = (card: Card, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });
const shownChanges = 5;

async function cadenceOr(context: ReadContext, key: string): Promise<Cadence> {
  const cadence = await findCadence(context.data, key);
  if (!cadence) throw new UserError('staleButton', []);
  return cadence;
}

async function show(context: ReadContext, key: string, notice?: string): Promise<Reply> {
  const cadence = await findCadence(context.data, key);
  const open = await countOpen(context.data);
  const replaces = context.inbound.via === 'button';
  if (!cadence) return say(cadencesCard(await listCadences(context.data), open, 0, context, notice), replaces);
  const changes = await listChanges(context.data, key, shownChanges);
  return say(cadenceCard(cadence, open.get(key) ?? 0, changes, context, notice), replaces);
}

type Verb = 'on' | 'off' | 'export';
const verbs = Object.values(languages)
  .flatMap(({ cadences }) => [
    ...cadences.onWords.map((word) => ({ word, verb: 'on' as const })),
    ...cadences.offWords.map((word) => ({ word, verb: 'off' as const })),
    ...cadences.exportWords.map((word) => ({ word, verb: 'export' as const })),
  ])
  .sort((a, b) => b.word.length - a.word.length);

/** `on birthday`, `off care visits`, `export`: the verb and what follows. */
export function readVerb(text: string): { readonly verb: Verb; readonly rest: string } | undefined {
  const lower = text.toLowerCase();
  const hit = verbs.find(({ word }) => lower.startsWith(word) && !/^[a-z]/.test(lower.slice(word.length)));
  return hit && { verb: hit.verb, rest: text.slice(hit.word.length).trim() };
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

/** The cadence that a person calls by its key, by its name in any language, or by a part of its name. */
async function cadenceCalled(context: ReadContext, called: string): Promise<Cadence> {
  const all = await listCadences(context.data);
  const namesOf = (cadence: Cadence) => [
    cadence.key,
    ...Object.values(languages).map((words) => cadenceName(cadence, { words })),
  ];
  const wanted = folded(called);
  const exact = all.find((cadence) => namesOf(cadence).some((name) => folded(name) === wanted));
  const near = all.filter((cadence) => wanted !== '' && namesOf(cadence).some((name) => folded(name).includes(wanted)));
  const found = exact ?? (near.length === 1 ? near[0] : undefined);
  if (!found) throw new UserError('cadenceUnknown', [called]);
  return found;
}

const savedWords = (proposal: Proposal, before: Cadence | undefined, context: ReadContext): string => {
  const { cadences } = context.words;
  const name = cadenceName(proposal, context);
  if (proposal.removed) return cadences.removed(name);
  if (before && before.on !== proposal.on) return proposal.on ? cadences.switchedOn(name) : cadences.switchedOff(name);
  return cadences.saved(name);
};

/** Changes it at once, or asks what happens to what is planned. */
async function change(context: ChangeContext, proposal: Proposal): Promise<Reply> {
  const before = await findCadence(context.data, proposal.key);
  const result = await proposeChange(context, proposal);
  if ('ask' in result) return say(askCard([result.ask], context), context.inbound.via === 'button');
  return show(context, proposal.key, savedWords(proposal, before, context));
}

const proposalOf = ({ builtIn: _, ...cadence }: Cadence, more: Partial<Proposal>): Proposal => ({
  ...cadence,
  removed: false,
  ...more,
});

const keyInput = z.object({ key: z.string().max(60) });
const switchInput = z.object({ key: z.string().max(60).optional(), called: z.string().max(100).optional(), on: z.stringbool() });
const changesInput = z.object({ changes: z.string().max(1_800) });
const idsOf = (changes: string) => z.array(z.uuid()).parse(changes.split(','));

async function answer(context: ChangeContext, changes: string, chosen: 'keep' | 'move' | 'drop'): Promise<Reply> {
  const { cadences } = context.words;
  const notices: string[] = [];
  let last = '';
  for (const id of idsOf(changes)) {
    const proposal = await takeChange(context.data, id);
    if (!proposal) throw new UserError('staleButton', []);
    const before = await findCadence(context.data, proposal.key);
    const done = await carryOut(context, id, chosen);
    if (!done) throw new UserError('staleButton', []);
    const { kept, moved, dropped } = done.counts;
    notices.push(`${savedWords(proposal, before, context)} ${cadences.result(kept, moved, dropped)}`);
    last = proposal.key;
  }
  return notices.length === 1
    ? show(context, last, notices[0])
    : say(cadencesCard(await listCadences(context.data), await countOpen(context.data), 0, context, notices.join('\n')), true);
}

export const cadenceCommands: readonly Command[] = [
  readCommand({
    name: 'cadences',
    word: 'cadences',
    who: 'rep',
    input: z.object({ page: z.coerce.number().int().min(0).default(0) }),
    route(text, { files }) {
      if (files?.length) return 'cadences.receive';
      const verb = readVerb(text)?.verb;
      if (verb === 'export') return 'cadences.export';
      return verb === undefined ? (text === '' ? undefined : 'cadences.show') : 'cadences.switch';
    },
    fromText: () => ({}),
    takesFiles: true,
    run: async (context, { page }) =>
      say(
        cadencesCard(await listCadences(context.data), await countOpen(context.data), page, context),
        context.inbound.via === 'button',
      ),
  }),
  readCommand({
    name: 'cadences.show',
    who: 'rep',
    input: z.object({ key: z.string().max(60).optional(), called: z.string().max(100).optional() }),
    fromText: (called) => ({ called }),
    run: async (context, { key, called = '' }) => show(context, key ?? (await cadenceCalled(context, called)).key),
  }),
  readCommand({
    name: 'cadences.form',
    who: 'manager',
    input: z.object({ key: z.string().max(60).optional(), by: startedBySchema.default('purchase') }),
    opensForm: () => true,
    async run(context, { key, by }) {
      const cadence = key === undefined ? undefined : await cadenceOr(context, key);
      return { kind: 'form', form: cadenceForm(cadence?.start.by ?? by, cadence, context) };
    },
  }),
  changeCommand({
    name: 'cadences.save',
    who: 'manager',
    input: formInput,
    async run(context, input) {
      const before = input.key === undefined ? undefined : await cadenceOr(context, input.key);
      const by = before?.start.by ?? input.by;
      return change(context, readForm({ ...input, by }, before, before?.key ?? `own-${context.newId()}`, context.today));
    },
  }),
  changeCommand({
    name: 'cadences.switch',
    who: 'manager',
    input: switchInput,
    fromText(text) {
      const said = readVerb(text);
      return { called: said?.rest ?? text, on: String(said?.verb !== 'off') };
    },
    async run(context, { key, called = '', on }) {
      const cadence = key === undefined ? await cadenceCalled(context, called) : await cadenceOr(context, key);
      return cadence.on === on ? show(context, cadence.key) : change(context, proposalOf(cadence, { on }));
    },
  }),
  changeCommand({
    name: 'cadences.remove',
    who: 'manager',
    input: keyInput,
    async run(context, { key }) {
      const cadence = await cadenceOr(context, key);
      return change(context, proposalOf(cadence, cadence.builtIn ? { on: false } : { on: false, removed: true }));
    },
  }),
  readCommand({
    name: 'cadences.touch',
    who: 'manager',
    input: keyInput.extend({ step: z.string().max(40) }),
    opensForm: () => true,
    async run(context, { key, step }) {
      const cadence = await cadenceOr(context, key);
      const touch = cadence.touches.find((one) => one.step === step);
      if (!touch) throw new UserError('staleButton', []);
      return { kind: 'form', form: touchForm(cadence, touch, context) };
    },
  }),
  changeCommand({
    name: 'cadences.touch.save',
    who: 'manager',
    input: touchInput,
    run: async (context, input) => change(context, withTouch(await cadenceOr(context, input.key), input)),
  }),
  changeCommand({
    name: 'cadences.touch.drop',
    who: 'manager',
    input: keyInput.extend({ step: z.string().max(40) }),
    async run(context, { key, step }) {
      const cadence = await cadenceOr(context, key);
      const touches = cadence.touches.filter((touch) => touch.step !== step);
      if (touches.length === 0) throw new UserError('cadenceLast', []);
      return change(context, proposalOf(cadence, { touches }));
    },
  }),
  changeCommand({
    name: 'cadences.answer',
    who: 'manager',
    input: changesInput.extend({ answer: z.enum(['keep', 'move', 'drop']) }),
    run: (context, { changes, answer: chosen }) => answer(context, changes, chosen),
  }),
  changeCommand({
    name: 'cadences.cancel',
    who: 'manager',
    input: changesInput,
    async run(context, { changes }) {
      for (const id of idsOf(changes)) {
        if (!(await takeChange(context.data, id))) throw new UserError('staleButton', []);
        await settleChange(context.data, id, undefined, context.now);
      }
      return say(textCard(context.words.cadences.cancelled), true);
    },
  }),
  readCommand({
    name: 'cadences.export',
    who: 'manager',
    input: z.unknown(),
    fromText: () => ({}),
    async run({ data, words }) {
      const lines = cadenceLines(await listCadences(data));
      const text = words.cadences.file.how;
      return say({
        text,
        elements: [
          { kind: 'quote', text: lines.join('\n') },
          { kind: 'note', line: text },
        ],
      });
    },
  }),
  changeCommand({
    name: 'cadences.receive',
    takesFiles: true,
    who: 'manager',
    // Told apart by their files: two files sent at once are no double tap.
    input: z.object({ files: z.array(z.string()) }),
    fromText: (_text, { inbound }) => ({ files: (inbound.files ?? []).map(({ id }) => id) }),
    async run({ data, words, person, inbound }) {
      const { platform, team, files = [] } = inbound;
      for (const file of files)
        await data.enqueue('cadences.read', { workspaceId: data.workspaceId, personId: person.id, platform, team, file });
      return say(textCard(words.cadences.file.reading(files.map(({ name }) => name).join(', '))));
    },
  }),
  startCommand,
];
