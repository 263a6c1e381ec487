import { PlatformError } from '../../chat/platform.ts';

/** More than any file that is read; its size is not told before. */
const limit = 64_000_000;

/** The address that Teams gives to a file is good for some minutes, and needs no token. */
export async function download(url: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch (cause) {
    throw new PlatformError('down', 'no_answer', { cause });
  }
  if (!response.ok) {
    const gone = response.status === 404 || response.status === 410 || response.status === 403;
    throw new PlatformError(gone ? 'gone' : 'refused', `http_${response.status}`);
  }
  if (Number(response.headers.get('content-length') ?? 0) > limit) throw new PlatformError('refused', 'too_large');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit) throw new PlatformError('refused', 'too_large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
