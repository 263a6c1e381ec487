import { completionFor, type Suggestion } from './completion.ts';
import { el, icon, iconButton } from './dom.ts';
import { sizeText } from './message.ts';
import { createOffers } from './offers.ts';
import type { Page } from './page.ts';

export interface Composer {
  readonly focus: () => void;
  readonly attach: (files: Iterable<File>) => void;
  /** Another conversation: its own unsent text comes back. */
  readonly moved: () => void;
  /** Puts a text there for the person to send. */
  readonly write: (text: string) => void;
}

interface Options {
  /** Replies go here; without it the composer writes to the channel and knows commands. */
  readonly thread?: () => string | undefined;
  readonly label: () => string;
}

/** Where fingers are the pointer, a focus nobody asked for would bring up the keyboard over half the screen. */
const canHover = matchMedia('(hover: hover)');

/** Enter sends, Shift+Enter breaks the line, `/` and `@` offer what there is. */
export function startComposer(page: Page, host: HTMLElement, options: Options): Composer {
  const { state } = page;
  const drafts = new Map<string, string>();
  let files: File[] = [];
  let place = state.channel;
  const hint = el('div', { class: 'usage-hint', hidden: true });
  const chips = el('div', { class: 'chips', hidden: true });
  const input = el('textarea', {
    id: options.thread ? undefined : 'composer-input',
    rows: 1,
    oninput: () => typed(),
    onkeydown: (event: KeyboardEvent) => key(event),
    onblur: () => offers.hide(),
    onfocus: () => typed(),
    onpaste: (event: ClipboardEvent) => event.clipboardData?.files.length && attach(event.clipboardData.files),
  });
  const picker: HTMLInputElement = el('input', {
    type: 'file',
    hidden: true,
    multiple: true,
    tabindex: -1,
    'aria-hidden': 'true',
    onchange: () => attach(picker.files ?? []),
  });
  const send = iconButton('send', 'Send', () => submit(), 'send');
  const slash = iconButton('slash', 'Commands', () => start('/'));
  const tools = el(
    'div',
    { class: 'composer-tools' },
    iconButton('plus', 'Attach a file', () => picker.click()),
    options.thread ? undefined : slash,
    iconButton('at', 'Mention somebody', () => start('@')),
    send,
  );
  const offers = createOffers(input, take);
  host.append(offers.node, el('div', { class: 'composer-box' }, hint, input, chips, tools, picker));

  function start(sign: string): void {
    write(sign === '/' ? '/' : `${input.value}${input.value === '' || /\s$/.test(input.value) ? '' : ' '}@`);
  }

  function typed(): void {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 240)}px`;
    send.disabled = input.value.trim() === '' && files.length === 0;
    input.setAttribute('aria-label', options.label());
    input.placeholder = options.label();
    const completion = completionFor(input.value, input.selectionStart, state.desk, !options.thread);
    offers.show(completion);
    hint.hidden = completion.hint === undefined;
    hint.textContent = completion.hint ?? '';
  }

  function take(suggestion: Suggestion, from: number): void {
    input.setRangeText(suggestion.insert, from, input.selectionStart, 'end');
    input.focus();
    typed();
  }

  function key(event: KeyboardEvent): void {
    // Enter that ends the composition of a Korean or Chinese syllable is not meant for us.
    if (event.isComposing) return;
    if (offers.key(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  }

  function attach(some: Iterable<File>): void {
    files = [...files, ...some];
    picker.value = '';
    drawChips();
    input.focus();
  }

  function drawChips(): void {
    chips.hidden = files.length === 0;
    const remove = (file: File) => () => {
      files = files.filter((other) => other !== file);
      drawChips();
      input.focus();
    };
    chips.replaceChildren(
      ...files.map((file) =>
        el(
          'span',
          { class: 'chip' },
          icon('file'),
          el('span', { class: 'file-name' }, file.name),
          el('span', { class: 'menu-detail' }, sizeText(file.size)),
          iconButton('close', `Remove ${file.name}`, remove(file)),
        ),
      ),
    );
    typed();
  }

  async function submit(): Promise<void> {
    const text = input.value.trim();
    const sending = files;
    const thread = options.thread?.();
    if (text === '' && sending.length === 0) return;
    const channel = state.channel;
    clear();
    for (const file of sending) if (!(await page.upload(channel, file.name, file))) attach([file]);
    if (text === '') return;
    const sent = text.startsWith('/') && !options.thread ? await page.command(text) : await page.say(text, thread);
    // What was refused is not lost: it is back in its place, unless something new was begun there.
    if (!sent && input.value === '' && state.channel === channel) {
      input.value = text;
      typed();
    }
  }

  function clear(): void {
    input.value = '';
    files = [];
    drawChips();
  }

  function moved(): void {
    if (place !== state.channel) {
      drafts.set(place, input.value);
      place = state.channel;
      input.value = drafts.get(place) ?? '';
      files = [];
    }
    drawChips();
    offers.hide();
  }

  function write(text: string): void {
    input.value = text;
    input.focus();
    typed();
  }

  typed();
  return { focus: () => canHover.matches && input.focus(), attach, moved, write };
}
