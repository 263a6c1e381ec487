import { z } from 'zod';
import { dateIn } from '../calendar/index.ts';
import type { Card, Element } from '../chat/card.ts';
import type { Answer, Bot, Inbound, Reply } from '../chat/platform.ts';
import { languages, type Words } from '../languages/index.ts';
import type { Scope, Tx } from '../store/index.ts';
import { mayUse } from './access.ts';
import type { ChangeContext, ReadContext } from './context.ts';
import { isStoreDown, UserError } from './errors.ts';
import type { AppEvent, ChangeCommand, Command, Feature } from './feature.ts';
import { claimDelivery, claimOnce } from './once.ts';
import type { Person, Workspace } from './people.ts';
import { collectCommands } from './resolve.ts';
import type { Services } from './services.ts';

/** Who is speaking, where their data is, or why they are not served. */
type Known = { readonly workspace: Workspace; readonly person: Person; readonly scope: Scope };
export type Identified = Known | { readonly refused: 'stranger' | 'guest' | 'not-installed' };

export interface Identify {
  (inbound: Inbound): Promise<Identified>;
  /** Somebody changed something: what is remembered of people may be stale. */
  forget(): void;
  /** From memory alone. */
  languageOf(inbound: Pick<Inbound, 'platform' | 'team' | 'person'>): Words;
}

const say = (card: Card): Reply => ({ kind: 'say', card, to: 'person' });
const sayText = (text: string): Reply => say({ text, elements: [{ kind: 'text', line: text }] });

/** The home tab takes a card of its own; said as a message, an answer would come again at each opening. */
const fitting = (reply: Reply, { via }: Inbound): Reply =>
  via === 'home' && reply.kind === 'say' ? { kind: 'home', card: reply.card } : reply;

/** Turns whatever was done on a platform into one command, its access check, its transaction and its answer. */
export function createBot(features: readonly Feature[], services: Services, identify: Identify): Bot {
  const commands = collectCommands(features);

  const raise = async (event: AppEvent, context: ChangeContext) => {
    for (const feature of features) await feature.on?.(event, context);
  };

  const sections = async (ask: (feature: Feature) => Promise<readonly Element[]> | undefined) =>
    (await Promise.all(features.map(ask))).flatMap((elements) => elements ?? []);

  /** They read through the context's own data: beside a transaction an embedded database would wait for itself. */
  const sectionsOf = (context: () => ReadContext) => ({
    customerSections: (customerId: string) => sections((feature) => feature.customerSection?.(context(), customerId)),
    homeSections: () => sections((feature) => feature.homeSection?.(context())),
  });

  const runChange = async (command: ChangeCommand, base: ReadContext, scope: Scope, input: unknown) => {
    const done = await scope.transaction(async (tx: Tx) => {
      const claim = command.forgets
        ? { fresh: await claimDelivery(tx, base.inbound, base.now), reply: undefined, keep: async () => {} }
        : await claimOnce(tx, base.inbound, base.person.id, input, base.now);
      if (!claim.fresh) return claim.reply ?? { kind: 'nothing' as const };
      const context: ChangeContext = {
        ...base,
        ...sectionsOf(() => context),
        data: tx,
        raise: (event) => raise(event, context),
      };
      const reply = await command.run(context, input);
      const { origin } = base.inbound;
      if (origin && reply.kind === 'say' && reply.replaces) await context.raise({ kind: 'message.replaced', message: origin });
      await claim.keep(reply);
      return reply;
    });
    identify.forget();
    return done;
  };

  const run = async (command: Command, inbound: Inbound, who: Known): Promise<Reply> => {
    const now = services.clock.now();
    const words = languages[who.person.language];
    const context: ReadContext = {
      advisor: services.advisor,
      now,
      today: dateIn(who.person.zone, now),
      newId: services.newId,
      workspace: who.workspace,
      person: who.person,
      words,
      inbound,
      data: who.scope,
      ...sectionsOf(() => context),
    };
    if (!mayUse(command.who, who.person.role)) {
      return who.person.role === undefined
        ? runNamed('people.outside', context, who.scope)
        : sayText(words.errors.notAllowed(words.roles[command.who === 'anyone' ? 'rep' : command.who]));
    }
    return runAllowed(command, context, who.scope);
  };

  const runAllowed = (command: Command, context: ReadContext, scope: Scope) => {
    const { inbound } = context;
    const typed = inbound.via === 'command' || inbound.via === 'message' || inbound.via === 'suggest';
    const input = z.parse(command.input, typed && command.fromText ? command.fromText(inbound.text, context) : inbound.args);
    return command.kind === 'read' ? command.run(context, input) : runChange(command, context, scope, input);
  };

  const runNamed = (name: string, context: ReadContext, scope: Scope): Promise<Reply> => {
    const command = commands.all.find((one) => one.name === name);
    if (!command) throw new Error(`No command is called ${name}`);
    return runAllowed(command, { ...context, inbound: { ...context.inbound, via: 'button', args: {} } }, scope);
  };

  /** The one place where errors become words. */
  const failed = (error: unknown, inbound: Inbound, command: Command | undefined, words: Words): Reply => {
    if (error instanceof UserError) {
      const text = error.say(words);
      return inbound.via === 'form' ? { kind: 'errors', errors: { [error.field ?? '']: text } } : sayText(text);
    }
    const reference = services.newId().slice(-6);
    const changes = command?.kind === 'change';
    const where = { reference, command: command?.name, via: inbound.via };
    if (error instanceof z.ZodError) {
      const long = error.issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
      if (long?.code === 'too_big') return sayText(words.errors.tooLong(Number(long.maximum)));
      services.log.warn({ ...where, issues: error.issues.map(({ path, code }) => ({ path, code })) }, 'not understood');
      return sayText(words.errors.notUnderstood(reference));
    }
    services.log.error({ ...where, err: error }, 'command failed');
    const text = isStoreDown(error) ? words.errors.storeDown(changes) : words.errors.bug(changes, reference);
    return inbound.via === 'form' ? { kind: 'errors', errors: { '': text } } : sayText(text);
  };

  const answer = async (arrived: Inbound): Promise<Answer> => {
    let words = identify.languageOf(arrived);
    const found = commands.resolve(arrived);
    try {
      const who = await identify(arrived);
      if ('refused' in who) return { reply: sayText(words.errors.refused(who.refused)), words: words.chat };
      words = languages[who.person.language];
      if (!found)
        return {
          reply: arrived.via === 'suggest' ? { kind: 'choices', choices: [] } : sayText(words.errors.staleButton()),
          words: words.chat,
        };
      return { reply: await run(found.command, found.inbound, who), words: words.chat };
    } catch (error) {
      return { reply: failed(error, arrived, found?.command, words), words: words.chat };
    }
  };

  return {
    async handle(arrived) {
      const { reply, words } = await answer(arrived);
      return { reply: fitting(reply, arrived), words };
    },
    opensForm(inbound) {
      const found = commands.resolve(inbound);
      return found?.command.opensForm?.(found.inbound) ?? false;
    },
    wordsFor: (inbound) => identify.languageOf(inbound).chat,
  };
}
