import type { Cloud } from '../cloud.ts';
import { type Json, parseJson } from '../json.ts';
import { SlackError } from './slack-error.ts';

/** Arguments of a call; from a form every value is a text, from JSON it may be anything. */
export type Args = Json;

export interface Method {
  /** The call is allowed with any one of these. */
  readonly scopes?: readonly string[];
  run(cloud: Cloud, args: Args): Json;
}

export function textArg(args: Args, name: string): string {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

export function flagArg(args: Args, name: string): boolean {
  return [true, 'true', 1, '1'].includes(args[name] as string);
}

/** The number, or undefined where the argument is missing; `invalid_arguments` where it is none. */
export function numberArg(args: Args, name: string): number | undefined {
  const text = textArg(args, name);
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number))
    throw new SlackError('invalid_arguments', messages(`[ERROR] must be a number [json-pointer:/${name}]`));
  return number;
}

/** A JSON argument, parsed where it came as text; `undefined` where it is missing, `invalid` with the given error. */
export function jsonArg(args: Args, name: string, invalid: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  const parsed = parseJson(value);
  if (parsed === undefined) throw new SlackError(invalid);
  return parsed;
}

function messages(...list: readonly string[]): Json {
  return { response_metadata: { messages: list } };
}

export function requireScope(cloud: Cloud, scopes: readonly string[]): void {
  const provided = cloud.workspace.bot.scopes;
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: scopes.join(','), provided: provided.join(',') });
}

/** The page of a list that a cursor of ours names, and the cursor of the next one. */
export function pageOf<T>(list: readonly T[], args: Args, standard: number, most: number): { page: readonly T[]; next: string } {
  const limit = numberArg(args, 'limit') ?? standard;
  if (limit < 1) throw new SlackError('invalid_limit');
  const start = cursorStart(textArg(args, 'cursor'));
  const end = start + Math.min(limit, most);
  return { page: list.slice(start, end), next: end < list.length ? cursorAt(end) : '' };
}

export function cursorAt(position: number): string {
  return Buffer.from(`next:${position}`).toString('base64');
}

export function cursorStart(cursor: string): number {
  if (cursor === '') return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!match) throw new SlackError('invalid_cursor');
  return Number(match[1]);
}
