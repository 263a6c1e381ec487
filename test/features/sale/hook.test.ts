import { createHmac } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runImport } from '../../../src/features/imports/index.ts';
import { handleSalesHook } from '../../../src/features/sale/hook.ts';
import { signSale } from '../../../src/features/sale/hook-signature.ts';
import { type BotRig, openBot, type Team } from '../../support/bot.ts';
import { everything } from '../../support/seed.ts';
import { fixtureBytes, optionsOf, sourceOf } from '../imports/files.ts';
import { shopifyOrder } from './orders.ts';

let rig: BotRig;
let team: Team;
let count = 0;
afterAll(() => rig.close());
beforeEach(async () => {
  rig ??= await openBot();
  count += 1;
  team = await rig.team(`T0HOOK${count}`, { country: 'KR', zone: 'Asia/Seoul' });
  await team.member('U0MINA', 'admin', { name: 'Mina' });
}, 120_000);

const secrets = { sales: 'a secret of sixteen', shopify: 'shpss' };
const sale = {
  id: 'order-1',
  customer: { name: 'Kim Minji', phone: '010-1234-5678' },
  product: 'Washer',
  boughtOn: '2026-11-24',
  amount: 1200.5,
  currency: 'KRW',
};

type Request = Partial<Parameters<typeof handleSalesHook>[0]>;

const handle = (headers: Record<string, string>, rawBody: Buffer, more: Request = {}) =>
  handleSalesHook(
    { headers, rawBody, workspace: team.scope.workspaceId, now: rig.now(), secrets, ...more },
    rig.system,
    rig.newId,
  );

function post(body: unknown, more: Request = {}) {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const timestamp = String(rig.now().getTime() / 1000);
  return handle(
    { 'x-aftercare-timestamp': timestamp, 'x-aftercare-signature': signSale(secrets.sales, timestamp, rawBody) },
    rawBody,
    more,
  );
}

function postOrder(order: object, headers: Record<string, string> = {}, more: Request = {}) {
  const rawBody = Buffer.from(JSON.stringify(order));
  const signature = createHmac('sha256', secrets.shopify).update(rawBody).digest('base64');
  return handle(
    { 'x-shopify-hmac-sha256': signature, 'x-shopify-topic': 'orders/create', 'x-shopify-webhook-id': 'w-1', ...headers },
    rawBody,
    more,
  );
}

describe('handleSalesHook, our own', () => {
  it('keeps a sale with its customer and calls, once', async () => {
    expect(await post(sale)).toEqual({ status: 201, body: { purchases: 1, touches: 4, dropped: 0 } });
    const before = await everything(team);
    expect(before.customers).toMatchObject([{ name: 'Kim Minji', identityKey: 'phone:+821012345678' }]);
    expect(before.purchases).toMatchObject([
      { key: 'hook:order-1', product: 'Washer', amount: '1200.5', currency: 'KRW', repId: await team.personId('U0MINA') },
    ]);
    expect(await post(sale)).toEqual({ status: 200, body: { duplicate: true } });
    expect(await everything(team)).toEqual(before);
  });

  it('gives the sale to the rep it names, else to whoever has the customer', async () => {
    await team.member('U0JANE', 'rep', { name: 'Jane Doe' });
    const jane = await team.personId('U0JANE');
    await post({ ...sale, rep: 'jane doe' });
    await post({ ...sale, id: 'order-2', product: 'Dryer' });
    const { customers, purchases } = await everything(team);
    expect(customers).toMatchObject([{ ownerId: jane }]);
    expect(purchases.map(({ repId }) => repId)).toEqual([jane, jane]);
  });

  it.each([
    ['no JSON', '{', 'bad-body'],
    ['no product', { ...sale, product: ' ' }, 'bad-body'],
    ['a day that is none', { ...sale, boughtOn: '24.11.2026' }, 'bad-body'],
    ['a mail that is none', { ...sale, customer: { name: 'Kim', email: 'kim' } }, 'bad-body'],
    ['a day to come', { ...sale, boughtOn: '2026-11-26' }, 'future-date'],
  ])('refuses %s, and says what to do', async (_, body, error) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { error, next: expect.stringMatching(/\S/) } });
    expect((await everything(team)).customers).toEqual([]);
  });

  it('names the fields that are wrong', async () => {
    const { body } = await post({ ...sale, product: '', customer: { name: '' } });
    expect(body.problems).toMatchObject([{ field: 'customer.name' }, { field: 'product' }]);
  });

  it.each([
    ['unsigned', {}, 401, 'unsigned'],
    ['signed wrongly', { 'x-aftercare-timestamp': '1795482000', 'x-aftercare-signature': 'v1=00' }, 401, 'bad-signature'],
  ])('refuses what is %s', async (_, headers, status, error) => {
    expect(await handle(headers, Buffer.from(JSON.stringify(sale)))).toMatchObject({ status, body: { error } });
    expect((await everything(team)).customers).toEqual([]);
  });

  it('refuses a request that is caught and sent again later', async () => {
    const rawBody = Buffer.from(JSON.stringify({ ...sale, id: 'late' }));
    const timestamp = String(rig.now().getTime() / 1000);
    const headers = { 'x-aftercare-timestamp': timestamp, 'x-aftercare-signature': signSale(secrets.sales, timestamp, rawBody) };
    const later = new Date(rig.now().getTime() + 301_000);
    expect(await handle(headers, rawBody, { now: later })).toMatchObject({ status: 401, body: { error: 'too-old' } });
  });

  it.each([
    ['a secret', { secrets: { sales: undefined, shopify: undefined } }, 404, 'not-set-up'],
    ['the right workspace', { workspace: '00000000-0000-7000-8000-000000000000' }, 404, 'no-workspace'],
    ['a workspace that can be one', { workspace: 'mine' }, 404, 'no-workspace'],
  ])('needs %s', async (_, more, status, error) => {
    expect(await post(sale, more)).toMatchObject({ status, body: { error } });
  });

  it('asks which workspace is meant where there are several', async () => {
    await rig.team(`T0HOOKELSE${count}`);
    expect(await post(sale, { workspace: undefined })).toMatchObject({ status: 400, body: { error: 'which-workspace' } });
  });

  it('waits for somebody to be there, and takes the same delivery then', async () => {
    await team.scope.transaction((tx) => tx.db.person.updateMany({ where: {}, data: { role: null } }));
    expect(await post(sale)).toMatchObject({ status: 409, body: { error: 'nobody-there' } });
    await team.scope.transaction((tx) => tx.db.person.updateMany({ where: {}, data: { role: 'admin' } }));
    expect(await post(sale)).toMatchObject({ status: 201 });
  });
});

describe("handleSalesHook, Shopify's", () => {
  it('keeps an order, one round of calls for all its items, each delivery once', async () => {
    expect(await postOrder(shopifyOrder())).toEqual({ status: 201, body: { purchases: 2, touches: 3, dropped: 0 } });
    const before = await everything(team);
    expect(await postOrder(shopifyOrder())).toEqual({ status: 200, body: { duplicate: true } });
    expect(await postOrder(shopifyOrder(), { 'x-shopify-webhook-id': 'w-2', 'x-shopify-topic': 'orders/paid' })).toMatchObject({
      status: 201,
      body: { purchases: 0, touches: 0 },
    });
    expect(await everything(team)).toEqual(before);
  });

  it('and the export of the same shop are the same purchases', async () => {
    await postOrder(shopifyOrder());
    const options = await optionsOf(rig, team, 'U0MINA');
    const outcome = await runImport(team.scope, sourceOf(fixtureBytes('shopify-orders.csv')), options);
    expect(outcome).toMatchObject({ purchases: 0, touches: 0, customers: { fresh: 2 } });
  });

  it('ends the calls of an order that was called off', async () => {
    await postOrder(shopifyOrder());
    const off = await postOrder(shopifyOrder({ cancelled_at: '2026-11-24T00:00:00Z' }), {
      'x-shopify-webhook-id': 'w-2',
      'x-shopify-topic': 'orders/cancelled',
    });
    expect(off).toEqual({ status: 201, body: { purchases: 0, touches: 0, dropped: 3 } });
    const { touches } = await everything(team);
    expect(touches.map(({ state, closedReason }) => [state, closedReason])).toEqual(
      [...Array(3)].map(() => ['dropped', 'cancelled']),
    );
  });

  it('refuses a wrong signature', async () => {
    const answer = await postOrder(shopifyOrder(), { 'x-shopify-hmac-sha256': Buffer.alloc(32).toString('base64') });
    expect(answer).toMatchObject({ status: 401, body: { error: 'bad-signature' } });
    expect((await everything(team)).customers).toEqual([]);
  });

  it('acknowledges what it has no use for', async () => {
    expect(await postOrder({}, { 'x-shopify-topic': 'app/uninstalled' })).toEqual({
      status: 200,
      body: { ignored: 'app/uninstalled' },
    });
    const nobody = shopifyOrder({ email: null, customer: null, billing_address: null, shipping_address: null });
    expect(await postOrder(nobody)).toEqual({ status: 200, body: { ignored: 'no-customer' } });
  });

  it('refuses an order that is none', async () => {
    expect(await postOrder({ id: 1 })).toMatchObject({ status: 400, body: { error: 'bad-body' } });
  });
});
