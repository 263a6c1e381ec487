import { fileURLToPath } from 'node:url';
import type { KnownBlock, View } from '@slack/types';
import { Ajv, type ValidateFunction } from 'ajv';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

/**
 * Slack's own types as JSON schemas: unknown blocks, members and values are refused, and so is what is longer than the
 * comments of the types allow. The types are read once in a test process, in about two seconds.
 */

const path = fileURLToPath(new URL('../../../node_modules/@slack/types/dist/index.d.ts', import.meta.url));

type Definition = NonNullable<Schema['definitions']>[string];

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

interface Schemas {
  readonly block: ValidateFunction;
  readonly view: ValidateFunction;
  readonly definitions: Readonly<Record<string, Definition>>;
}

let read: Schemas | undefined;

function schemas(): Schemas {
  if (read !== undefined) return read;
  const generator = createGenerator({ path, skipTypeCheck: true });
  const definitions = { ...generator.createSchema('KnownBlock').definitions, ...generator.createSchema('View').definitions };
  const strict = Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, withLimits(definition)]));
  const ajv = new Ajv({ allErrors: true, strict: false });
  read = {
    block: ajv.compile({ $ref: '#/definitions/KnownBlock', definitions: strict }),
    view: ajv.compile({ $ref: '#/definitions/View', definitions: strict }),
    definitions: strict,
  };
  return read;
}

/** The limit in the comment of `HeaderBlock.text` and the like. */
export function documentedMaximum(type: string, property: string): number | undefined {
  const definition = schemas().definitions[type];
  const shapes = typeof definition === 'object' ? [definition, ...(definition.anyOf ?? [])] : [];
  for (const shape of shapes) {
    const found = typeof shape === 'object' ? shape.properties?.[property] : undefined;
    if (typeof found !== 'object') continue;
    const text = found.properties?.text;
    return found.maxLength ?? found.maxItems ?? found.maximum ?? (typeof text === 'object' ? text.maxLength : undefined);
  }
  return undefined;
}

/** Ajv names every branch of a union; the deepest path is where the mistake is. */
function complaint(validate: ValidateFunction): string {
  const errors = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
  return errors
    .slice(0, 5)
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
    .join('\n');
}

function checked(validate: ValidateFunction, value: unknown): void {
  if (!validate(value)) throw new Error(`Slack would refuse ${JSON.stringify(value).slice(0, 600)}\n${complaint(validate)}`);
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
export function assertBlocks(blocks: readonly KnownBlock[], most = 50): void {
  if (blocks.length === 0 || blocks.length > most) throw new Error(`Slack would refuse ${blocks.length} blocks`);
  for (const block of blocks) checked(schemas().block, block);
  assertRules(blocks);
}

function isKnownBlock(block: View['blocks'][number]): block is KnownBlock {
  return schemas().block(block);
}

/** Throws when Slack would refuse this view. */
export function assertView(view: View): void {
  checked(schemas().view, view);
  for (const block of view.blocks) if (!isKnownBlock(block)) checked(schemas().block, block);
  assertBlocks(view.blocks.filter(isKnownBlock), 100);
  if (view.type === 'modal' && view.submit === undefined && view.blocks.some((block) => block.type === 'input')) {
    throw new Error('Slack would refuse inputs without a submit button');
  }
}
