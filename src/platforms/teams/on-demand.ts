import type { Bot } from '../../chat/platform.ts';
import type { Teams } from './transport.ts';

/** Teams whose SDK is loaded when somebody first comes from there or is written to: it takes half a second and 50 MB. */
export function createTeamsOnDemand(load: () => Promise<Teams>): Teams {
  let bot: Bot | undefined;
  let opened: Promise<Teams> | undefined;
  const open = async (): Promise<Teams> => {
    const teams = await load();
    if (bot) await teams.start(bot);
    return teams;
  };
  const teams = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    name: 'teams',
    listener(request, response) {
      teams().then(
        (one) => one.listener(request, response),
        () => response.writeHead(500).end(),
      );
    },
    async start(one) {
      bot = one;
    },
    stop: async () => (await opened)?.stop(),
    send: async (to, card, options) => (await teams()).send(to, card, options),
    update: async (team, ref, card, options) => (await teams()).update(team, ref, card, options),
    lookup: async (kind, ask) => (await teams()).lookup(kind, ask),
  };
}
