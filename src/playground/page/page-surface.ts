import type { Source, ViewValues } from '../protocol.ts';
import { readText } from './draw-mrkdwn.ts';
import type { Page } from './page.ts';
import type { Surface } from './surface.ts';

/** Blocks of a message, modal or Home tab, wired to the server. */
export function surfaceFor(page: Page, source: Source, values: ViewValues): Surface {
  return {
    state: page.state,
    source,
    values,
    use: async (action) => {
      const used = await page.use(source, action, values);
      if (used && action.type === 'button') page.did({ kind: 'pressed', label: readText(action.text).value });
    },
    suggest: (actionId, blockId, query) => page.api.suggest(source, actionId, blockId, query),
  };
}
