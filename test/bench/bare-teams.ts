// What stands beside the bot: botbuilder's own adapter, which says back what it heard. `bare-teams.ts CLOUD-URL`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { APP, TENANT } from '../support/teams-cloud.ts';

const [cloudUrl = ''] = process.argv.slice(2);
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: APP,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
      ToBotFromChannelOpenIdMetadataUrl: `${cloudUrl}/openid`,
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    },
    {
      isValidAppId: async (id = '') => id === APP,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        async signRequest(request) {
          request.headers.set('authorization', 'Bearer a token of ours');
          return request;
        },
      }),
    },
  ),
);

const server = createServer(async (request, response) => {
  const body = JSON.parse(await text(request));
  let answered: { readonly status: number; readonly body?: unknown } = { status: 200 };
  const asExpress = {
    status(status: number) {
      answered = { ...answered, status };
      return asExpress;
    },
    send(sent: unknown) {
      answered = { ...answered, body: sent };
      return asExpress;
    },
    header: () => asExpress,
    end: () => response.writeHead(answered.status).end(answered.body === undefined ? undefined : JSON.stringify(answered.body)),
    socket: response.socket,
  };
  await adapter.process({ body, headers: request.headers, method: request.method ?? '' }, asExpress, async (context) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () =>
  process.stderr.write(`Bare CloudAdapter on port ${(server.address() as AddressInfo).port}.\n`),
);
