import { LLMock } from '@copilotkit/aimock';
import { afterEach, expect, test } from 'vitest';
import { checkModel } from '../../../src/cli/doctor/check-model.ts';
import type { Settings } from '../../../src/config.ts';
import { type Behaviour, says, startOddServer, status } from '../../advisor/odd-server.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const check = (baseUrl: string) => {
  const model = { model: 'm-1', apiKey: 'key', baseUrl, tokensPerDay: 1_000 };
  return checkModel({ model } as unknown as Settings);
};
const checkAt = async (behaviour: Behaviour) => {
  const server = await startOddServer(behaviour);
  stops.push(server.stop);
  return check(server.baseUrl);
};

test('a model that answers as it should, of a server that we did not write', async () => {
  const mock = new LLMock({ port: 0 });
  mock.onMessage(/connection/, { content: JSON.stringify({ opinion: 'fine', rewrite: 'fine' }) });
  const url = await mock.start();
  stops.push(() => mock.stop());
  expect(await check(`${url}/v1`)).toEqual([{ ok: true, text: 'Language model m-1: answers in the form the advisor needs.' }]);
});

test.each<[what: string, behaviour: Behaviour, says: RegExp]>([
  ['a key that is refused', status(401), /OPENAI_API_KEY.*HTTP 401/],
  ['a limit', status(429, {}, { 'retry-after': '60' }), /too many questions/],
  ['another form', says('fine'), /structured output/],
  ['a refusal', says('', { refusal: 'no' }), /refuses/],
])('%s is told with the next step', async (_what, behaviour, said) => {
  const [finding] = await checkAt(behaviour);
  expect(finding?.ok).toBe(false);
  expect(finding?.text).toMatch(said);
});

test('none is set up, so there is nothing to say', async () => {
  expect(await checkModel({} as unknown as Settings)).toEqual([]);
});
