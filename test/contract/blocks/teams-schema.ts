import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { definitionsOf, refused } from './type-schema.ts';

/**
 * Teams' own types as a JSON schema, which refuses unknown elements, members and values; and Microsoft's own reader of cards,
 * which refuses what the version of Adaptive Cards that a card names does not have.
 */
const types = await definitionsOf({ package: '@microsoft/teams.cards', file: 'dist/core.d.ts', types: ['IAdaptiveCard'] });
const ajv = new Ajv({ allErrors: true, strict: false });
const validate = ajv.compile({ $ref: '#/definitions/IAdaptiveCard', definitions: types });

const eventSchema = z.object({ message: z.string() });
const event = z.union([eventSchema, z.unknown().transform(() => ({ message: 'unknown' }))]);
interface Reader {
  readonly AdaptiveCard: new () => {
    hostConfig: unknown;
    parse(card: unknown, context: unknown): void;
    validateProperties(): { validationEvents: unknown[] };
  };
  readonly HostConfig: new (settings: unknown) => unknown;
  readonly SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(at: number): unknown };
  readonly Version: { parse(text: string, context: unknown): unknown };
}
// Its module for browsers does not load in Node; the bundle does.
const reader: Reader = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** Teams reads sets of choices that are asked for by typing in cards of version 1.5 already, as its own pages on typeahead show. */
const typeahead = [
  'Property "choices.data" is supported in version 1.6, but you are using version 1.5.',
  'An Input.ChoiceSet must have at least one choice defined.',
];

/** As Teams has it, by Microsoft's pages on cards; the reader's own default is 5. */
const teamsHost = new reader.HostConfig({ actions: { maxActions: 6 } });

const versioned = z.object({ version: z.string() });

export function assertTeamsCard(card: unknown): void {
  if (!validate(card)) throw refused('Teams', validate, card);
  const context = new reader.SerializationContext(reader.Version.parse(versioned.parse(card).version, undefined));
  const parsed = new reader.AdaptiveCard();
  parsed.hostConfig = teamsHost;
  parsed.parse(card, context);
  const events = [
    ...Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at)),
    ...parsed.validateProperties().validationEvents,
  ]
    .map((one) => event.parse(one).message)
    .filter((message) => !(typeahead.includes(message) && JSON.stringify(card).includes('"choices.data"')));
  if (events.length > 0)
    throw new Error(`Adaptive Cards would complain: ${events.join('; ')}\n${JSON.stringify(card).slice(0, 1_500)}`);
  assertIds(card);
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && 'type' in value && typeof value.id === 'string' && value.type !== 'mention' ? [value.id] : [];
  // What a button carries is no part of the card.
  return [...own, ...Object.entries(value).flatMap(([name, part]) => (name === 'data' ? [] : idsIn(part)))];
}

function assertIds(card: unknown): void {
  const ids = idsIn(card);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`Two elements of a card are called ${twice}`);
}
