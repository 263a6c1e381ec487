import type { View, ViewValues } from '../protocol.ts';
import { Refusal } from './api.ts';
import { drawBlocks } from './blocks.ts';
import { el, freshId, iconButton, part } from './dom.ts';
import { showFieldError } from './input-block.ts';
import { announce } from './notices.ts';
import type { Page } from './page.ts';
import { surfaceFor } from './page-surface.ts';
import { collectValues, fieldErrors } from './view-values.ts';

interface Entry {
  view: View;
  /** Lives as long as the view does, so that an update keeps what was typed. */
  readonly values: ViewValues;
}

export interface Modals {
  /** A new view goes on top; a known one is drawn anew in its place. */
  readonly show: (view: View) => void;
  /** The server has closed it. */
  readonly closed: (view: string) => void;
}

export function createModals(page: Page): Modals {
  const stack: Entry[] = [];
  const titleId = freshId('modal');
  const dialog: HTMLDialogElement = el('dialog', {
    class: 'dialog modal',
    'aria-labelledby': titleId,
    onkeydown: (event: KeyboardEvent) => keepFocus(event, dialog),
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (event.target === dialog) leave();
  });
  part('app').after(dialog);
  let opener: Element | null = null;

  function show(view: View): void {
    const known = stack.find((entry) => entry.view.id === view.id);
    if (known) known.view = view;
    else stack.push({ view, values: {} });
    draw(known === undefined);
  }

  function closed(id: string): void {
    const at = stack.findIndex((entry) => entry.view.id === id);
    if (at < 0) return;
    stack.splice(at, 1);
    draw(true);
  }

  function leave(all = false): void {
    const leaving = all ? stack.splice(0).reverse() : stack.splice(-1);
    for (const { view } of leaving) page.attempt('Closing', () => page.api.cancel(view.id));
    draw(true);
  }

  function draw(focusFirst: boolean): void {
    const top = stack.at(-1);
    if (!top) {
      if (dialog.open) dialog.close();
      const target = opener?.isConnected ? opener : document.querySelector('#composer textarea');
      if (target instanceof HTMLElement) target.focus();
      return;
    }
    if (!dialog.open) opener = document.activeElement;
    const focusedBlock = document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset.block;
    const body = drawView(top);
    dialog.replaceChildren(body);
    if (!dialog.open) dialog.showModal();
    const again = focusFirst
      ? undefined
      : [...body.querySelectorAll<HTMLElement>('[data-block]')].find((node) => node.dataset.block === focusedBlock);
    const fields = 'input, textarea, .picker, .button';
    const first =
      again?.querySelector<HTMLElement>(fields) ??
      body.querySelector<HTMLElement>(`.dialog-body :is(${fields})`) ??
      body.querySelector<HTMLElement>('.dialog-close');
    first?.focus();
    announce(top.view.title);
  }

  function drawView(entry: Entry): HTMLFormElement {
    const { view, values } = entry;
    const problem = el('div', { class: 'form-error', role: 'alert', hidden: true });
    const submit = view.submit ? el('button', { type: 'submit', class: 'button primary' }, view.submit) : undefined;
    const send = (event: Event) => {
      event.preventDefault();
      submitView(entry, form, problem);
    };
    const form = el(
      'form',
      { class: 'modal-form', novalidate: true, onsubmit: send },
      el(
        'div',
        { class: 'dialog-head' },
        el('h2', { id: titleId, class: 'dialog-title' }, view.title),
        iconButton('close', 'Close', () => leave(true), 'dialog-close'),
      ),
      el(
        'div',
        { class: 'dialog-body' },
        problem,
        drawBlocks(view.blocks, surfaceFor(page, { kind: 'view', view: view.id }, values)),
      ),
      el(
        'div',
        { class: 'dialog-foot' },
        el(
          'button',
          { type: 'button', class: 'button', onclick: () => leave() },
          view.close ?? (view.submit ? 'Cancel' : 'Close'),
        ),
        submit,
      ),
    );
    return form;
  }

  async function submitView(entry: Entry, form: HTMLFormElement, problem: HTMLElement): Promise<void> {
    if (form.getAttribute('aria-busy') === 'true') return;
    const values = collectValues(entry.view, entry.values);
    problem.hidden = true;
    if (showErrors(form, problem, entry.view, fieldErrors(entry.view, values))) return;
    form.setAttribute('aria-busy', 'true');
    try {
      const result = await page.api.submit(entry.view.id, values);
      if (result.kind === 'closed') closed(entry.view.id);
      else if (result.kind === 'view') show(result.view);
      else if (result.kind === 'errors') showErrors(form, problem, entry.view, result.errors);
      else say(problem, 'We had some trouble connecting. Try again?');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(
        problem,
        error.code === 'offline'
          ? 'The server does not answer. What you entered is still here: try again.'
          : `Slack refused this: ${error.code}`,
      );
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  return { show, closed };
}

function say(problem: HTMLElement, sentence: string): void {
  problem.textContent = sentence;
  problem.hidden = false;
}

/** Puts each sentence at its field and the focus at the first. False: there was none. */
function showErrors(form: HTMLFormElement, problem: HTMLElement, view: View, errors: Record<string, string>): boolean {
  for (const [index, block] of view.blocks.entries()) showFieldError(form, String(block.block_id ?? `block-${index}`), '');
  const homeless = Object.entries(errors).filter(([block, sentence]) => !showFieldError(form, block, sentence));
  if (homeless.length > 0) say(problem, homeless.map(([, sentence]) => sentence).join(' '));
  const first = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  first?.focus();
  if (first) announce(Object.values(errors).join(' '));
  return Object.keys(errors).length > 0;
}

/** The browser's own modal dialog lets Tab out to its bars; the round trip stays inside, as in Slack. */
export function keepFocus(event: KeyboardEvent, dialog: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = [...dialog.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex="0"]')].filter(
    (node) => node.tabIndex >= 0 && node.checkVisibility(),
  );
  const edge = event.shiftKey ? stops.at(0) : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops.at(0))?.focus();
}
