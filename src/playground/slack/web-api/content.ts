import type { Json } from '../json.ts';
import { isJson, listOf } from '../json.ts';
import { blockProblems } from '../limits/check-blocks.ts';
import { type Args, jsonArg, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

export interface MessageContent {
  readonly text: string;
  readonly blocks: readonly Json[] | undefined;
  readonly metadata: Json | undefined;
  /** Added to the answer where the text was cut. */
  readonly warning: Json;
}

/** Longer texts are cut by Slack, not refused. Characters, not UTF-16 units. */
const MAX_TEXT = 40_000;

/** Text, blocks and metadata of a message, checked as Slack does. */
export function messageContent(args: Args): MessageContent {
  const blocks = parseBlocks(jsonArg(args, 'blocks', 'invalid_blocks_format'));
  const text = textArg(args, 'text');
  const attachments = listOf(jsonArg(args, 'attachments', 'invalid_attachments'));
  if (text === '' && !blocks?.length && attachments.length === 0) throw new SlackError('no_text');
  const characters = text.length > MAX_TEXT ? [...text] : undefined;
  const tooLong = characters !== undefined && characters.length > MAX_TEXT;
  return {
    text: tooLong ? characters.slice(0, MAX_TEXT).join('') : text,
    blocks,
    metadata: parseMetadata(jsonArg(args, 'metadata', 'invalid_metadata_format')),
    warning: tooLong ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } } : {},
  };
}

/** Undefined where there are none; `invalid_blocks` with Slack's messages where one would be refused. */
export function parseBlocks(blocks: unknown): readonly Json[] | undefined {
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  const problems = blockProblems(blocks, 'message');
  if (problems.length > 0)
    throw new SlackError('invalid_blocks', { errors: problems, response_metadata: { messages: problems } });
  return blocks.filter(isJson);
}

/** Slack names no figure for `metadata_too_large`; ours is on the careful side. */
const MAX_METADATA = 8_000;

function parseMetadata(metadata: unknown): Json | undefined {
  if (metadata === undefined) return undefined;
  if (!isJson(metadata)) throw new SlackError('invalid_metadata_format');
  if (typeof metadata.event_type !== 'string' || !isJson(metadata.event_payload)) throw new SlackError('invalid_metadata_schema');
  if (metadata.event_type === '' || metadata.event_type.length > 255) throw new SlackError('invalid_metadata_schema');
  const known = new Set(['event_type', 'event_payload', 'entities']);
  if (Object.keys(metadata).some((key) => !known.has(key))) throw new SlackError('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > MAX_METADATA) throw new SlackError('metadata_too_large');
  return metadata;
}
