import type { ChangeContext } from '../../app/context.ts';
import type { AppEvent } from '../../app/feature.ts';
import { type Customer, findCustomer } from '../customers/index.ts';
import { addTouches, type NewTouch } from '../followups/index.ts';
import type { Cadence } from './cadence.ts';
import { comingTouches, dropPlanned, dropReturned, keptProducts, openOf, reviveReturned } from './customer-store.ts';
import { isFor, occurrencesOf, touchesFrom } from './plan-touches.ts';
import { planCadences } from './plan-workspace.ts';
import { listCadences } from './store.ts';

const nothingFresh: ReadonlySet<string> = new Set();

/** Who is to do it: whoever has the customer, else whoever it happened with. */
const repFor = (customer: Customer, context: ChangeContext) => customer.ownerId ?? context.person.id;

/** Starts a cadence with a customer today; gives what it planned. */
export async function startCadence(context: ChangeContext, cadence: Cadence, customer: Customer): Promise<readonly NewTouch[]> {
  const { data, today, now, workspace, newId } = context;
  const country = customer.country ?? workspace.country;
  const planned = touchesFrom(cadence, today, country).map((touch) => ({
    ...touch,
    id: newId(),
    customerId: customer.id,
    repId: repFor(customer, context),
    occursOn: today,
  }));
  await addTouches(data, planned, now);
  return planned;
}

async function planCustomer(context: ChangeContext, all: readonly Cadence[], customerId: string): Promise<void> {
  const { data, today, now, workspace } = context;
  await planCadences(data, all, nothingFresh, {
    today,
    now,
    country: workspace.country,
    zone: workspace.zone,
    only: [customerId],
  });
}

/** Days that no longer hold for a customer, such as a birthday that was mended, are taken off the plan; then it is planned anew. */
async function planAnew(context: ChangeContext, customerId: string): Promise<void> {
  const { data, today, now, workspace } = context;
  const customer = await findCustomer(data, customerId);
  if (!customer) return;
  const all = await listCadences(data);
  const coming = await comingTouches(data, customerId, today);
  if (coming.length > 0) {
    const country = customer.country ?? workspace.country;
    const birthday = customer.birthday && Number(customer.birthday.slice(5).replace('-', ''));
    const lunar = customer.birthdayBy === 'lunar';
    const { tier } = customer;
    const products = await keptProducts(data, customerId);
    const holds = new Set(
      all
        .filter(({ audience }) =>
          (products.length > 0 ? products : [undefined]).some((one) => isFor(audience, { country, tier }, one)),
        )
        .flatMap((cadence) => occurrencesOf(cadence, country, today))
        .filter((one) => !one.birthday || (one.birthday.monthDay === birthday && one.birthday.lunar === lunar))
        .map(({ cadence, step, occursOn, dueOn }) => `${cadence} ${step} ${occursOn} ${dueOn}`),
    );
    const byDays = new Set(all.filter(({ start }) => ['birthday', 'holiday', 'rule'].includes(start.by)).map(({ key }) => key));
    const gone = coming.filter(
      ({ cadence, step, occursOn, dueOn }) => byDays.has(cadence) && !holds.has(`${cadence} ${step} ${occursOn} ${dueOn}`),
    );
    await dropPlanned(
      data,
      gone.map(({ id }) => id),
      'cadence-off',
      now,
    );
  }
  await planCustomer(context, all, customerId);
}

/** playbook: P21, step 4. What was still to be asked about an earlier complaint falls away while a new one is open. */
async function complaintSolved(context: ChangeContext, customerId: string): Promise<void> {
  const { data, workspace } = context;
  const customer = await findCustomer(data, customerId);
  if (!customer || customer.doNotContactAt) return;
  const buyer = { country: customer.country ?? workspace.country, tier: customer.tier };
  const products = await keptProducts(data, customerId);
  for (const cadence of await listCadences(data)) {
    const mine = (products.length > 0 ? products : [undefined]).some((one) => isFor(cadence.audience, buyer, one));
    if (cadence.on && cadence.start.by === 'complaint' && mine) await startCadence(context, cadence, customer);
  }
}

async function complaintOpened({ data, now }: ChangeContext, customerId: string): Promise<void> {
  const asking = (await listCadences(data)).filter(({ start }) => start.by === 'complaint').map(({ key }) => key);
  await dropPlanned(data, await openOf(data, customerId, asking), 'complaint', now);
}

/** What happens to a customer, and what it means for the plan. */
export async function onEvent(event: AppEvent, context: ChangeContext): Promise<void> {
  switch (event.kind) {
    case 'customer.saved':
      return planAnew(context, event.customerId);
    case 'purchase.recorded':
      return planCustomer(context, await listCadences(context.data), event.customerId);
    case 'purchase.returned':
      await (event.undone
        ? reviveReturned(context.data, event.purchaseId, context.today)
        : dropReturned(context.data, event.purchaseId, context.now));
      return;
    case 'complaint.solved':
      return complaintSolved(context, event.customerId);
    case 'complaint.opened':
      return complaintOpened(context, event.customerId);
    default:
      return;
  }
}
