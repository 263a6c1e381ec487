import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { type ImportOptions, previewImport, runImport } from '../features/imports/index.ts';
import { languages, type Words } from '../languages/index.ts';
import { previewLines, unreadableText } from './import-words.ts';
import { findImporter } from './importer.ts';
import type { DataOwner, OwnerTask } from './with-owner.ts';

const asked = z.object({
  /** Absolute: the bot may stand elsewhere. */
  path: z.string(),
  name: z.string(),
  workspace: z.string().optional(),
  as: z.string().optional(),
  step: z.enum(['preview', 'run']),
});
export type ImportAsk = z.infer<typeof asked>;

/** `lines`: how many would go in. `progress` takes the place of the one before. `problem`: why it ends here. */
export const importMessage = z.union([
  z.object({ line: z.string() }),
  z.object({ progress: z.string() }),
  z.object({ lines: z.number(), brings: z.boolean(), question: z.string() }),
  z.object({ problem: z.string() }),
]);
export type ImportMessage = z.infer<typeof importMessage>;

type Say = (message: ImportMessage) => void;

/** Previews or imports a file of this machine for one of the team. */
export const importTask: { readonly name: 'import'; readonly run: OwnerTask } = {
  name: 'import',
  run: (owner) => (ask, say) => importFile(owner, asked.parse(ask), say),
};

async function importFile(owner: DataOwner, ask: ImportAsk, say: Say): Promise<void> {
  const found = await findImporter(owner.system, ask);
  if ('problem' in found) return say(found);
  const { person, country, workspaceId } = found;
  const words = languages[person.language];
  const scope = owner.system.scope(workspaceId);
  const open = () => createReadStream(ask.path);
  const options: ImportOptions = {
    now: owner.clock.now(),
    zone: person.zone,
    country,
    personId: person.id,
    purchaseWord: words.imports.purchase,
    newId: owner.newId,
  };
  if (ask.step === 'preview') {
    const preview = await previewImport(scope, open, options);
    if ('unreadable' in preview) return say({ problem: unreadableText(preview, words) });
    for (const line of previewLines(ask.name, preview, words)) say({ line });
    const brings = preview.customers.fresh + preview.customers.filled + preview.purchases > 0;
    if (!brings && preview.lines > 0) say({ line: words.imports.nothingNew });
    return say({ lines: preview.lines, brings, question: words.imports.go(preview.lines) });
  }
  const done = await runImport(scope, open, options, (lines) => say({ progress: progressText(ask.name, lines, words) }));
  if ('unreadable' in done) return say({ problem: unreadableText(done, words) });
  say({ line: words.imports.done(ask.name, done.customers.fresh, done.purchases, done.touches) });
}

const progressText = (file: string, lines: number, { imports }: Words) => `${imports.started(file)} ${lines}`;
