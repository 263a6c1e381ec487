import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { salesHook } from '../../../src/features/sale/hook-http.ts';
import { signSale } from '../../../src/features/sale/hook-signature.ts';
import { type BotRig, openBot, type Team } from '../../support/bot.ts';
import { everything } from '../../support/seed.ts';

let rig: BotRig;
let team: Team;
const servers: Server[] = [];
const secrets = { sales: 'a secret of sixteen', shopify: undefined };

async function serve(system = rig.system): Promise<string> {
  const server = createServer(salesHook({ ...rig.services, system }, secrets));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/sales`;
}

beforeAll(async () => {
  rig = await openBot();
  team = await rig.team('T0HTTP');
  await team.member('U0MINA', 'admin');
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rig.close();
});

const sale = (id: string) => JSON.stringify({ id, customer: { name: '김민지' }, product: '세탁기', boughtOn: '2026-11-23' });

function signed(body: string): RequestInit {
  const timestamp = String(rig.now().getTime() / 1000);
  return {
    method: 'POST',
    body,
    headers: {
      'x-aftercare-timestamp': timestamp,
      'x-aftercare-signature': signSale(secrets.sales, timestamp, Buffer.from(body)),
    },
  };
}

describe('salesHook', () => {
  it('takes a sale over the wire and answers in JSON', async () => {
    const answer = await fetch(await serve(), signed(sale('a')));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ purchases: 1 });
    expect((await everything(team)).purchases).toMatchObject([{ product: '세탁기' }]);
  });

  it.each([
    ['a GET', { method: 'GET' }, '', 405, 'method'],
    ['another path', { method: 'POST', body: '{}' }, '/else', 404, 'not-found'],
    ['more than a megabyte', { method: 'POST', body: 'x'.repeat(1_000_001) }, '', 413, 'too-large'],
    ['no signature', { method: 'POST', body: sale('b') }, '', 401, 'unsigned'],
  ])('refuses %s', async (_, request, path, status, error) => {
    const answer = await fetch(`${await serve()}${path}`, request);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error, next: expect.stringMatching(/\S/) });
  });

  it('asks for the same again when the store fails', async () => {
    const down = {
      ...rig.system,
      scope: () => Object.assign({ ...team.scope }, { transaction: () => Promise.reject(new Error('no connection')) }),
    };
    const answer = await fetch(await serve(down), signed(sale('c')));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.json()).toMatchObject({ error: 'not-saved', reference: expect.stringMatching(/^[0-9a-f]{6}$/) });
    expect((await fetch(await serve(), signed(sale('c')))).status).toBe(201);
  });
});
