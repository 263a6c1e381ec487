import type { Bot, ChatWords, Inbound, MessageRef } from '../../chat/platform.ts';
import { within } from '../../chat/within.ts';
import { errorText, say, showInView } from './answer.ts';
import type { SlackCalls } from './calls.ts';
import { formErrors, loadingView, noticeView, renderChoices, renderForm } from './form.ts';
import { opensForm, parseAction, parseCommand, parseShortcut, parseSuggestion } from './inbound.ts';
import { parseEvent } from './inbound-event.ts';
import { fieldNames, parseForm } from './inbound-form.ts';
import { renderMessage } from './render.ts';

/** Slack waits three seconds and never sends a command, click or form again; what is left is for the network. */
const budgetMs = 2_000;

export type Ack = (body?: unknown) => Promise<void>;

/** What Bolt hands over, as far as we read it. */
export interface Arrived {
  readonly body: unknown;
  readonly trigger: string | undefined;
  /** The view a button stood in. */
  readonly view: string | undefined;
  readonly replyUrl: string | undefined;
  readonly ack: Ack;
}

export interface Listeners {
  command(arrived: Arrived): Promise<void>;
  action(arrived: Arrived): Promise<void>;
  shortcut(arrived: Arrived): Promise<void>;
  form(arrived: Arrived): Promise<void>;
  suggestion(arrived: Arrived): Promise<void>;
  event(arrived: Arrived): Promise<void>;
}

const note = (text: string) => ({ text, elements: [] });

/** Where a command or a message's menu was used: nothing of ours stands there, but the person can be told something. */
const besides = ({ place }: Inbound, { replyUrl }: Arrived): MessageRef => ({
  channel: place.id,
  message: '',
  ...(replyUrl === undefined ? {} : { replyUrl }),
  ephemeral: true,
});

/**
 * Saved, then acknowledged: the acknowledgement waits for the commit, up to the budget. Past it the person is told that
 * nothing is saved yet, and hears how it ended.
 */
export function createListeners(bot: Bot, calls: SlackCalls, newId: () => string): Listeners {
  /** A form is opened empty before anything is read, since the trigger ends after three seconds. */
  const withForm = async (inbound: Inbound, { trigger, view, ack }: Arrived, origin: MessageRef | undefined) => {
    const loading = loadingView(bot.wordsFor(inbound));
    const opened = view
      ? calls.updateView(inbound.team, { id: view }, loading).then(() => view)
      : calls.openView(inbound.team, trigger ?? '', loading);
    await ack();
    const answer = await bot.handle(inbound);
    await showInView(calls, inbound.team, await opened, origin, answer);
  };

  const late = (words: ChatWords) => renderMessage(note(words.notSavedYet), words);

  /** Buttons and shortcuts: acknowledged with nothing, answered where they stand. */
  const pressed = async (inbound: Inbound, arrived: Arrived, origin: MessageRef | undefined) => {
    const work = bot.handle(inbound);
    const intime = await within(budgetMs, work);
    await arrived.ack();
    if (!intime && arrived.replyUrl)
      await calls.respond(arrived.replyUrl, late(bot.wordsFor(inbound)), { replace: false, visible: false });
    const answer = intime ?? (await work);
    if (answer.reply.kind === 'form' && arrived.trigger) {
      await calls.openView(inbound.team, arrived.trigger, renderForm(answer.reply.form, answer.words, origin ? { origin } : {}));
    } else if (arrived.view && answer.reply.kind === 'say') {
      await showInView(calls, inbound.team, arrived.view, origin, answer);
    } else {
      await say(calls, inbound, origin, answer);
    }
  };

  return {
    async command(arrived) {
      const inbound = parseCommand(arrived.body);
      if (!inbound) return arrived.ack();
      const origin = besides(inbound, arrived);
      if (bot.opensForm(inbound)) return withForm(inbound, arrived, origin);
      const work = bot.handle(inbound);
      const answer = await within(budgetMs, work);
      if (!answer) {
        await arrived.ack({ response_type: 'ephemeral', ...late(bot.wordsFor(inbound)) });
        return say(calls, inbound, origin, await work);
      }
      const { reply, words } = answer;
      if (reply.kind !== 'say') {
        await arrived.ack();
        if (reply.kind === 'form' && arrived.trigger)
          await calls.openView(inbound.team, arrived.trigger, renderForm(reply.form, words, { origin }));
        return;
      }
      if (reply.lasting) {
        await arrived.ack();
        return say(calls, inbound, origin, answer);
      }
      await arrived.ack({
        response_type: reply.to === 'place' ? 'in_channel' : 'ephemeral',
        ...renderMessage(reply.card, words),
      });
    },

    async action(arrived) {
      const inbound = parseAction(arrived.body);
      if (!inbound) return arrived.ack();
      const form = opensForm(arrived.body) || bot.opensForm(inbound);
      return form ? withForm(inbound, arrived, inbound.origin) : pressed(inbound, arrived, inbound.origin);
    },

    async shortcut(arrived) {
      const inbound = parseShortcut(arrived.body);
      if (!inbound) return arrived.ack();
      const origin = besides(inbound, arrived);
      return bot.opensForm(inbound) ? withForm(inbound, arrived, origin) : pressed(inbound, arrived, origin);
    },

    async form(arrived) {
      const inbound = parseForm(arrived.body);
      if (!inbound) return arrived.ack();
      const work = bot.handle(inbound);
      const intime = await within(budgetMs, work);
      if (intime?.reply.kind === 'errors')
        return arrived.ack(formErrors(intime.reply.errors, fieldNames(arrived.body), intime.words));
      if (intime) {
        await arrived.ack(
          intime.reply.kind === 'form'
            ? {
                response_action: 'update',
                view: renderForm(intime.reply.form, intime.words, inbound.origin ? { origin: inbound.origin } : {}),
              }
            : undefined,
        );
        return say(calls, inbound, inbound.origin, intime);
      }
      // The form stays below, with all that was typed, until it is known how this ends.
      const externalId = newId();
      const words = bot.wordsFor(inbound);
      await arrived.ack({
        response_action: 'push',
        view: { ...noticeView(note(words.notSavedYet), words), external_id: externalId },
      });
      const answer = await work;
      const { reply } = answer;
      const outcome = reply.kind === 'say' ? reply.card : note(errorText(reply, answer.words));
      await calls.updateView(inbound.team, { externalId }, { ...noticeView(outcome, answer.words), external_id: externalId });
      if (reply.kind !== 'say') return;
      if (arrived.view) await calls.updateView(inbound.team, { id: arrived.view }, noticeView(outcome, answer.words));
      await say(calls, inbound, inbound.origin, answer);
    },

    async suggestion(arrived) {
      const inbound = parseSuggestion(arrived.body);
      const answer = inbound && (await within(budgetMs, bot.handle(inbound)));
      if (!inbound) return arrived.ack();
      const words = answer?.words ?? bot.wordsFor(inbound);
      return arrived.ack(renderChoices(answer?.reply.kind === 'choices' ? answer.reply.choices : [], words));
    },

    async event(arrived) {
      const inbound = parseEvent(arrived.body);
      if (!inbound) return;
      await say(calls, inbound, undefined, await bot.handle(inbound));
    },
  };
}
