import { z } from 'zod';
import { type Command, changeCommand } from '../../app/feature.ts';
import { addDays, businessDayFrom } from '../../calendar/index.ts';
import { addTouches, closeTouch, moveTouch, openTouchOr, touchTitle, touchWhen } from '../followups/index.ts';

/** After three tries without an answer: try once more in a week, write instead, or let it be. */
export const decideCommand: Command = changeCommand({
  name: 'log.decide',
  who: 'rep',
  input: z.object({ touchId: z.uuid(), choice: z.enum(['again', 'note', 'drop']) }),
  async run(context, { touchId, choice }) {
    const { data, words, now, today, workspace } = context;
    const found = await openTouchOr(context, touchId);
    if ('closed' in found) return found.closed;
    const { touch } = found;
    const name = touch.customer.name;
    let text: string;
    if (choice === 'again') {
      const to = { dueOn: businessDayFrom(addDays(today, 7), touch.customer.country ?? workspace.country), dueAt: undefined };
      await moveTouch(data, touch.id, { ...to, attempts: 0 });
      text = words.log.decided.again(name, touchWhen(to, context));
    } else {
      await closeTouch(data, touch.id, 'dropped', 'no_answer', now);
      if (choice === 'note') {
        const note = {
          id: context.newId(),
          customerId: touch.customer.id,
          repId: touch.repId,
          kind: 'note' as const,
          step: 'write',
          dueOn: today,
        };
        await addTouches(data, [note], now);
      }
      text = words.log.decided[choice](name, touchTitle(touch, context));
    }
    return { kind: 'say', to: 'person', replaces: true, card: { text, elements: [{ kind: 'text', line: text }] } };
  },
});
