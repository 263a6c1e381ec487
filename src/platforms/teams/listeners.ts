import type { Card } from '../../chat/card.ts';
import { type Answer, type Bot, type ChatWords, type Inbound, PlatformError } from '../../chat/platform.ts';
import { within } from '../../chat/within.ts';
import type { Activity, TeamsAccount } from './activity.ts';
import { attachmentOf, cardType, type InvokeAnswer } from './calls.ts';
import { noticeTitle, renderForm } from './form.ts';
import {
  parseExecute,
  parseExtension,
  parseInstalled,
  parseMessage,
  parseSearch,
  parseTaskFetch,
  parseTaskSubmit,
} from './inbound.ts';
import { inviteCard } from './invite.ts';
import { renderCard, renderMessage } from './render.ts';
import { sentence, type Voice } from './speak.ts';

/** Teams shows 'something went wrong' after ten to fifteen seconds; a person stops believing earlier. */
const budgetMs = 5_000;

const done: InvokeAnswer = { status: 200, body: {} };
const notKnown: InvokeAnswer = { status: 501, body: {} };

const note = (text: string): Card => ({ text, elements: [] });

/** A dialog that stays or opens: the form, or a card where a form was expected. Only who opened it sees it. */
function dialog(title: string, card: ReturnType<typeof renderCard>): InvokeAnswer {
  return {
    status: 200,
    body: { task: { type: 'continue', value: { title, card: attachmentOf(card), width: 'medium', height: 'large' } } },
  };
}

const noticeIn = (card: Card, words: ChatWords) => dialog(noticeTitle(card, words), renderCard(card, words, { inDialog: true }));
const shownInPlace = (card: ReturnType<typeof renderCard>): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: cardType, value: card },
});
const toast = (text: string): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

const errorText = ({ reply, words }: Answer) =>
  reply.kind === 'errors' ? Object.values(reply.errors).join('\n') : words.notSaved;

export interface TeamsListeners {
  /** A message, or that the bot was added. Ends when all is said. */
  event(activity: Activity): Promise<void>;
  invoke(activity: Activity): Promise<InvokeAnswer>;
}

interface Options {
  readonly bot: Bot;
  readonly voice: Voice;
  readonly installUrl: string | undefined;
  /** The account of somebody whom a mention names by the bot's own id. */
  accountOf(activity: Activity): Promise<(user: TeamsAccount) => string>;
  /** Goes on after the answer; who stops the bot waits for it. */
  background(work: Promise<unknown>): void;
}

/**
 * Saved, then acknowledged, as in Slack: an invoke's answer waits for the commit up to the budget. What is private and asked for
 * in a channel is said in the person's own conversation, with a pointer that tells nothing.
 */
export function createListeners({ bot, voice, installUrl, accountOf, background }: Options): TeamsListeners {
  const privately = async ({ team, person, place }: Inbound, card: ReturnType<typeof renderMessage>, words: ChatWords) => {
    try {
      await voice.toPerson(team, person.id, card);
    } catch (error) {
      if (!(error instanceof PlatformError) || (error.kind !== 'gone' && error.kind !== 'denied')) throw error;
      await voice.toPlace(team, place.id, renderMessage(inviteCard(words.addMeFirst, words, installUrl), words));
      return;
    }
    if (place.kind === 'channel') await voice.toPlace(team, place.id, sentence(words.inDirect, words));
  };

  /** Says an answer as a message of its own. */
  const say = async (inbound: Inbound, { reply, words }: Answer): Promise<void> => {
    if (reply.kind === 'nothing' || reply.kind === 'choices') return;
    const { team, place } = inbound;
    if (reply.kind === 'form' || reply.kind === 'errors') {
      if (reply.kind === 'errors')
        return say(inbound, { reply: { kind: 'say', card: note(errorText({ reply, words })), to: 'person' }, words });
      const message = { summary: reply.form.title, card: renderForm(reply.form, words, { inDialog: false }) };
      return place.kind === 'direct' ? void (await voice.toPlace(team, place.id, message)) : privately(inbound, message, words);
    }
    const message = renderMessage(reply.card, words);
    const open = place.kind === 'direct' || (reply.kind === 'say' && reply.to === 'place' && reply.lasting !== true);
    if (open) await voice.toPlace(team, place.id, message);
    else await privately(inbound, message, words);
  };

  /** After the budget: over the card that was used, or as a message. */
  const sayLate = async (inbound: Inbound, work: Promise<Answer>) => {
    const answer = await work;
    const { reply, words } = answer;
    if (reply.kind === 'say' && reply.replaces && inbound.origin?.message)
      return voice.update(inbound.team, inbound.origin, renderMessage(reply.card, words));
    return say(inbound, answer);
  };

  const executed = async (activity: Activity): Promise<InvokeAnswer> => {
    const parsed = parseExecute(activity);
    if (!parsed) return notKnown;
    const { inbound, submitted } = 'inbound' in parsed ? parsed : { inbound: parsed, submitted: undefined };
    const work = bot.handle(inbound);
    const answer = await within(budgetMs, work);
    if (!answer) {
      background(sayLate(inbound, work));
      return toast(bot.wordsFor(inbound).notSavedYet);
    }
    const { reply, words } = answer;
    if (reply.kind === 'errors' && submitted)
      return shownInPlace(renderForm(submitted.form, words, { origin: submitted.origin, errors: reply.errors, inDialog: false }));
    if (reply.kind === 'form') return shownInPlace(renderForm(reply.form, words, { origin: inbound.origin, inDialog: false }));
    if (reply.kind === 'errors') return toast(errorText(answer));
    if (reply.kind !== 'say') return done;
    // A form that stood in a card is used up; what it was opened from is shown again by its own message.
    if (reply.replaces || submitted) return shownInPlace(renderCard(reply.card, words));
    if (reply.card.elements.length > 0) background(say(inbound, answer));
    return toast(reply.card.text);
  };

  const fetched = async (inbound: Inbound | undefined): Promise<InvokeAnswer> => {
    if (!inbound) return notKnown;
    const work = bot.handle(inbound);
    const answer = await within(budgetMs, work);
    if (!answer) {
      background(work.then((late) => say(inbound, late)));
      return noticeIn(note(bot.wordsFor(inbound).notSavedYet), bot.wordsFor(inbound));
    }
    const { reply, words } = answer;
    if (reply.kind === 'nothing') return done;
    if (reply.kind === 'form')
      return dialog(reply.form.title, renderForm(reply.form, words, { origin: inbound.origin, inDialog: true }));
    return noticeIn(reply.kind === 'say' || reply.kind === 'home' ? reply.card : note(errorText(answer)), words);
  };

  /** What is sent from a dialog: its form, or a button of the card that it shows. */
  const submittedForm = async (activity: Activity, staysOpen: boolean): Promise<InvokeAnswer> => {
    const parsed = parseTaskSubmit(activity);
    if (!parsed) return fetched(parseTaskFetch(activity));
    const { inbound, submitted } = parsed;
    const work = bot.handle(inbound);
    const answer = await within(budgetMs, work);
    if (!answer) {
      background(sayLate(inbound, work));
      return noticeIn(note(bot.wordsFor(inbound).notSavedYet), bot.wordsFor(inbound));
    }
    const { reply, words } = answer;
    if (reply.kind === 'errors')
      return dialog(
        submitted.form.title,
        renderForm(submitted.form, words, { origin: submitted.origin, errors: reply.errors, inDialog: true }),
      );
    if (reply.kind === 'form')
      return dialog(reply.form.title, renderForm(reply.form, words, { origin: submitted.origin, inDialog: true }));
    if (reply.kind !== 'say') return done;
    if (reply.replaces && submitted.origin?.message)
      background(voice.update(inbound.team, submitted.origin, renderMessage(reply.card, words)));
    // Where others read along, the dialog itself is the private place.
    else if (staysOpen || (inbound.place.kind === 'channel' && reply.to === 'person')) return noticeIn(reply.card, words);
    else background(say(inbound, answer));
    return done;
  };

  const searched = async (activity: Activity): Promise<InvokeAnswer> => {
    const inbound = parseSearch(activity);
    const answer = inbound && (await within(budgetMs, bot.handle(inbound)));
    const choices = answer?.reply.kind === 'choices' ? answer.reply.choices : [];
    const results = choices.slice(0, 15).map(({ label, value }) => ({ title: label, value }));
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
    };
  };

  const invokes: Readonly<Record<string, (activity: Activity) => Promise<InvokeAnswer>>> = {
    'adaptiveCard/action': executed,
    'task/fetch': (activity) => fetched(parseTaskFetch(activity)),
    'task/submit': (activity) => submittedForm(activity, false),
    'composeExtension/fetchTask': (activity) => fetched(parseExtension(activity)),
    'composeExtension/submitAction': (activity) => submittedForm(activity, true),
    'application/search': searched,
  };

  return {
    async event(activity) {
      const inbound = activity.type === 'message' ? parseMessage(activity, await accountOf(activity)) : parseInstalled(activity);
      if (!inbound) return;
      const work = bot.handle(inbound);
      if (!(await within(budgetMs, work)))
        await say(inbound, {
          reply: { kind: 'say', card: note(bot.wordsFor(inbound).notSavedYet), to: 'place' },
          words: bot.wordsFor(inbound),
        });
      await say(inbound, await work);
    },
    invoke: (activity) => invokes[activity.name ?? '']?.(activity) ?? Promise.resolve(notKnown),
  };
}
