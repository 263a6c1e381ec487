import type { Settings } from '../../config.ts';
import type { Finding } from './finding.ts';

/** Whether the running bot answers under its public address. */
export async function checkPublicUrl({ publicUrl }: Settings): Promise<readonly Finding[]> {
  if (publicUrl === undefined) return [];
  const url = `${publicUrl}/healthz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return [{ ok: true, text: `PUBLIC_URL: ${url} answers.` }];
    return [
      { ok: false, text: `PUBLIC_URL: ${url} answers ${response.status}. Let your proxy pass everything on to the bot’s port.` },
    ];
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    const why = cause instanceof Error ? cause.message : String(error);
    return [
      { ok: false, text: `PUBLIC_URL: ${url} is not reached (${why}). Start the bot, and check name, certificate and firewall.` },
    ];
  }
}
