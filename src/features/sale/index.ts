import type { Feature } from '../../app/feature.ts';
import { calendarDate } from '../../store/dates.ts';
import { purchaseElements } from './cards.ts';
import { saleCommands } from './commands.ts';
import { listPurchases } from './store.ts';

export type { HookAnswer, HookRequest, HookSecrets } from './hook.ts';
export { salesHook } from './hook-http.ts';

/** A purchase, and the calls and note that follow from it. */
export const sale: Feature = {
  name: 'sale',
  commands: saleCommands,
  customerSection: async (context, customerId) => {
    const purchases = await listPurchases(context.data, customerId, 5);
    return purchaseElements(
      purchases.map(({ id, product, boughtOn, returnedAt }) => ({
        id,
        product,
        boughtOn: calendarDate(boughtOn),
        returned: returnedAt !== null,
      })),
      context,
    );
  },
};
