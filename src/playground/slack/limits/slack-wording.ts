import type { z } from 'zod';
import { isJson } from '../json.ts';

type Issue = z.core.$ZodIssue;

/** Zod's findings in the words of Slack's `response_metadata.messages`. */
export function slackWording(issues: readonly Issue[], input: unknown, base: string): string[] {
  return issues.flatMap((issue) =>
    wording(issue, input).map(([text, path]) => `[ERROR] ${text} [json-pointer:${pointer(base, path)}]`),
  );
}

function pointer(base: string, path: readonly PropertyKey[]): string {
  return [base, ...path.map(String)].join('/');
}

function wording(issue: Issue, input: unknown): [text: string, path: readonly PropertyKey[]][] {
  const { path } = issue;
  const missing = valueAt(input, path) === undefined;
  if (missing && path.length > 0 && issue.code !== 'unrecognized_keys') {
    return [[`missing required field: ${String(path.at(-1))}`, path.slice(0, -1)]];
  }
  switch (issue.code) {
    case 'too_big':
      return [[tooBig(issue.origin, Number(issue.maximum)), path]];
    case 'too_small':
      return [[tooSmall(issue.origin, Number(issue.minimum)), path]];
    case 'invalid_type':
      return [[`must provide ${article(issue.expected)}`, path]];
    case 'unrecognized_keys':
      return issue.keys.map((key) => [`invalid additional property: ${key}`, path]);
    case 'invalid_union':
      return [discriminator(issue, input)];
    case 'custom':
      return [[issue.message, path]];
    default:
      return [['must be a valid value', path]];
  }
}

function discriminator(issue: Issue, input: unknown): [text: string, path: readonly PropertyKey[]] {
  const holder = valueAt(input, issue.path.at(-1) === 'type' ? issue.path.slice(0, -1) : issue.path);
  if (isJson(holder) && typeof holder.type === 'string') return [`unsupported type: ${holder.type}`, issue.path];
  return ['failed to match all allowed schemas', issue.path];
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `must be less than ${most + 1} characters`;
  return origin === 'array' ? `no more than ${most} items allowed` : `must be less than ${most + 1}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return `must be more than ${least - 1} characters`;
  return origin === 'array' ? `no fewer than ${least} items allowed` : `must be more than ${least - 1}`;
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (isJson(value)) value = value[String(key)];
    else if (Array.isArray(value)) value = value[Number(key)];
    else return undefined;
  }
  return value;
}
