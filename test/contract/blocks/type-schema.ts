import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv';
import type { Schema } from 'ts-json-schema-generator';

/** A package's own types as JSON schemas. Reading types takes seconds, so what they gave is kept beside the packages. */

const packages = new URL('../../../node_modules/', import.meta.url);

export type Definition = NonNullable<Schema['definitions']>[string];
export type Definitions = Readonly<Record<string, Definition>>;

interface Source {
  readonly package: string;
  /** Within the package. */
  readonly file: string;
  readonly types: readonly string[];
}

async function readTypes({ package: name, file, types }: Source): Promise<Definitions> {
  // Loaded here only: it brings a compiler of its own.
  const { createGenerator } = await import('ts-json-schema-generator');
  const path = fileURLToPath(new URL(`${name}/${file}`, packages));
  const generator = createGenerator({ path, skipTypeCheck: true, expose: 'all' });
  return Object.assign({}, ...types.map((type) => generator.createSchema(type).definitions));
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(new URL(`${name}/package.json`, packages), 'utf8')).version;
}

/** Written beside and renamed: several test processes may do so at once. */
export async function definitionsOf(source: Source): Promise<Definitions> {
  const folder = new URL('.cache/aftercare/', packages);
  const name = source.package.replace(/[^a-z]+/g, '-');
  const file = new URL(`${name}-${versionOf(source.package)}-${versionOf('ts-json-schema-generator')}.json`, folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const definitions = await readTypes(source);
  mkdirSync(folder, { recursive: true });
  const beside = new URL(`${randomUUID()}.json`, folder);
  writeFileSync(beside, JSON.stringify(definitions));
  renameSync(beside, file);
  return definitions;
}

/** Ajv names every branch of a union; the deepest path is where the mistake is. */
function complaint(validate: ValidateFunction): string {
  const errors = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
  return errors
    .slice(0, 5)
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
    .join('\n');
}

export function refused(platform: string, validate: ValidateFunction, value: unknown): Error {
  return new Error(`${platform} would refuse ${JSON.stringify(value).slice(0, 600)}\n${complaint(validate)}`);
}
