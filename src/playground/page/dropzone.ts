import type { Composer } from './composer.ts';
import { part } from './dom.ts';

/** Files dragged onto the conversation wait in the composer, as in Slack, until they are sent. */
export function startDropzone(composer: Pick<Composer, 'attach'>): void {
  const main = part('main');
  const cover = part('drop-cover');
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  main.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    cover.hidden = false;
  });
  main.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && main.contains(event.relatedTarget))) cover.hidden = true;
  });
  main.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    cover.hidden = true;
    composer.attach(event.dataTransfer?.files ?? []);
  });
}
