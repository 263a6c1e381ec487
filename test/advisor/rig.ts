import { type AdviceRequest, type Advisor, createAdvisor } from '../../src/advisor/advisor.ts';
import { createAskModel } from '../../src/advisor/ask-model.ts';
import type { Budget } from '../../src/advisor/budget.ts';
import { createCoach } from '../../src/coach/create-coach.ts';
import type { Sample } from './samples.ts';

const coach = createCoach();

export function requestFor({ draft, complaint, language, names }: Sample, rest: Partial<AdviceRequest> = {}): AdviceRequest {
  const review = coach.review(rest.draft ?? draft, { language, complaint });
  return { workspaceId: 'w', draft, complaint, review, language, names, coach, ...rest };
}

export interface Account {
  readonly budget: Budget;
  readonly reserved: number[];
  readonly used: number[];
}

/** Writes down what is set aside and what is used. */
export function openAccount(enough = true): Account {
  const reserved: number[] = [];
  const used: number[] = [];
  const budget: Budget = {
    async reserve(_workspaceId, tokens) {
      reserved.push(tokens);
      return enough ? async (tokens) => void used.push(tokens) : undefined;
    },
  };
  return { budget, reserved, used };
}

/** What was logged. */
export type Logged = unknown[];

export function advisorAt(baseUrl: string, { budget }: Account, timeLimit = 4_000, logged: Logged = []): Advisor {
  const write = (...line: unknown[]) => void logged.push(line);
  const ask = createAskModel({ apiKey: 'key', baseUrl, model: 'm' });
  return createAdvisor({ ask, budget, timeLimit, log: { info: write, warn: write } });
}
