import { shippedPacks } from '../../coach/rules/packs.ts';
import type { Reads } from '../../store/index.ts';
import { findPhrase } from '../phrases/index.ts';
import type { RuleName } from './court-cards.ts';

const examples = new Map(shippedPacks.flatMap((pack) => pack.rules.map(({ id, invalid }) => [id, invalid[0]] as const)));
const phraseId = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Names for these rules: those of ours by an example, a team's phrase by itself. */
export async function ruleNames(data: Reads, rules: readonly string[]): Promise<RuleName> {
  const names = new Map<string, string>();
  for (const rule of new Set(rules)) {
    const text = phraseId.test(rule) ? (await findPhrase(data, rule))?.text : examples.get(rule);
    names.set(rule, text ?? rule);
  }
  return (rule) => names.get(rule) ?? rule;
}
