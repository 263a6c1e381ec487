import { part } from './dom.ts';

/** On a phone the sidebar is a drawer: opened by its button, closed by Escape, the veil, or a choice in it. */
export function startDrawer(): void {
  const button = part('drawer-button');
  const side = part('side');
  const narrow = matchMedia('(max-width: 760px)');
  const draw = () => {
    const open = document.body.classList.contains('drawer-open');
    button.setAttribute('aria-expanded', String(open));
    side.inert = narrow.matches && !open;
    part('main').inert = narrow.matches && open;
  };
  const set = (open: boolean) => {
    document.body.classList.toggle('drawer-open', open);
    draw();
    if (open) side.querySelector<HTMLElement>('.channel[tabindex="0"]')?.focus();
    else if (side.contains(document.activeElement) || document.activeElement === document.body) button.focus();
  };
  button.addEventListener('click', () => set(!document.body.classList.contains('drawer-open')));
  part('veil').addEventListener('click', () => set(false));
  side.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && narrow.matches) set(false);
  });
  // A choice in the sidebar closes it from elsewhere.
  new MutationObserver(draw).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  narrow.addEventListener('change', draw);
  draw();
}
