import type { Tokens } from './tokens.ts';

export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silent' };

/** The way to the bot: signed activities over HTTP, nothing else. */
export interface BotLine {
  send(activity: object): Promise<BotAnswer>;
}

/** Teams gives a bot fifteen seconds. */
const PATIENCE = 15_000;

export function createBotLine(options: {
  readonly ready: Promise<void> | undefined;
  readonly url: string;
  readonly serviceUrl: string;
  readonly app: string;
  readonly tokens: Tokens;
  readonly closed: AbortSignal;
}): BotLine {
  return {
    async send(activity) {
      await options.ready;
      try {
        const response = await fetch(options.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            authorization: `Bearer ${options.tokens.forBot(options.app, options.serviceUrl)}`,
          },
          body: JSON.stringify(activity),
          signal: AbortSignal.any([options.closed, AbortSignal.timeout(PATIENCE)]),
        });
        const text = await response.text();
        return { kind: 'answered', status: response.status, body: text === '' ? undefined : JSON.parse(text) };
      } catch {
        return { kind: 'silent' };
      }
    },
  };
}
