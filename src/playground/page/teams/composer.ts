import { el, icon, iconButton } from '../dom.ts';
import { openMenu } from '../menu.ts';
import { sizeText } from '../message.ts';
import { announce, notify } from '../notices.ts';
import { createOffers } from '../offers.ts';
import { teamsCompletion } from './completion.ts';
import type { TeamsPage } from './page.ts';
import { placeOf } from './state.ts';

export interface TeamsComposer {
  readonly focus: () => void;
  readonly attach: (files: Iterable<File>) => void;
  /** Puts a text there for the person to send. */
  readonly write: (text: string) => void;
}

/** Where fingers are the pointer, a focus nobody asked for would bring up the keyboard over half the screen. */
const canHover = matchMedia('(hover: hover)');

/** The compose box: Enter sends, Shift+Enter breaks the line, `@` mentions, commands are offered in the chat with the app. */
export function startTeamsComposer(page: TeamsPage, host: HTMLElement): TeamsComposer {
  const { state } = page;
  const drafts = new Map<string, string>();
  let { place } = state;
  let files: File[] = [];
  const answering = el('div', { class: 'answering', hidden: true });
  const chips = el('div', { class: 'chips', hidden: true });
  const input = el('textarea', {
    id: 'composer-input',
    rows: 1,
    oninput: () => typed(),
    onkeydown: (event: KeyboardEvent) => key(event),
    onblur: () => offers.hide(),
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
  const clip = iconButton('file', 'Attach a file', () => picker.click());
  const apps = iconButton('plus', 'Actions and apps', () => openApps());
  apps.setAttribute('aria-haspopup', 'menu');
  apps.setAttribute('aria-expanded', 'false');
  const send = iconButton('send', 'Send', () => submit(), 'send');
  const offers = createOffers(input, ({ insert }, from) => {
    input.setRangeText(insert, from, input.selectionStart, 'end');
    input.focus();
    typed();
  });
  host.append(
    offers.node,
    el(
      'div',
      { class: 'composer-box' },
      answering,
      chips,
      el(
        'div',
        { class: 'composer-line' },
        input,
        el('div', { class: 'composer-tools' }, iconButton('at', 'Mention somebody', mention), clip, apps, send),
      ),
      picker,
    ),
  );

  const label = () => {
    const here = placeOf(state);
    if (here?.kind !== 'channel') return `Message ${here?.name ?? ''}`;
    return state.answered === undefined ? `Message: start a post in ${here.name}` : `Message: reply in ${here.name}`;
  };

  function mention(): void {
    write(`${input.value}${input.value === '' || /\s$/.test(input.value) ? '' : ' '}@`);
  }

  function openApps(): void {
    openMenu(
      apps,
      'Actions and apps',
      state.desk.extensions.map(({ command, title }) => ({
        label: title,
        detail: state.desk.bot.name,
        icon: 'bolt',
        run: () => page.openExtension({ place: state.place }, command),
      })),
    );
  }

  function typed(): void {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 200)}px`;
    send.disabled = input.value.trim() === '' && files.length === 0;
    input.setAttribute('aria-label', label());
    input.placeholder = label().replace(/^Message: (.)/, (_all, first: string) => first.toUpperCase());
    offers.show(teamsCompletion(input.value, input.selectionStart, state.desk, placeOf(state)?.kind === 'personal'));
  }

  function key(event: KeyboardEvent): void {
    // Enter that ends the composition of a Korean or Chinese syllable is not meant for us.
    if (event.isComposing) return;
    if (offers.key(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && state.answered !== undefined) answer(undefined);
  }

  function answer(to: string | undefined): void {
    state.answered = to;
    state.tell('reply');
  }

  function attach(some: Iterable<File>): void {
    // As in Teams: a bot gets files in its own chat only.
    if (placeOf(state)?.kind !== 'personal') notify(`Files for ${state.desk.bot.name} go into the chat with it.`);
    else files = [...files, ...some];
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
    if (text === '' && sending.length === 0) return;
    const here = state.place;
    if (text.startsWith('/')) {
      notify('Teams keeps messages that begin with / for itself. Write the word alone, for example “followups”.');
      return;
    }
    input.value = '';
    files = [];
    drawChips();
    for (const file of sending) if (!(await page.upload(here, file.name, file))) attach([file]);
    if (text === '') return;
    // What was refused is not lost: it is back in its place, unless something new was begun there.
    if (!(await page.say(text)) && input.value === '' && state.place === here) input.value = text;
    if (state.answered !== undefined) answer(undefined);
    typed();
  }

  function write(text: string): void {
    input.value = text;
    input.focus();
    typed();
  }

  state.on('place', () => {
    if (place !== state.place) {
      drafts.set(place, input.value);
      place = state.place;
      input.value = drafts.get(place) ?? '';
      files = [];
    }
    clip.hidden = placeOf(state)?.kind !== 'personal';
    drawChips();
    offers.hide();
  });
  state.on('reply', () => {
    answering.hidden = state.answered === undefined;
    answering.replaceChildren(
      ...(state.answered === undefined
        ? []
        : [el('span', {}, 'Replying to a post'), iconButton('close', 'Start a new post instead', () => answer(undefined))]),
    );
    if (state.answered !== undefined) {
      announce('Replying to a post');
      input.focus();
    }
    typed();
  });
  drawChips();
  return { focus: () => canHover.matches && input.focus(), attach, write };
}
