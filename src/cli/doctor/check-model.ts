import { createAskModel } from '../../advisor/ask-model.ts';
import type { Settings } from '../../config.ts';
import type { Finding } from './finding.ts';

/** The smallest question that a model can answer in the form we need; no words of anybody's are in it. */
const question = {
  instructions: 'Answer with JSON alone: "opinion" and "rewrite", each the one word fine.',
  data: 'Is this connection fine?',
  mostTokens: 1_000,
};
const longestMs = 20_000;

const advice: Readonly<Record<'refused' | 'limited' | 'timeout' | 'down', string>> = {
  refused: 'it refuses to answer. Choose another model in AFTERCARE_MODEL.',
  limited: 'too many questions (429). Raise the limit with its provider, or wait.',
  timeout: `no answer within ${longestMs / 1_000} s. Check OPENAI_BASE_URL and the network, or choose a faster model.`,
  down: 'it cannot be asked. Check OPENAI_API_KEY, OPENAI_BASE_URL and the name in AFTERCARE_MODEL.',
};

/** Asks the language model one small question, where one is set up. */
export async function checkModel({ model }: Settings): Promise<readonly Finding[]> {
  if (!model) return [];
  const asked = await createAskModel(model)({ ...question, signal: AbortSignal.timeout(longestMs) });
  const name = `Language model ${model.model}`;
  if (asked.kind === 'answer') return [{ ok: true, text: `${name}: answers in the form the advisor needs.` }];
  if (asked.kind === 'nonsense')
    return [{ ok: false, text: `${name}: answers, but not in the form asked for. Choose a model with structured output.` }];
  const status = 'status' in asked && asked.status !== undefined ? ` (HTTP ${asked.status})` : '';
  return [{ ok: false, text: `${name}: ${advice[asked.kind]}${status}` }];
}
