import type { CardJson, Dialog } from '../../teams/protocol.ts';
import { Refusal } from '../api.ts';
import { el, freshId, iconButton, part } from '../dom.ts';
import { keepFocus } from '../modal.ts';
import { announce } from '../notices.ts';
import type { CardHost } from './card.ts';
import { drawCard } from './card.ts';
import type { Dialogs, Submit } from './page.ts';

type Host = Pick<CardHost, 'nameOf' | 'search'>;

const trouble = 'Something went wrong. Please try again.';

/** Task modules: one dialog at a time, its content an app's card, closed by the cross, Escape or the app's answer. */
export function createDialogs(host: Host): Dialogs {
  const titleId = freshId('task');
  const dialog: HTMLDialogElement = el('dialog', {
    class: 'dialog task',
    'aria-labelledby': titleId,
    onkeydown: (event: KeyboardEvent) => keepFocus(event, dialog),
  });
  part('app').after(dialog);
  let opener: Element | null = null;
  dialog.addEventListener('close', () => {
    dialog.replaceChildren();
    const target = opener?.isConnected ? opener : document.querySelector('#composer textarea');
    if (target instanceof HTMLElement) target.focus();
  });

  function frame(title: string, ...body: readonly HTMLElement[]): void {
    if (!dialog.open) opener = document.activeElement;
    dialog.replaceChildren(
      el(
        'div',
        { class: 'dialog-head' },
        el('span', { class: 'app-icon', 'aria-hidden': 'true' }, 'A'),
        el('h2', { id: titleId, class: 'dialog-title' }, title),
        iconButton('close', 'Close', () => dialog.close(), 'dialog-close'),
      ),
      el('div', { class: 'dialog-body' }, ...body),
    );
    if (!dialog.open) dialog.showModal();
  }

  function show(answer: Dialog, submit: Submit): void {
    if (answer.kind === 'closed') {
      dialog.close();
      return;
    }
    if (answer.kind !== 'dialog') {
      frame('Aftercare', el('p', { class: 'task-note', role: 'alert' }, answer.kind === 'message' ? answer.text : trouble));
      return;
    }
    const card = drawCard(answer.card, { ...host, press: ({ data }) => send(data, submit) });
    frame(answer.title, card);
    dialog.dataset.width = answer.width;
    const first = card.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button');
    (first ?? dialog.querySelector<HTMLElement>('.dialog-close'))?.focus();
    announce(answer.title);
  }

  /** What was filled in stays where it is as long as it is not taken. */
  async function send(data: CardJson, submit: Submit): Promise<string | undefined> {
    try {
      const answer = await submit(data);
      if (answer.kind === 'failed') return trouble;
      show(answer, submit);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code === 'offline' ? 'The server does not answer. What you entered is still here: try again.' : trouble;
    }
  }

  const waiting = () => frame('Aftercare', el('p', { class: 'task-note', role: 'status' }, 'Opening…'));

  return { show, waiting };
}
