import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { languageCodes } from '../../languages/index.ts';
import { faultText, templateForm, templatesCard } from './cards.ts';
import { readTemplate } from './read-template.ts';
import { addTemplate, listTemplates, removeTemplate, renewCoach } from './store.ts';

/** With fewer slots it hands nothing back. */
const fewestSlots = 2;

async function show(context: ReadContext, done?: string): Promise<Reply> {
  const card = templatesCard(await listTemplates(context.data), context, done);
  return { kind: 'say', card, to: 'person', replaces: context.inbound.via === 'button' };
}

export const templateCommands: readonly Command[] = [
  readCommand({
    name: 'templates',
    word: 'templates',
    who: 'manager',
    input: z.unknown(),
    run: (context) => show(context),
  }),
  readCommand({
    name: 'templates.form',
    who: 'manager',
    input: z.unknown(),
    opensForm: () => true,
    run: async (context) => ({ kind: 'form', form: templateForm(context) }),
  }),
  changeCommand({
    name: 'templates.add',
    who: 'manager',
    input: z.object({ name: z.string().trim().min(1).max(60), language: z.enum(languageCodes), lines: z.string().max(3_000) }),
    async run(context, { name, language, lines }) {
      const { data, words, now } = context;
      const read = readTemplate(lines);
      if ('faults' in read)
        throw new UserError('templateFaults', [read.faults.map((fault) => faultText(fault, context)).join('\n')], 'lines');
      if (read.slots.length < fewestSlots) throw new UserError('templateShort', [fewestSlots], 'lines');
      await addTemplate(data, { id: context.newId(), name, language, slots: read.slots }, now);
      await renewCoach(data, context.newId);
      return show(context, words.templates.added(name));
    },
  }),
  changeCommand({
    name: 'templates.remove',
    who: 'manager',
    input: z.object({ templateId: z.uuid() }),
    async run(context, { templateId }) {
      if (!(await removeTemplate(context.data, templateId))) throw new UserError('staleButton', []);
      await renewCoach(context.data, context.newId);
      return show(context, context.words.templates.removed);
    },
  }),
];
