import type { KnownBlock, View } from '@slack/types';
import { Ajv } from 'ajv';
import { type Definition, definitionsOf, refused as refusedBy } from './type-schema.ts';

/**
 * Slack's own types as JSON schemas: unknown blocks, members and values are refused, and so is what is longer than the
 * comments of the types allow.
 */

/** `Maximum length for this field is 255 characters`, `maximum of 25 elements`, `Limit 12,000 characters max`. */
export function maximumIn(description: string): number | undefined {
  const match = /\b(?:max(?:imum)?|limit)\b[^.]*?\b(\d[\d,]*)/i.exec(description.replace(/\s+/g, ' '));
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/,/g, ''));
}

/** The limit that the comment of a property states, as the keyword that enforces it. */
function limited(property: Definition): Definition {
  if (typeof property === 'boolean') return property;
  const most = maximumIn(property.description ?? '');
  if (most === undefined) return property;
  if (property.type === 'string')
    return {
      ...property,
      maxLength: most,
      ...(/minimum length is 1\b/i.test(property.description ?? '') ? { minLength: 1 } : {}),
    };
  if (property.type === 'array') return { ...property, maxItems: most };
  if (property.type === 'number') return { ...property, maximum: most };
  // A text object: the limit is that of its `text`.
  return { allOf: [property], properties: { text: { maxLength: most } } };
}

function withLimits(definition: Definition): Definition {
  if (typeof definition === 'boolean') return definition;
  const properties = Object.entries(definition.properties ?? {}).map(([name, property]) => [name, limited(property)] as const);
  return {
    ...definition,
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(definition.anyOf === undefined ? {} : { anyOf: definition.anyOf.map(withLimits) }),
  };
}

const types = await definitionsOf({ package: '@slack/types', file: 'dist/index.d.ts', types: ['KnownBlock', 'View'] });
const definitions = Object.fromEntries(Object.entries(types).map(([name, definition]) => [name, withLimits(definition)]));
const ajv = new Ajv({ allErrors: true, strict: false });
const validateBlock = ajv.compile({ $ref: '#/definitions/KnownBlock', definitions });
const validateView = ajv.compile({ $ref: '#/definitions/View', definitions });

/** The limit in the comment of `HeaderBlock.text` and the like. */
export function documentedMaximum(type: string, property: string): number | undefined {
  const definition = definitions[type];
  const shapes = typeof definition === 'object' ? [definition, ...(definition.anyOf ?? [])] : [];
  for (const shape of shapes) {
    const found = typeof shape === 'object' ? shape.properties?.[property] : undefined;
    if (typeof found !== 'object') continue;
    const text = found.properties?.text;
    return found.maxLength ?? found.maxItems ?? found.maximum ?? (typeof text === 'object' ? text.maxLength : undefined);
  }
  return undefined;
}

const refused = (validate: typeof validateBlock, value: unknown) => refusedBy('Slack', validate, value);

function isBlock(value: unknown): value is KnownBlock {
  return validateBlock(value);
}

function isView(value: unknown): value is View {
  return validateView(value);
}

function knownBlocks(blocks: readonly unknown[]): KnownBlock[] {
  return blocks.map((block) => {
    if (!isBlock(block)) throw refused(validateBlock, block);
    return block;
  });
}

function unique(values: readonly string[], what: string): void {
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) throw new Error(`Slack would refuse ${what} used twice: ${twice}`);
}

function actionIds(block: KnownBlock): readonly string[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((element) => (element.action_id === undefined ? [] : [element.action_id]));
}

/** What no type says: an empty list or text is refused, and ids are unique. */
function assertRules(blocks: readonly KnownBlock[]): void {
  unique(
    blocks.flatMap((block) => block.block_id ?? []),
    'block_id',
  );
  for (const block of blocks) {
    unique(actionIds(block), 'action_id');
    assertFilled(block);
  }
}

function assertFilled(value: unknown): void {
  if (Array.isArray(value)) {
    if (value.length === 0) throw new Error('Slack would refuse an empty list');
    value.forEach(assertFilled);
  } else if (typeof value === 'object' && value !== null) {
    if ('text' in value && value.text === '') throw new Error('Slack would refuse an empty text');
    Object.values(value).forEach(assertFilled);
  }
}

/** Throws when Slack would refuse these blocks in a message. */
export function assertBlocks(blocks: readonly unknown[], most = 50): void {
  if (blocks.length === 0 || blocks.length > most) throw new Error(`Slack would refuse ${blocks.length} blocks`);
  assertRules(knownBlocks(blocks));
}

/** Throws when Slack would refuse this view. Its own type allows any block, so each is looked at by itself. */
export function assertView(view: unknown): void {
  if (!isView(view)) throw refused(validateView, view);
  assertBlocks(view.blocks, 100);
  if (view.type === 'modal' && view.submit === undefined && view.blocks.some((block) => block.type === 'input')) {
    throw new Error('Slack would refuse inputs without a submit button');
  }
}
