import { z } from 'zod';
import { createBot, type Identified, type Identify } from '../../src/app/dispatch.ts';
import { UserError } from '../../src/app/errors.ts';
import { changeCommand, type Feature, readCommand } from '../../src/app/feature.ts';
import type { Role } from '../../src/app/people.ts';
import type { Services } from '../../src/app/services.ts';
import type { Answer, Bot, Inbound } from '../../src/chat/platform.ts';
import { languages } from '../../src/languages/index.ts';
import type { Scope } from '../../src/store/index.ts';
import type { TestStore } from './store.ts';

const say = (text: string) => ({ kind: 'say' as const, to: 'person' as const, card: { text, elements: [] } });
const roles = ['rep', 'manager', 'admin'] as const;

/** A feature with one command of every kind, which writes rep names because those are the smallest rows. */
export const fake: Feature = {
  name: 'fake',
  commands: [
    ...roles.map((who) => readCommand({ name: `fake.${who}`, who, input: z.unknown(), run: async () => say(`for a ${who}`) })),
    readCommand({ name: 'fake.anyone', who: 'anyone', input: z.unknown(), run: async () => say('for anyone') }),
    readCommand({ name: 'people.outside', who: 'anyone', input: z.unknown(), run: async () => say('outside') }),
    changeCommand({
      name: 'fake.write',
      who: 'rep',
      input: z.object({ name: z.string().max(200), after: z.enum(['ok', 'user-error', 'bug']).default('ok') }),
      async run({ data, newId }, { name, after }) {
        await data.db.repName.create({ data: { workspaceId: data.workspaceId, name: `${name} ${newId()}` } });
        if (after === 'user-error') throw new UserError('inThePast', [], 'when');
        if (after === 'bug') throw new Error('a secret detail');
        return say(`wrote ${name}`);
      },
    }),
  ],
};

export const inbound = (given: Partial<Inbound> = {}): Inbound => ({
  platform: 'slack',
  team: 'T1',
  person: { id: 'U1' },
  place: { id: 'D1', kind: 'direct' },
  via: 'button',
  command: 'fake.write',
  text: '',
  args: {},
  delivery: 'd1',
  ...given,
});

/** A person of a workspace, as the store would give them. */
export async function addPerson(
  store: TestStore,
  scope: Scope,
  role: Role | undefined,
  name = 'Kim',
): Promise<Extract<Identified, { person: unknown }>> {
  const id = store.newId();
  await scope.transaction((tx) =>
    tx.db.person.create({
      data: { workspaceId: scope.workspaceId, id, name, role: role ?? null, zone: 'UTC', language: 'en', createdAt: new Date() },
    }),
  );
  return {
    workspace: { id: scope.workspaceId, name: 'W', language: 'en', zone: 'UTC', country: undefined },
    person: { id, name, role, zone: 'UTC', language: 'en', welcomed: true },
    scope,
  };
}

export interface FakeBot extends Bot {
  /** The words of the answer, whatever its kind. */
  ask(given: Partial<Inbound>): Promise<string>;
}

const wordsOf = ({ reply }: Answer): string => {
  if (reply.kind === 'say') return reply.card.text;
  return reply.kind === 'errors' ? JSON.stringify(reply.errors) : reply.kind;
};

export function fakeBot(
  store: Pick<TestStore, 'system' | 'newId' | 'log'>,
  who: Identified | (() => Promise<Identified>),
  now = () => new Date(),
): FakeBot {
  const services: Services = {
    ...store,
    clock: { now },
    platform: () => {
      throw new Error('no platform here');
    },
  };
  const identify: Identify = Object.assign(async () => (typeof who === 'function' ? who() : who), {
    forget: () => {},
    languageOf: () => languages.en,
  });
  const bot = createBot([fake], services, identify);
  return { ...bot, ask: async (given) => wordsOf(await bot.handle(inbound(given))) };
}
