import { pino } from 'pino';

/** Lines of JSON on standard output. Never what a customer or rep typed: ids, counts and errors only. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Paths that carry people's words or secrets, should a library put them into an error. */
const redact = [
  'err.request',
  'err.config',
  'err.data',
  'err.body',
  'err.options',
  'err.meta.driverAdapterError',
  'headers',
  'token',
  '*.token',
  '*.text',
];

export function openLog(level: LogLevel): Log {
  return pino({ level, base: null, redact, timestamp: pino.stdTimeFunctions.isoTime });
}
