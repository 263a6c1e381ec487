import type { Block } from '../protocol.ts';
import { el, freshId } from './dom.ts';
import { drawText, readText } from './draw-mrkdwn.ts';
import { currentValue, type Drawer, keepValue, settle, use } from './surface.ts';

const inputTypes: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url', number_input: 'text' };

/** One line or several, with the letters left where the bot set a maximum. */
export const textInput: Drawer = (element, spot) => {
  const kept = currentValue(element, spot);
  const max = typeof element.max_length === 'number' ? element.max_length : undefined;
  const props = {
    ...spot.field,
    class: 'text-input',
    placeholder: readText(element.placeholder).value,
    oninput: () => changed(),
    onkeydown: (event: KeyboardEvent) => {
      const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
      if (event.key === 'Enter' && spot.live && on.includes('on_enter_pressed') && !event.isComposing)
        use(element, spot, { value: input.value });
    },
  };
  const input = element.multiline
    ? el('textarea', { ...props, rows: 4 })
    : el('input', {
        ...props,
        type: inputTypes[element.type] ?? 'text',
        inputmode: element.type === 'number_input' ? 'decimal' : undefined,
        autocomplete: 'off',
      });
  input.value = String((kept ? kept.value : element.initial_value) ?? '');
  const counter = max === undefined ? undefined : el('span', { class: 'counter', 'aria-hidden': 'true' });
  const count = () => {
    if (!counter || max === undefined) return;
    const left = max - input.value.length;
    counter.textContent = String(left);
    counter.classList.toggle('over', left < 0);
    // Slack shows the number when it begins to matter.
    counter.hidden = input.value.length === 0 && max > 100;
  };
  const changed = () => {
    keepValue(element, spot, { value: input.value === '' ? null : input.value });
    count();
  };
  count();
  return el('div', { class: element.multiline ? 'text-field multiline' : 'text-field' }, input, counter);
};

/** Radio buttons and checkboxes: a native input each, so that arrows and the space bar are the browser's own. */
function choices(element: Block, spot: Parameters<Drawer>[1], type: 'radio' | 'checkbox'): HTMLElement {
  const kept = currentValue(element, spot);
  const initial = type === 'radio' ? [element.initial_option] : element.initial_options;
  const keptOptions = type === 'radio' ? [kept?.selected_option] : kept?.selected_options;
  const chosen = new Set<string>(((kept ? keptOptions : initial) ?? []).map((option: Block) => option?.value));
  const name = freshId('choice');
  const options: readonly Block[] = element.options ?? [];
  const inputs = options.map((option) => {
    const input = el('input', { type, name, value: option.value, onchange: () => changed() });
    input.checked = chosen.has(option.value);
    return input;
  });
  const changed = () => {
    const picked = options.filter((_, index) => inputs[index]?.checked);
    settle(element, spot, type === 'radio' ? { selected_option: picked[0] ?? null } : { selected_options: picked });
  };
  const { state } = spot.surface;
  const rows = options.map((option, index) =>
    el(
      'label',
      { class: 'choice' },
      inputs[index],
      el(
        'span',
        {},
        drawText(option.text, state),
        option.description ? el('span', { class: 'menu-detail' }, drawText(option.description, state)) : undefined,
      ),
    ),
  );
  return el(
    'div',
    { ...spot.field, id: undefined, class: 'choices', role: type === 'radio' ? 'radiogroup' : 'group', tabindex: -1 },
    ...rows,
  );
}

export const radioButtons: Drawer = (element, spot) => choices(element, spot, 'radio');
export const checkboxes: Drawer = (element, spot) => choices(element, spot, 'checkbox');
