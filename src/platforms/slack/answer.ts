import type { Answer, ChatWords, Inbound, MessageRef } from '../../chat/platform.ts';
import type { SlackCalls } from './calls.ts';
import { noticeView, renderForm } from './form.ts';
import { renderHome, renderMessage } from './render.ts';

/** Says a card where the person is: in place of the message they used, beside it, or in their conversation with the bot. */
export async function say(
  calls: SlackCalls,
  inbound: Inbound,
  origin: MessageRef | undefined,
  { reply, words }: Answer,
): Promise<void> {
  if (reply.kind === 'home') return calls.publishHome(inbound.team, inbound.person.id, renderHome(reply.card, words));
  if (reply.kind !== 'say') return;
  const said = renderMessage(reply.card, words);
  const { team, person, place } = inbound;
  if (reply.replaces && origin?.message) {
    if (origin.ephemeral && origin.replyUrl) return calls.respond(origin.replyUrl, said, { replace: true, visible: false });
    if (!origin.ephemeral) return calls.update(team, origin.channel, origin.message, said);
  }
  if (reply.lasting) {
    const { channel } = await calls.post(team, person.id, said);
    const pointer = renderMessage({ text: `${reply.card.text} ${words.inDirect}`, elements: [] }, words);
    if (origin?.replyUrl && channel !== place.id)
      await calls.respond(origin.replyUrl, pointer, { replace: false, visible: false });
  } else if (place.kind === 'direct' && !(inbound.via === 'form' && !origin?.message)) {
    await calls.post(team, place.id, said);
  } else if (origin?.replyUrl) {
    await calls.respond(origin.replyUrl, said, { replace: false, visible: reply.to === 'place' });
  } else if (place.kind === 'channel' && reply.to === 'place') {
    await calls.post(team, place.id, said);
  } else if (place.kind === 'channel' && inbound.via === 'message') {
    await calls.postEphemeral(team, place.id, person.id, said);
  } else {
    await calls.post(team, person.id, said);
  }
}

/** Fills an open view: the form, or a card where a form was expected. */
export async function showInView(
  calls: SlackCalls,
  team: string,
  view: string,
  origin: MessageRef | undefined,
  { reply, words }: Answer,
): Promise<void> {
  if (reply.kind === 'form') return calls.updateView(team, { id: view }, renderForm(reply.form, words, origin ? { origin } : {}));
  const card = reply.kind === 'say' ? reply.card : { text: errorText(reply, words), elements: [] };
  return calls.updateView(team, { id: view }, noticeView(card, words));
}

export function errorText(reply: Answer['reply'], words: ChatWords): string {
  return reply.kind === 'errors' ? Object.values(reply.errors).join('\n') : words.notSaved;
}
