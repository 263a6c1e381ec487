import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import { isStoreDown } from '../../app/errors.ts';
import type { Person } from '../../app/people.ts';
import type { Services } from '../../app/services.ts';
import type { Card } from '../../chat/card.ts';
import { PlatformError } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { languages, type Words } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import type { Scope } from '../../store/index.ts';
import { findReach } from '../people/index.ts';
import { doneCard, failedCard, previewCard, stateCard, unreadableCard } from './cards.ts';
import { limitMb, loadTeam } from './commands.ts';
import { bringsSomething, type Preview } from './preview.ts';
import { previewImport } from './preview-import.ts';
import { startProgress } from './progress.ts';
import { type ImportOptions, type OpenSource, surveyFile } from './read-file.ts';
import { importInto } from './run-import.ts';
import {
  type FileImport,
  findImport,
  keepContent,
  keepMessage,
  moveImport,
  openContent,
  takeRunning,
  workspaceCountry,
} from './store.ts';

const importData = z.object({ workspaceId: z.uuid(), importId: z.uuid() });
type ImportJob = Job<z.infer<typeof importData>>;

const pieceBytes = 65_536;

function sourceOf(content: Uint8Array): OpenSource {
  return async function* () {
    for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
  };
}

async function optionsFor(scope: Scope, person: Person, services: Services): Promise<ImportOptions> {
  return {
    now: services.clock.now(),
    zone: person.zone,
    country: await workspaceCountry(scope),
    personId: person.id,
    purchaseWord: languages[person.language].imports.purchase,
    newId: services.newId,
  };
}

type Reach = NonNullable<Awaited<ReturnType<typeof findReach>>>;

/** The import and whoever sent the file; where that person is gone, nobody is left to ask and the import ends. */
async function findWithReach(
  scope: Scope,
  importId: string,
): Promise<{ readonly file: FileImport; readonly reach: Reach } | undefined> {
  const file = await findImport(scope, importId);
  // The answer comes where the file was sent.
  const reach = file && (await findReach(scope, file.personId, file.origin.platform));
  if (reach) return { file, reach };
  await scope.transaction((tx) => moveImport(tx, importId, { from: ['received', 'asked', 'running'], to: 'dropped' }));
  return undefined;
}

/** Draws a card over the one that stands there; as a new message where that is gone. */
async function show(services: Services, file: FileImport, reach: Reach, card: Card): Promise<void> {
  const { message } = file.origin;
  const words = languages[reach.person.language];
  try {
    if (message) return await services.platform(message.platform).update(message.team, message, card, { words: words.chat });
  } catch (error) {
    if (!(error instanceof PlatformError) || (error.kind !== 'gone' && error.kind !== 'refused')) throw error;
  }
  await deliver(services, reach, () => card);
}

/** The file's bytes, or what to say of a file that cannot be had. */
async function fetchFile(
  services: Services,
  { origin }: FileImport,
  last: boolean,
): Promise<Uint8Array | ((words: Words) => string)> {
  const { file, platform, team } = origin;
  try {
    const content = await services.platform(platform).lookup('file', { team, file });
    return content.length <= limitMb * 1_000_000 ? content : ({ imports }) => imports.tooLarge(file.name, limitMb);
  } catch (error) {
    const passing =
      error instanceof PlatformError && (error.kind === 'down' || error.kind === 'limited' || error.kind === 'unclear');
    if (passing && !last) throw error;
    services.log.warn({ err: error }, 'file not fetched');
    return ({ imports }) => imports.unreachable(file.name);
  }
}

/** Shows what the file will do, with its buttons. */
async function ask(services: Services, scope: Scope, file: FileImport, preview: Preview, reach: Reach): Promise<void> {
  const { platform, team, person } = reach;
  const card = previewCard(file, preview, await loadTeam(scope), languages[person.language]);
  const { channel, message } = await deliver(services, reach, () => card);
  await keepMessage(scope, file.id, { platform, team, channel, message });
}

/** Reads the file that was sent and shows what importing it would do. */
export function previewJob(services: Services): ImportJob {
  return {
    name: 'imports.preview',
    data: importData,
    async run({ workspaceId, importId }, { last }) {
      const scope = services.system.scope(workspaceId);
      const found = await findWithReach(scope, importId);
      if (!found) return;
      const { file, reach } = found;
      // Read, but cut short before anybody was asked.
      if (file.state === 'asked' && file.preview && !file.origin.message) return ask(services, scope, file, file.preview, reach);
      if (file.state !== 'received') return;
      const words = languages[reach.person.language];
      const refuse = async (card: Card) => {
        await deliver(services, reach, () => card);
        await scope.transaction((tx) => moveImport(tx, importId, { from: ['received'], to: 'dropped' }));
      };
      const content = await fetchFile(services, file, last);
      if (typeof content === 'function') return refuse(textCard(content(words)));
      const preview = await previewImport(scope, sourceOf(content), await optionsFor(scope, reach.person, services));
      if ('unreadable' in preview) return refuse(unreadableCard(preview, words));
      if (!bringsSomething(preview)) return refuse(previewCard(file, preview, await loadTeam(scope), words));
      await keepContent(scope, importId, content);
      const asked = await scope.transaction((tx) =>
        moveImport(tx, importId, { from: ['received'], to: 'asked', result: { preview } }),
      );
      if (asked) await ask(services, scope, file, preview, reach);
    },
  };
}

/** Imports in one transaction, which also notes that it is done: a run that is cut short has done nothing, and one that comes again does nothing. */
async function importOnce(services: Services, scope: Scope, file: FileImport, reach: Reach): Promise<FileImport | undefined> {
  const words = languages[reach.person.language];
  const open = await openContent(scope, file.id);
  const options = await optionsFor(scope, reach.person, services);
  const surveyed = await surveyFile(open, options);
  if ('unreadable' in surveyed) throw new Error('A file that was previewed cannot be read');
  const say = (card: Card) =>
    show(services, file, reach, card).catch((err: unknown) => services.log.warn({ err }, 'progress not shown'));
  await say(textCard(words.imports.started(file.fileName)));
  const total = file.preview?.lines ?? 0;
  const progress = startProgress(
    (lines) => say(textCard(words.imports.running(file.fileName, lines, total))),
    () => performance.now(),
  );
  try {
    return await scope.transaction(async (tx) => {
      if (!(await takeRunning(tx, file.id))) return undefined;
      const outcome = await importInto(tx, open, surveyed.mapping, options, progress.tell);
      await moveImport(tx, file.id, { from: ['running'], to: 'done', result: { preview: file.preview, outcome } });
      return { ...file, state: 'done', outcome };
    });
  } finally {
    await progress.end();
  }
}

export function runJob(services: Services): ImportJob {
  return {
    name: 'imports.run',
    data: importData,
    async run({ workspaceId, importId }, { last }) {
      const scope = services.system.scope(workspaceId);
      const found = await findWithReach(scope, importId);
      if (!found) return;
      const { file, reach } = found;
      const words = languages[reach.person.language];
      // Ended, but cut short before that was shown.
      if (file.state !== 'running')
        return file.state === 'asked' ? undefined : show(services, file, reach, stateCard(file, words));
      try {
        const done = await importOnce(services, scope, file, reach);
        if (done) await show(services, file, reach, doneCard(done, words));
      } catch (error) {
        if (error instanceof PlatformError || (isStoreDown(error) && !last)) throw error;
        const reference = services.newId().slice(-6);
        services.log.error({ err: error, reference }, 'import failed');
        await scope.transaction((tx) =>
          moveImport(tx, importId, { from: ['running'], to: 'failed', result: { preview: file.preview, reference } }),
        );
        await show(services, file, reach, failedCard({ ...file, reference }, words));
      }
    },
  };
}
