import type { ReadContext } from '../../app/context.ts';
import type { Form } from '../../chat/card.ts';

/** How often a customer is contacted in a week at most. */
export function paceForm(limit: number, { words }: Pick<ReadContext, 'words'>): Form {
  return {
    title: words.pace.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'pace',
    intro: [{ kind: 'text', line: words.pace.about }],
    fields: [{ kind: 'text', name: 'limit', label: words.pace.limit, hint: words.pace.hint, value: String(limit), max: 2 }],
  };
}
