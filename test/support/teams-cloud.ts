import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsOptions } from '../../src/platforms/teams/transport.ts';

export const APP = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const HANNAH = { id: '29:hannah', name: 'Hannah Brooks', aadObjectId: '8d3b4f0a-1234-4c56-9abc-0123456789ab' };

export interface Posted {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
}

export interface TeamsCloud {
  readonly url: string;
  readonly cloud: NonNullable<TeamsOptions['cloud']>;
  /** What the bot asked of the connector, in order. */
  readonly posted: Posted[];
  /** The next answers to it, instead of a good one. */
  readonly answers: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }[];
  readonly members: Map<string, Record<string, unknown>>;
  token(claims?: Record<string, unknown>, key?: KeyObject): string;
  stop(): Promise<void>;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Microsoft's side, on this machine: who signs, which keys are good, and the Bot Connector. */
export async function startTeamsCloud(): Promise<TeamsCloud> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const posted: Posted[] = [];
  const answers: TeamsCloud['answers'] = [];
  const members: TeamsCloud['members'] = new Map();
  let count = 0;

  const readBody = async (request: IncomingMessage) => {
    const parts: Buffer[] = [];
    for await (const one of request) parts.push(one);
    const text = Buffer.concat(parts).toString('utf8');
    return text === '' ? {} : JSON.parse(text);
  };

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (path === '/openid')
      return send(200, {
        issuer: 'https://api.botframework.com',
        jwks_uri: `${url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (path === '/keys')
      return send(200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: 'k1', alg: 'RS256', endorsements: ['msteams'] }],
      });
    const body = await readBody(request);
    posted.push({ method: request.method ?? '', path, body, authorization: request.headers.authorization });
    const answer = answers.shift();
    if (answer) return send(answer.status, answer.body ?? { error: { code: 'Odd' } }, answer.headers);
    count += 1;
    const member = /\/members\/([^/]+)$/.exec(path)?.[1];
    if (request.method === 'GET' && member !== undefined) {
      const known = members.get(decodeURIComponent(member));
      return known ? send(200, known) : send(404, { error: { code: 'MemberNotFoundInConversation' } });
    }
    return send(201, { id: path === '/v3/conversations' ? 'a:opened' : `m${count}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const token = (claims: Record<string, unknown> = {}, key = privateKey) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: 'https://api.botframework.com', aud: APP, serviceurl: url, nbf: now - 60, exp: now + 600, ...claims };
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(payload)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  };

  return {
    url,
    posted,
    answers,
    members,
    token,
    cloud: {
      openIdMetadata: `${url}/openid`,
      issuer: 'https://api.botframework.com',
      token: async () => 'a token of ours',
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
