import { el, icon, iconButton, part } from './dom.ts';
import { announce, notify } from './notices.ts';
import type { Deed, Page } from './page.ts';
import { botChannel } from './state.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly action?: string;
  readonly done: (deed: Deed, page: Page) => boolean;
}

const steps: readonly Step[] = [
  {
    id: 'upload',
    title: 'Send the customer list',
    detail: 'A sheet of customers and what they bought, as a shop would export it. It goes to the app in a direct message.',
    action: 'Send the sample file',
    done: (deed) => deed.kind === 'uploaded',
  },
  {
    id: 'import',
    title: 'Confirm the import',
    detail: 'The app answers with a preview: what it read, and what it will do. Press its green button.',
    done: (deed) => deed.kind === 'pressed',
  },
  {
    id: 'followups',
    title: 'See who is due',
    detail: 'Each purchase has planned calls on day 2, 5 and 12.',
    action: 'Type /followups',
    done: (deed) => deed.kind === 'command' && deed.command === '/followups',
  },
  {
    id: 'log',
    title: 'Log a call',
    detail: 'Press Log at a follow-up and say what came of it.',
    done: (deed) => deed.kind === 'pressed' && /\blog\b|기록|记录/i.test(deed.label),
  },
  {
    id: 'clock',
    title: 'Move to the next morning',
    detail: 'Nobody waits a night here: the clock at the top can be moved.',
    action: 'Go to the next morning',
    done: (deed) => deed.kind === 'clock',
  },
  {
    id: 'reminder',
    title: 'Read the reminder',
    detail: 'The app writes by itself, at the time of your working day.',
    done: (deed, page) =>
      deed.kind === 'heard' &&
      deed.message.user === page.state.desk.bot.id &&
      deed.message.channel === botChannel(page.state)?.id,
  },
];

const key = 'playground.tour';

interface Progress {
  done: string[];
  hidden: boolean;
}

function parseProgress(): Progress {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { done: Array.isArray(kept.done) ? kept.done : [], hidden: kept.hidden === true };
  } catch {
    return { done: [], hidden: false };
  }
}

/** A rep's first day in six steps; each is ticked when it happens, in order. */
export function startTour(page: Page, write: (text: string) => void): void {
  const progress = parseProgress();
  const panel = part('tour');
  const toggle = part('tour-toggle');
  const narrow = matchMedia('(max-width: 1100px)');
  let open = !progress.hidden && !narrow.matches;

  const actions: Readonly<Record<string, () => Promise<unknown> | undefined>> = {
    upload: () => sendSample(page),
    followups: async () => {
      await openBot(page);
      write('/followups');
    },
    clock: async () => document.querySelector<HTMLElement>('.clock-button')?.click(),
  };

  function act(step: Step): void {
    // What happens now would be hidden under the panel.
    if (narrow.matches) open = false;
    draw();
    actions[step.id]?.();
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
      const button =
        now && step.action
          ? el('button', { type: 'button', class: 'button primary', onclick: () => act(step) }, step.action)
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
    const rep = page.state.desk.me.role === 'rep' ? undefined : drawRepLink(page);
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

  page.onDeed((deed) => {
    const current = steps.find((step) => !progress.done.includes(step.id));
    if (!current?.done(deed, page)) return;
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

function drawRepLink(page: Page): HTMLElement | undefined {
  const rep = page.state.desk.cast.find((person) => person.role === 'rep');
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

async function openBot(page: Page): Promise<string | undefined> {
  const bot = botChannel(page.state);
  if (bot) await page.openChannel(bot.id);
  return bot?.id;
}

async function sendSample(page: Page): Promise<void> {
  const channel = await openBot(page);
  if (!channel) return notify('There is no app in this workspace to send it to.');
  const response = await fetch('/playground/sample.csv').catch(() => undefined);
  if (!response?.ok) return notify('The sample file could not be read.');
  await page.upload(channel, 'customers.csv', await response.blob());
}
