import { z } from 'zod';
import { realNow } from '../slack/real-time.ts';

const answer = z.object({ access_token: z.string(), expires_in: z.number() });

interface Credentials {
  readonly endpoint: string;
  readonly app: string;
  readonly secret: string;
  readonly scope: string;
}

/** The bot's token for the connector, asked for over HTTP and kept until shortly before it ends. */
export function botToken({ endpoint, app, secret, scope }: Credentials, now: () => number = realNow): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > now()) return kept.token;
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: app, client_secret: secret, scope }),
    });
    if (!response.ok) throw new Error(`No token for the bot: HTTP ${response.status}`);
    const { access_token, expires_in } = answer.parse(await response.json());
    kept = { token: access_token, until: now() + (expires_in - 300) * 1_000 };
    return access_token;
  };
}
