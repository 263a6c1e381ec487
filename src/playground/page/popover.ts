export interface Popover {
  readonly close: () => void;
}

/**
 * Shows `content` at `anchor`, above everything, until it is closed, the person presses Escape, points elsewhere, or
 * moves the focus away. It stands in the anchor's own dialog: outside of it a modal dialog would make it inert.
 */
export function openPopover(anchor: HTMLElement, content: HTMLElement, onclose: () => void = () => {}): Popover {
  const host = anchor.closest('dialog') ?? document.body;
  const mine = (target: EventTarget | null) => target instanceof Node && (content.contains(target) || anchor.contains(target));
  const ending = new AbortController();
  const close = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    const held = content.contains(document.activeElement);
    content.remove();
    if (held) anchor.focus();
    onclose();
  };
  content.setAttribute('popover', 'manual');
  content.classList.add('popover');
  host.appendChild(content);
  content.showPopover();
  place(anchor, content);

  const listen = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { capture: true, signal: ending.signal });
  listen(document, 'pointerdown', (event) => !mine(event.target) && close());
  listen(document, 'focusin', (event) => !mine(event.target) && close());
  listen(window, 'resize', close);
  listen(document, 'scroll', (event) => !mine(event.target) && close());
  listen(document, 'keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || !mine(event.target)) return;
    // Else the same Escape would close the dialog around it.
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  return { close };
}

const gap = 4;

function place(anchor: HTMLElement, content: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  content.style.minWidth = `${Math.min(at.width, innerWidth - 2 * gap)}px`;
  const { width, height } = content.getBoundingClientRect();
  const below = innerHeight - at.bottom - gap;
  const above = at.top - gap;
  const up = height > below && above > below;
  content.style.maxHeight = `${Math.max(120, Math.min(360, (up ? above : below) - gap))}px`;
  const tall = Math.min(height, content.getBoundingClientRect().height);
  content.style.top = `${up ? Math.max(gap, at.top - gap - tall) : at.bottom + gap}px`;
  content.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap))}px`;
}
