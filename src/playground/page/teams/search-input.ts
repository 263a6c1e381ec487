import type * as Cards from 'adaptivecards';
import type { Choice } from '../../teams/protocol.ts';
import { drawCombobox } from '../combobox.ts';

type Find = (dataset: string, typed: string) => Promise<readonly Choice[]>;

function datasetOf(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null || !('choices.data' in source)) return undefined;
  const query = source['choices.data'];
  return typeof query === 'object' && query !== null && 'dataset' in query && typeof query.dataset === 'string'
    ? query.dataset
    : undefined;
}

/**
 * A set of choices that is searched while one types, as Teams has it. The library's own narrows the answers once more by their
 * titles, so that a customer who was found by initials would not be shown.
 */
export function searchedChoiceSet({ ChoiceSetInput }: typeof Cards, find: Find) {
  return class SearchedChoiceSet extends ChoiceSetInput {
    #dataset: string | undefined;
    #chosen: Choice | undefined;
    #field: HTMLElement | undefined;

    protected override internalParse(source: Record<string, unknown>, context: Cards.SerializationContext): void {
      super.internalParse(source, context);
      this.#dataset = datasetOf(source);
      if (this.#dataset === undefined) return;
      const set = this.choices.find(({ value }) => value === this.defaultValue);
      if (set?.title && set.value) this.#chosen = { title: set.title, value: set.value };
    }

    protected override internalRender(): HTMLElement | undefined {
      const dataset = this.#dataset;
      if (dataset === undefined) return super.internalRender();
      const chosen = this.#chosen;
      this.#field = drawCombobox<string>({
        placeholder: this.placeholder ?? '',
        chosen: chosen && { label: chosen.title, value: chosen.value },
        attributes: { 'aria-label': this.label ?? '', 'aria-required': this.isRequired ? 'true' : undefined },
        find: async (typed) => (await find(dataset, typed)).map(({ title, value }) => ({ label: title, value })),
        choose: (entry) => {
          this.#chosen = entry && { title: entry.label, value: entry.value };
          this.valueChanged();
          return true;
        },
      });
      return this.#field;
    }

    override get value(): string | undefined {
      return this.#dataset === undefined ? super.value : this.#chosen?.value;
    }

    override focus(): void {
      if (this.#dataset === undefined) super.focus();
      else this.#field?.querySelector('input')?.focus();
    }
  };
}
