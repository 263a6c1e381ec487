import type { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import { fetchText, fileData } from '../../app/fetch-text.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/text-card.ts';
import { languages } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import type { Tx } from '../../store/index.ts';
import { findReach } from '../people/index.ts';
import { changedOnly, readCadences } from './cadence-file.ts';
import { fileCard } from './cards.ts';
import { askChange } from './change-cadence.ts';
import { listCadences, workspacePlace } from './store.ts';

type Reach = NonNullable<Awaited<ReturnType<typeof findReach>>>;

/** Keeps what a file would change until somebody says so, and tells what that is. */
async function tryFile(tx: Tx, text: string, file: string, { person }: Reach, services: Services): Promise<Card> {
  const now = services.clock.now();
  const look = { words: languages[person.language], person, now, today: dateIn(person.zone, now) };
  const words = look.words.cadences.file;
  const cadences = await listCadences(tx);
  const read = readCadences(text, cadences);
  if (!read) return textCard(words.unreadable(file));
  const changed = changedOnly(read.proposals, cadences);
  if (changed.length === 0 && read.wrong.length === 0) return textCard(words.same(file));
  const { country } = await workspacePlace(tx);
  const moment = { data: tx, person, now, today: look.today, country, newId: services.newId };
  const asked = [];
  for (const proposal of changed) asked.push(await askChange(moment, proposal));
  return fileCard(asked, read.wrong, file, look);
}

/** Reads a file of cadences, shows what it would change, and asks. */
export function readCadencesJob(services: Services): Job<z.infer<typeof fileData>> {
  return {
    name: 'cadences.read',
    data: fileData,
    async run(data, { last }) {
      const scope = services.system.scope(data.workspaceId);
      const reach = await findReach(scope, data.personId);
      if (!reach?.person.role || reach.person.role === 'rep') return;
      const { name } = data.file;
      const fetched = await fetchText(services, data, last);
      if (typeof fetched !== 'string') {
        await deliver(services, reach, ({ cadences: { file } }) =>
          textCard(fetched.fault === 'gone' ? file.gone(name) : file.unreadable(name)),
        );
        return;
      }
      const card = await scope.transaction((tx) => tryFile(tx, fetched, name, reach, services));
      await deliver(services, reach, () => card);
    },
  };
}
