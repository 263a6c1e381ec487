import type { Block } from '../protocol.ts';
import { drawCombobox, type Entry } from './combobox.ts';
import { readText } from './draw-mrkdwn.ts';
import { currentValue, type Drawer, type Spot, settle } from './surface.ts';

const entryOf = (option: Block, group?: string): Entry<Block> => ({
  label: readText(option.text).value,
  value: option,
  ...(option.description ? { detail: readText(option.description).value } : {}),
  ...(group ? { group } : {}),
});

function fits(label: string, query: string): boolean {
  return label.toLocaleLowerCase().includes(query.toLocaleLowerCase());
}

function chosenOption(element: Block, spot: Spot): Entry<Block> | undefined {
  const kept = currentValue(element, spot);
  const option = kept ? kept.selected_option : element.initial_option;
  return option ? entryOf(option) : undefined;
}

const chooseOption = (element: Block, spot: Spot) => (entry: Entry<Block> | undefined) =>
  settle(element, spot, { selected_option: entry?.value ?? null });

const attributes = (element: Block, spot: Spot) => ({
  'aria-label': spot.field ? undefined : readText(element.placeholder).value || 'Select',
  ...spot.field,
});

export const staticSelect: Drawer = (element, spot) => {
  const all: Entry<Block>[] = element.option_groups
    ? element.option_groups.flatMap((group: Block) =>
        group.options.map((option: Block) => entryOf(option, readText(group.label).value)),
      )
    : (element.options ?? []).map((option: Block) => entryOf(option));
  return drawCombobox({
    placeholder: readText(element.placeholder).value || 'Select an option',
    chosen: chosenOption(element, spot),
    attributes: attributes(element, spot),
    find: (query) => all.filter((entry) => fits(entry.label, query)),
    choose: chooseOption(element, spot),
  });
};

/** The bot is asked when the typing pauses, not for each letter. */
const pause = 180;

export const externalSelect: Drawer = (element, spot) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const find = (query: string) => {
    clearTimeout(timer);
    const { promise, resolve, reject } = Promise.withResolvers<readonly Entry<Block>[]>();
    const ask = () =>
      spot.surface
        .suggest(element.action_id, spot.blockId, query)
        .then((options) => resolve(options.map((option) => entryOf(option))), reject);
    timer = setTimeout(ask, query === '' ? 0 : pause);
    return promise;
  };
  return drawCombobox({
    placeholder: readText(element.placeholder).value || 'Type to search',
    chosen: chosenOption(element, spot),
    attributes: attributes(element, spot),
    atLeast: typeof element.min_query_length === 'number' ? element.min_query_length : 3,
    find,
    choose: chooseOption(element, spot),
  });
};

export const usersSelect: Drawer = (element, spot) => {
  const people = spot.surface.state.desk.cast.map((person) => ({ label: person.name, detail: person.title, value: person.id }));
  const kept = currentValue(element, spot);
  const chosen = kept ? kept.selected_user : element.initial_user;
  return drawCombobox({
    placeholder: readText(element.placeholder).value || 'Select a person',
    chosen: people.find((person) => person.value === chosen),
    attributes: attributes(element, spot),
    find: (query) => people.filter((person) => fits(person.label, query)),
    choose: (entry) => settle(element, spot, { selected_user: entry?.value ?? null }),
  });
};
