import type { ClientOptions } from 'openai';
import { answerSchema, type Parsed, parseCompletion } from './answer.ts';

export interface ModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly model: string;
}

export type Failure = 'timeout' | 'refused' | 'limited' | 'down';
/** `spent`: the server may have worked although no answer came, so that its tokens count as used. */
export type Asked = Parsed | { readonly kind: Failure; readonly spent: boolean; readonly status?: number };

export interface Question {
  readonly instructions: string;
  readonly data: string;
  readonly mostTokens: number;
  /** Ends everything, waiting too. */
  readonly signal: AbortSignal;
}

export type AskModel = (question: Question) => Promise<Asked>;

/** Longest that a limited server is waited for, in seconds. */
const longestWait = 2;

const waits = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', done, { once: true });
  });

/** Seconds that a server asks for, where they are short. */
function shortWait(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  const seconds = value === null || value === undefined || value.trim() === '' ? Number.NaN : Number(value);
  return seconds >= 0 && seconds <= longestWait ? seconds : undefined;
}

/** Loaded at the first question: most teams ask none. */
async function openClient({ apiKey, baseUrl }: ModelSettings) {
  const [{ OpenAI, APIError, APIConnectionError }, { zodResponseFormat }] = await Promise.all([
    import('openai'),
    import('openai/helpers/zod'),
  ]);
  const options: ClientOptions = {
    apiKey,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    // The library would take these from the environment, and write what people said to the terminal when told to.
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
    // Another server than the one that was set up gets nothing.
    fetchOptions: { redirect: 'error' },
  };
  return { client: new OpenAI(options), format: zodResponseFormat(answerSchema, 'advice'), APIError, APIConnectionError };
}

/** Speaks to any server that has the chat completions of OpenAI. The result never throws. */
export function createAskModel(settings: ModelSettings): AskModel {
  let opened: ReturnType<typeof openClient> | undefined;

  const once = async ({ instructions, data, mostTokens, signal }: Question): Promise<Asked & { readonly again?: number }> => {
    opened ??= openClient(settings);
    const { client, format, APIError, APIConnectionError } = await opened;
    if (signal.aborted) return { kind: 'timeout', spent: false };
    try {
      const body = await client.chat.completions.create(
        {
          model: settings.model,
          messages: [
            { role: 'system', content: instructions },
            { role: 'user', content: data },
          ],
          response_format: format,
          max_completion_tokens: mostTokens,
        },
        { signal },
      );
      return parseCompletion(body);
    } catch (error) {
      if (signal.aborted) return { kind: 'timeout', spent: true };
      // A body that is no JSON.
      if (error instanceof SyntaxError) return { kind: 'nonsense', tokens: undefined };
      if (!(error instanceof APIError) || error.status === undefined) {
        return { kind: 'down', spent: !(error instanceof APIConnectionError) };
      }
      const { status } = error;
      if (status === 429) {
        const again = shortWait(error.headers);
        return { kind: 'limited', spent: false, status, ...(again === undefined ? {} : { again }) };
      }
      if (error.code === 'content_filter' || error.code === 'content_policy_violation') {
        return { kind: 'refused', spent: true, status };
      }
      return { kind: 'down', spent: false, status };
    }
  };

  return async (question) => {
    const first = await once(question);
    if (!('again' in first) || first.again === undefined) return first;
    await waits(first.again, question.signal);
    return question.signal.aborted ? { kind: 'limited', spent: false } : once(question);
  };
}
