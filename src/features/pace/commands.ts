import { z } from 'zod';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { paceForm } from './cards.ts';
import { limitOf, setLimit } from './store.ts';

const most = 50;

export const paceCommands: readonly Command[] = [
  changeCommand({
    name: 'pace',
    word: 'pace',
    who: 'manager',
    input: z.object({ limit: z.coerce.number() }),
    route: (text) => (text === '' ? 'pace.form' : undefined),
    fromText: (text) => ({ limit: /\d+/.exec(text.normalize('NFKC'))?.[0] ?? '0' }),
    async run({ data, words }, { limit }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new UserError('paceRange', [most], 'limit');
      await setLimit(data, limit);
      const text = words.pace.done(limit);
      return { kind: 'say', to: 'person', card: { text, elements: [{ kind: 'text', line: text }] } };
    },
  }),
  readCommand({
    name: 'pace.form',
    who: 'manager',
    input: z.unknown(),
    opensForm: () => true,
    run: async (context) => ({ kind: 'form', form: paceForm(await limitOf(context.data), context) }),
  }),
];
