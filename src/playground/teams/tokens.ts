import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { realNow } from '../slack/real-time.ts';

/** Who signs what bots are sent, and whom their own tokens are for: Microsoft's own names. */
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'playground';
/** Seconds. */
const LIFETIME = 3_600;

export interface Tokens {
  readonly issuer: string;
  /** What the OpenID configuration's `jwks_uri` leads to. */
  keys(): object;
  /** For a request to the bot. */
  forBot(app: string, serviceUrl: string): string;
  /** For the bot's own requests to the connector, as the token endpoint gives it. */
  ofBot(app: string): { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number };
  /** Whether it is a token of that bot, made by us, for the connector, and still good. */
  isOfBot(token: string, app: string): boolean;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsSchema = z.object({ iss: z.literal(ISSUER), aud: z.literal(ISSUER), appid: z.string(), exp: z.number() });

/** Real tokens, signed with a key of our own that lives as long as the program. The key is made at the first use: it takes a while. */
export function createTokens(now: () => number = realNow): Tokens {
  let made: ReturnType<typeof generateKeyPairSync> | undefined;
  const pair = () => {
    made ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return made;
  };
  const sign = (claims: object) => {
    const at = Math.floor(now() / 1000);
    const payload = { iss: ISSUER, nbf: at - 60, iat: at, exp: at + LIFETIME, ...claims };
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(payload)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(pair().privateKey, 'base64url')}`;
  };
  return {
    issuer: ISSUER,
    keys: () => ({
      keys: [{ ...pair().publicKey.export({ format: 'jwk' }), use: 'sig', kid: KEY_ID, alg: 'RS256', endorsements: ['msteams'] }],
    }),
    forBot: (app, serviceUrl) => sign({ aud: app, serviceurl: serviceUrl }),
    ofBot: (app) => ({ access_token: sign({ aud: ISSUER, appid: app }), token_type: 'Bearer', expires_in: LIFETIME }),
    isOfBot(token, app) {
      const [head = '', body = '', signature = ''] = token.split('.');
      const good = createVerify('RSA-SHA256').update(`${head}.${body}`).verify(pair().publicKey, signature, 'base64url');
      if (!good) return false;
      const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
      return claims !== undefined && claims.appid === app && claims.exp * 1000 > now();
    },
  };
}
