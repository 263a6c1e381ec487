import type * as Cards from 'adaptivecards';
import type { CardJson, Choice } from '../../teams/protocol.ts';
import { el } from '../dom.ts';
import { announce } from '../notices.ts';
import { cardTextHtml } from './card-text.ts';
import { hostConfig } from './host-config.ts';
import { searchedChoiceSet } from './search-input.ts';

declare global {
  interface Window {
    readonly AdaptiveCards?: typeof Cards;
  }
}

export interface Pressed {
  readonly label: string;
  /** What the action carries, with what was filled in. */
  readonly data: CardJson;
  /** Of an execution; a submission has none. */
  readonly verb: string | undefined;
}

export interface CardHost {
  /** Whom an id in a mention means. */
  readonly nameOf: (id: string) => string;
  readonly search: (dataset: string, typed: string) => Promise<readonly Choice[]>;
  /** A button was used; gives what is said below the card then. The card takes no other until that is there. */
  readonly press: (pressed: Pressed) => Promise<string | undefined>;
}

const isData = (data: unknown): data is CardJson => typeof data === 'object' && data !== null && !Array.isArray(data);

/** Draws a card with Microsoft's own library and the look of Teams. */
export function drawCard(json: CardJson, host: CardHost): HTMLElement {
  const library = window.AdaptiveCards;
  if (!library) return el('div', { class: 'card-broken', role: 'note' }, 'The library that draws cards could not be loaded.');
  const context = new library.SerializationContext();
  const elements = new library.CardObjectRegistry<Cards.CardElement>();
  library.GlobalRegistry.populateWithDefaultElements(elements);
  elements.register('Input.ChoiceSet', searchedChoiceSet(library, host.search));
  context.setElementRegistry(elements);

  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(hostConfig);
  const note = el('div', { class: 'card-note', role: 'status', hidden: true });
  const node = el('div', { class: 'card' });
  const say = (text: string | undefined) => {
    note.textContent = text ?? '';
    note.hidden = !text;
    if (text) announce(text);
  };
  card.onExecuteAction = (action) => {
    if (action instanceof library.OpenUrlAction) {
      window.open(action.url, '_blank', 'noopener,noreferrer');
      return;
    }
    const executed = action instanceof library.ExecuteAction;
    if (!executed && !(action instanceof library.SubmitAction)) return;
    if (node.getAttribute('aria-busy') === 'true') return;
    node.setAttribute('aria-busy', 'true');
    say(undefined);
    const pressed = {
      label: action.title ?? '',
      data: isData(action.data) ? action.data : {},
      verb: executed ? action.verb : undefined,
    };
    host
      .press(pressed)
      .then(say, () => say('Something went wrong. Please try again.'))
      .finally(() => node.removeAttribute('aria-busy'));
  };
  library.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = cardTextHtml(text, host.nameOf);
    result.didProcess = true;
  };
  card.parse(json, context);
  const drawn = card.render();
  node.append(...(drawn ? [drawn] : []), note);
  return node;
}
