import { type Fingerprint, NOTHING_READ, readOn, written } from './fingerprint.ts';
import { shippedPacks } from './rules/packs.ts';
import { storedTables } from './stored-tables.ts';

/** Rules are many, and the same for all coaches. */
const ofRules = new WeakMap<object, Fingerprint>();

function readRules(rules: object): Fingerprint {
  const read = () => readOn(NOTHING_READ, `[${JSON.stringify(rules)}`);
  const known = ofRules.get(rules) ?? (rules === shippedPacks ? storedTables('version', read) : read());
  ofRules.set(rules, known);
  return known;
}

/** A short hash of anything that decides a verdict: rule packs, and after them team phrases, demotions. */
export function versionOf(rules: object, ...more: readonly unknown[]): string {
  const read = more.reduce((before: Fingerprint, part) => readOn(before, `,${JSON.stringify(part)}`), readRules(rules));
  return written(readOn(read, ']'));
}
