import { z } from 'zod';
import { PlatformError } from '../chat/platform.ts';
import { decode } from '../files/decode.ts';
import type { Services } from './services.ts';

/** Bytes; a text that people read is far shorter. */
const limit = 5_000_000;

/** A file that somebody sent, in the data of a job: where it is, never what it says. */
export const fileData = z.object({
  workspaceId: z.uuid(),
  personId: z.uuid(),
  platform: z.enum(['slack', 'teams']),
  team: z.string(),
  file: z.object({ id: z.string(), name: z.string(), url: z.string(), size: z.number() }),
});

/** The text of a file, in whatever encoding; why there is none. A platform that is down is asked again, but not for ever. */
export async function fetchText(
  services: Services,
  { platform, team, file }: Pick<z.infer<typeof fileData>, 'platform' | 'team' | 'file'>,
  last: boolean,
): Promise<string | { readonly fault: 'gone' | 'unreadable' }> {
  if (file.size > limit) return { fault: 'unreadable' };
  try {
    const content = await services.platform(platform).lookup('file', { team, file });
    const { text } = decode(content);
    // A picture or a document of an office program has these in it.
    return content.length > limit || text.includes('\0') || text.trim() === '' ? { fault: 'unreadable' } : text;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (!last && ['down', 'limited', 'unclear'].includes(error.kind)) throw error;
    services.log.warn({ err: error }, 'file not fetched');
    return { fault: 'gone' };
  }
}
