import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Microsoft: 412 and 429 were not carried out; 502 and 504 may have been. */
const kinds: Readonly<Record<number, PlatformErrorKind>> = {
  401: 'denied',
  403: 'gone',
  404: 'gone',
  410: 'gone',
  412: 'limited',
  429: 'limited',
  500: 'unclear',
  502: 'unclear',
  503: 'down',
  504: 'unclear',
};

function retryAfter(error: unknown): number | undefined {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const said = typeof get === 'function' ? Number(get.call(headers, 'retry-after')) : Number.NaN;
  return said > 0 ? said : undefined;
}

/** Errors of the connector's client. What never left this machine is `down`; what may have arrived is `unclear`. */
export function teamsError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  const status = property(error, 'statusCode');
  if (typeof status === 'number') {
    const kind = kinds[status] ?? 'refused';
    const code = String(property(property(property(error, 'body'), 'error'), 'code') ?? `http_${status}`);
    const wait = retryAfter(error) ?? (status === 412 ? 1 : 30);
    return new PlatformError(kind, code, { cause: error, ...(kind === 'limited' ? { retryAfter: wait } : {}) });
  }
  const code = String(property(error, 'code') ?? property(property(error, 'cause'), 'code') ?? '');
  const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(code);
  return new PlatformError(neverLeft ? 'down' : 'unclear', code || 'no_answer', { cause: error });
}
