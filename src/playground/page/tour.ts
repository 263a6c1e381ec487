import type { CastMember } from '../protocol.ts';
import { el, icon, iconButton, part } from './dom.ts';
import { announce } from './notices.ts';

export interface Step<Deed> {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** A button that does the step for the person, or begins it. */
  readonly action?: { readonly label: string; readonly run: () => unknown };
  readonly done: (deed: Deed) => boolean;
}

interface Tour<Deed> {
  /** Where the progress is kept. */
  readonly key: string;
  readonly steps: readonly Step<Deed>[];
  readonly me: CastMember;
  readonly cast: readonly CastMember[];
  onDeed(follower: (deed: Deed) => void): void;
}

interface Progress {
  done: string[];
  hidden: boolean;
}

function parseProgress(key: string): Progress {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { done: Array.isArray(kept.done) ? kept.done : [], hidden: kept.hidden === true };
  } catch {
    return { done: [], hidden: false };
  }
}

/** A rep's first day in some steps; each is ticked when it happens, in order. */
export function startTour<Deed>({ key, steps, me, cast, onDeed }: Tour<Deed>): void {
  const progress = parseProgress(key);
  const panel = part('tour');
  const toggle = part('tour-toggle');
  const narrow = matchMedia('(max-width: 1100px)');
  let open = !progress.hidden && !narrow.matches;

  function act(run: () => unknown): void {
    // What happens now would be hidden under the panel.
    if (narrow.matches) open = false;
    draw();
    run();
  }

  function save(): void {
    localStorage.setItem(key, JSON.stringify(progress));
    draw();
  }

  function draw(): void {
    panel.hidden = !open;
    document.body.classList.toggle('tour-open', open);
    toggle.setAttribute('aria-expanded', String(open));
    const current = steps.find((step) => !progress.done.includes(step.id));
    const rows = steps.map((step, index) => {
      const done = progress.done.includes(step.id);
      const now = step === current;
      const { action } = step;
      const button =
        now && action
          ? el('button', { type: 'button', class: 'button primary', onclick: () => act(action.run) }, action.label)
          : undefined;
      return el(
        'li',
        { class: `step${done ? ' done' : ''}${now ? ' now' : ''}`, 'aria-current': now ? 'step' : undefined },
        el('span', { class: 'step-mark', 'aria-hidden': 'true' }, done ? icon('check') : String(index + 1)),
        el(
          'div',
          {},
          el('div', { class: 'step-title' }, step.title, done ? el('span', { class: 'sr-only' }, ' (done)') : undefined),
          now ? el('p', {}, step.detail) : undefined,
          button,
        ),
      );
    });
    const hide = () => {
      open = false;
      progress.hidden = true;
      save();
      toggle.focus();
    };
    const again = () => {
      progress.done = [];
      save();
    };
    const rep = me.role === 'rep' ? undefined : drawRepLink(cast);
    const end = current
      ? undefined
      : el(
          'p',
          { class: 'tour-end' },
          'That was the day. ',
          el('button', { type: 'button', class: 'link-button', onclick: again }, 'Start over'),
        );
    panel.replaceChildren(
      el('div', { class: 'pane-head' }, el('h2', {}, 'What to try'), iconButton('close', 'Hide', hide)),
      ...(rep ? [rep] : []),
      el('ol', { class: 'steps' }, ...rows),
      ...(end ? [end] : []),
    );
  }

  onDeed((deed) => {
    const current = steps.find((step) => !progress.done.includes(step.id));
    if (!current?.done(deed)) return;
    progress.done.push(current.id);
    announce(`Done: ${current.title}`);
    save();
  });
  toggle.addEventListener('click', () => {
    open = !open;
    progress.hidden = !open;
    save();
    if (open) panel.querySelector<HTMLElement>('button')?.focus();
  });
  draw();
}

function drawRepLink(cast: readonly CastMember[]): HTMLElement | undefined {
  const rep = cast.find((person) => person.role === 'rep');
  return (
    rep &&
    el(
      'p',
      { class: 'tour-note' },
      'These steps are a rep’s day. ',
      el('a', { class: 'link', href: `?as=${encodeURIComponent(rep.id)}` }, `Sit down as ${rep.name}`),
    )
  );
}
