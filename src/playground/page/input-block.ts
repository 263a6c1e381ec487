import type { Block } from '../protocol.ts';
import { el, freshId } from './dom.ts';
import { drawText } from './draw-mrkdwn.ts';
import { drawElement } from './elements.ts';
import type { Surface } from './surface.ts';

/** A field of a form with its label, hint and a place for its error. */
export function drawInputBlock(block: Block, surface: Surface, blockId: string): HTMLElement {
  const id = freshId('field');
  const labelId = `${id}-label`;
  const hint = block.hint ? el('div', { class: 'hint', id: `${id}-hint` }, drawText(block.hint, surface.state)) : undefined;
  const error = el('div', { class: 'field-error', id: `${id}-error`, 'data-error-of': blockId, hidden: true });
  const field = {
    id,
    'aria-labelledby': labelId,
    'aria-describedby': [hint?.id, error.id].filter(Boolean).join(' '),
    'aria-required': block.optional ? undefined : 'true',
  };
  const optional = block.optional ? el('span', { class: 'optional' }, ' (optional)') : undefined;
  return el(
    'div',
    { class: 'input-block', 'data-block': blockId },
    el('label', { class: 'field-label', id: labelId, for: id }, drawText(block.label, surface.state), optional),
    drawElement(block.element, { surface, blockId, field, live: block.dispatch_action === true }),
    error,
    hint,
  );
}

/** Shows, or with an empty sentence takes away, the error of one field. */
export function showFieldError(root: HTMLElement, blockId: string, sentence: string): boolean {
  const error = [...root.querySelectorAll<HTMLElement>('[data-error-of]')].find((node) => node.dataset.errorOf === blockId);
  if (!error) return false;
  error.textContent = sentence;
  error.hidden = sentence === '';
  const field = error.parentElement?.querySelector('input, textarea, .picker, .choices');
  if (sentence === '') field?.removeAttribute('aria-invalid');
  else field?.setAttribute('aria-invalid', 'true');
  return true;
}
