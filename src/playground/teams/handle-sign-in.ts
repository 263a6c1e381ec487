import type { IncomingMessage, ServerResponse } from 'node:http';
import { formFields, readBody, sendJson } from '../slack/http-body.ts';
import type { TeamsCloud } from './cloud.ts';

/** `POST token`: what a bot's own id and secret are worth, as Microsoft's token endpoint answers. */
export async function handleToken(cloud: TeamsCloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { grant_type, client_id, client_secret, scope } = formFields((await readBody(request, 10_000)).toString('utf8'));
  const refuse = (error: string, description: string, status = 400) =>
    sendJson(response, status, { error, error_description: description });
  if (request.method !== 'POST' || grant_type !== 'client_credentials')
    return refuse('unsupported_grant_type', 'Only client_credentials is known here.');
  const { app } = cloud.tenant;
  if (client_id !== app.id) return refuse('unauthorized_client', 'There is no application with this id in the directory.');
  if (client_secret !== app.secret) return refuse('invalid_client', 'The client secret is not the right one.', 401);
  if (scope !== `${cloud.tokens.issuer}/.default`) return refuse('invalid_scope', 'The scope is not the Bot Connector’s.');
  sendJson(response, 200, cloud.tokens.ofBot(app.id));
}

/** What a bot needs to check our signatures: the OpenID configuration, and the keys it leads to. */
export const openIdConfiguration = (cloud: TeamsCloud, keysUrl: string) => ({
  issuer: cloud.tokens.issuer,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: keysUrl,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});
