import type { Block } from '../protocol.ts';
import { el, freshId } from './dom.ts';
import { drawText, readText } from './draw-mrkdwn.ts';
import type { State } from './state.ts';

/** Slack's confirmation of a button or menu. True: go on. */
export function askConfirm(confirm: Block, state: State): Promise<boolean> {
  const titleId = freshId('confirm');
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const dialog = el('dialog', { class: 'dialog confirm', 'aria-labelledby': titleId, role: 'alertdialog' });
  const answer = (yes: boolean) => () => {
    dialog.close();
    dialog.remove();
    resolve(yes);
  };
  dialog.addEventListener('cancel', answer(false));
  // A second Enter must not do what cannot be undone.
  const danger = confirm.style === 'danger';
  const yesClass = danger ? 'button danger' : 'button primary';
  dialog.append(
    el('h2', { id: titleId, class: 'dialog-title' }, drawText(confirm.title, state)),
    el('div', { class: 'dialog-body' }, drawText(confirm.text, state)),
    el(
      'div',
      { class: 'dialog-foot' },
      el(
        'button',
        { type: 'button', class: 'button', autofocus: danger, onclick: answer(false) },
        readText(confirm.deny).value || 'Cancel',
      ),
      el(
        'button',
        { type: 'button', class: yesClass, autofocus: !danger, onclick: answer(true) },
        readText(confirm.confirm).value || 'Yes',
      ),
    ),
  );
  document.body.appendChild(dialog);
  dialog.showModal();
  return promise;
}
