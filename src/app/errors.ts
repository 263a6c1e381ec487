import type { Words } from '../languages/index.ts';

type Errors = Words['errors'];
export type ErrorKey = keyof Errors;

/** Something the person can mend: shown in their language, with the next step. */
export class UserError<Key extends ErrorKey = ErrorKey> extends Error {
  override readonly name = 'UserError';
  readonly key: Key;
  readonly params: Parameters<Errors[Key]>;
  /** The form field it belongs to, when a form was submitted. */
  readonly field: string | undefined;

  constructor(key: Key, params: Parameters<Errors[Key]>, field?: string) {
    super(key);
    this.key = key;
    this.params = params;
    this.field = field;
  }

  say(words: Words): string {
    const sentence = words.errors[this.key] as (...params: Parameters<Errors[Key]>) => string;
    return sentence(...this.params);
  }
}

/** Prisma's and the drivers' words for a database that cannot be reached or does not answer. */
const unreachable =
  /\b(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|57P0[123]|53300|08\d{3})\b|Connection terminated|connection timeout|timeout exceeded when trying to connect|Server has closed the connection|not queryable|The embedded database has ended|after calling end on the pool/i;

/** Whether the store, and not our code, is the cause. */
export function isStoreDown(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? String(at.code) : '';
    if (unreachable.test(code) || unreachable.test(at.message)) return true;
  }
  return false;
}
