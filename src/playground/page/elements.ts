import type { Block } from '../protocol.ts';
import { openCalendar } from './calendar-popover.ts';
import { askConfirm } from './confirm.ts';
import { el, icon } from './dom.ts';
import { drawText, readText } from './draw-mrkdwn.ts';
import { checkboxes, radioButtons, textInput } from './inputs.ts';
import { openMenu } from './menu.ts';
import { drawPicture } from './picture.ts';
import { externalSelect, staticSelect, usersSelect } from './selects.ts';
import { nowOf } from './state.ts';
import { currentValue, type Drawer, settle, use } from './surface.ts';
import { dayKey } from './time.ts';
import { unsupported } from './unsupported.ts';

const button: Drawer = (element, spot) => {
  const style = element.style === 'primary' || element.style === 'danger' ? element.style : '';
  const press = async () => {
    if (node.getAttribute('aria-busy') === 'true') return;
    if (element.confirm && !(await askConfirm(element.confirm, spot.surface.state))) return;
    node.setAttribute('aria-busy', 'true');
    const value = element.value === undefined ? {} : { value: element.value };
    await use(element, spot, { text: element.text, ...value }).finally(() => node.removeAttribute('aria-busy'));
  };
  const name = typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined;
  const props = { class: `button ${style}`, 'aria-label': name, onclick: press };
  const link = typeof element.url === 'string' && /^https?:\/\//i.test(element.url);
  const node = link
    ? el(
        'a',
        { ...props, href: element.url, target: '_blank', rel: 'noopener noreferrer' },
        drawText(element.text, spot.surface.state),
        icon('external'),
      )
    : el('button', { ...props, type: 'button' }, drawText(element.text, spot.surface.state));
  return node;
};

const overflow: Drawer = (element, spot) => {
  const choose = (option: Block) => () => settle(element, spot, { selected_option: option });
  const open = () =>
    openMenu(
      node,
      'More',
      (element.options ?? []).map((option: Block) => ({
        label: readText(option.text).value,
        ...(option.description ? { detail: readText(option.description).value } : {}),
        ...(option.url ? { href: option.url } : {}),
        run: choose(option),
      })),
    );
  const node: HTMLElement = el(
    'button',
    {
      type: 'button',
      class: 'button icon-only',
      'aria-label': 'More',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: open,
    },
    icon('more'),
  );
  return node;
};

const datepicker: Drawer = (element, spot) => {
  const { state } = spot.surface;
  const { me } = state.desk;
  const kept = currentValue(element, spot);
  let chosen: unknown = kept ? kept.selected_date : element.initial_date;
  const label = el('span', { class: 'picker-label' });
  const show = () => {
    const set = typeof chosen === 'string';
    label.textContent = set
      ? new Intl.DateTimeFormat(me.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${chosen}T00:00:00Z`))
      : readText(element.placeholder).value || 'Select a date';
    label.classList.toggle('placeholder', !set);
  };
  const choose = async (date: string) => {
    const before = chosen;
    chosen = date;
    show();
    if (await settle(element, spot, { selected_date: date })) return;
    chosen = before;
    show();
  };
  const open = () =>
    openCalendar({
      anchor: node,
      chosen: typeof chosen === 'string' ? chosen : undefined,
      today: dayKey(nowOf(state), me.zone),
      locale: me.locale,
      choose,
    });
  const node: HTMLElement = el(
    'button',
    { ...spot.field, type: 'button', class: 'picker', 'aria-haspopup': 'dialog', onclick: open },
    icon('calendar'),
    label,
    icon('down'),
  );
  show();
  return node;
};

/** The browser's own time field; sent when the person leaves it or presses Enter, not at each digit. */
const timepicker: Drawer = (element, spot) => {
  const kept = currentValue(element, spot);
  let sent = String((kept ? kept.selected_time : element.initial_time) ?? '');
  const send = () => {
    if (input.value === sent) return;
    sent = input.value;
    settle(element, spot, { selected_time: input.value || null });
  };
  const input = el('input', {
    'aria-label': readText(element.placeholder).value || 'Select a time',
    ...spot.field,
    type: 'time',
    class: 'time-input',
    onblur: send,
    onchange: () => spot.live || send(),
    onkeydown: (event: KeyboardEvent) => event.key === 'Enter' && send(),
  });
  input.value = sent;
  return input;
};

const image: Drawer = (element) => drawPicture(element, 'thumbnail');

const drawers: Readonly<Record<string, Drawer>> = {
  button,
  overflow,
  datepicker,
  timepicker,
  image,
  static_select: staticSelect,
  external_select: externalSelect,
  users_select: usersSelect,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  radio_buttons: radioButtons,
  checkboxes,
};

/** An element that this page cannot draw is shown as a box that says so. */
export const drawElement: Drawer = (element, spot) => {
  const type = String(element?.type);
  const drawer = Object.hasOwn(drawers, type) ? drawers[type] : undefined;
  return drawer ? drawer(element, spot) : unsupported('element', type);
};
