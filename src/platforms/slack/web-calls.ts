import type { webApi } from '@slack/bolt';
import { PlatformError, type Profile } from '../../chat/platform.ts';
import type { Said, SlackCalls } from './calls.ts';
import { slackError } from './slack-error.ts';

type Client = webApi.WebClient;
/** The event type of our messages' metadata; its payload holds the key. */
const metadataType = 'aftercare_message';

interface SlackUser {
  readonly id?: string;
  readonly name?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_stranger?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly team_id?: string;
  readonly tz?: string;
  readonly locale?: string;
  readonly real_name?: string;
  readonly profile?: { readonly real_name?: string; readonly display_name?: string; readonly email?: string };
}

export function profileOf(id: string, team: string, user: SlackUser): Profile {
  const guest = user.is_restricted === true || user.is_ultra_restricted === true;
  const stranger = user.is_stranger === true || (user.team_id !== undefined && user.team_id !== team);
  const kind = user.deleted ? 'gone' : user.is_bot ? 'bot' : stranger ? 'stranger' : guest ? 'guest' : 'member';
  const name = [user.profile?.real_name, user.real_name, user.profile?.display_name, user.name].find(
    (part) => part !== undefined && part.trim() !== '',
  );
  return {
    id,
    name: name ?? id,
    ...(user.profile?.email === undefined ? {} : { email: user.profile.email }),
    ...(user.tz === undefined ? {} : { zone: user.tz }),
    ...(user.locale === undefined ? {} : { locale: user.locale }),
    admin: user.is_admin === true || user.is_owner === true,
    kind,
  };
}

/** Slack's Web API, a client for each team; every failure becomes a `PlatformError`. */
export function webCalls(clientFor: (team: string) => Promise<{ readonly client: Client; readonly token: string }>): SlackCalls {
  const call = async <T>(team: string, ask: (client: Client) => Promise<T>): Promise<T> => {
    try {
      return await ask((await clientFor(team)).client);
    } catch (error) {
      throw slackError(error);
    }
  };
  const fetchOk = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
      if (!response.ok)
        throw new PlatformError(
          response.status === 404 || response.status === 410 ? 'gone' : 'refused',
          `http_${response.status}`,
        );
      return response;
    } catch (error) {
      throw slackError(error);
    }
  };

  return {
    post: (team, channel, said, key) =>
      call(team, async (client) => {
        const sent = await client.chat.postMessage({
          channel,
          ...said,
          unfurl_links: false,
          unfurl_media: false,
          ...(key === undefined ? {} : { metadata: { event_type: metadataType, event_payload: { key } } }),
        });
        return { channel: sent.channel ?? channel, message: sent.ts ?? '' };
      }),
    postEphemeral: (team, channel, user, said) =>
      call(team, async (client) => void (await client.chat.postEphemeral({ channel, user, ...said }))),
    update: (team, channel, ts, said) => call(team, async (client) => void (await client.chat.update({ channel, ts, ...said }))),
    openView: (team, trigger_id, view) =>
      call(team, async (client) => (await client.views.open({ trigger_id, view })).view?.id ?? ''),
    updateView: (team, which, view) =>
      call(
        team,
        async (client) =>
          void (await client.views.update({
            ...('id' in which ? { view_id: which.id } : { external_id: which.externalId }),
            view,
          })),
      ),
    publishHome: (team, user_id, view) => call(team, async (client) => void (await client.views.publish({ user_id, view }))),
    profile: (team, person) =>
      call(team, async (client) => {
        const { user } = await client.users.info({ user: person, include_locale: true });
        return profileOf(person, team, user ?? {});
      }),
    async download(team, url) {
      const { token } = await clientFor(team);
      const response = await fetchOk(url, { headers: { authorization: `Bearer ${token}` } });
      // Without the right scope Slack answers with its sign-in page instead of the file.
      if (response.headers.get('content-type')?.startsWith('text/html')) throw new PlatformError('denied', 'file_not_readable');
      return new Uint8Array(await response.arrayBuffer());
    },
    findSent: (team, where, key, since) =>
      call(team, async (client) => {
        // A person's own conversation is written to by the person's id, but read by its own.
        const channel = /^[UW]/.test(where) ? ((await client.conversations.open({ users: where })).channel?.id ?? where) : where;
        let cursor: string | undefined;
        do {
          const page = await client.conversations.history({
            channel,
            oldest: String(since.getTime() / 1000),
            limit: 200,
            include_all_metadata: true,
            ...(cursor === undefined ? {} : { cursor }),
          });
          const hit = page.messages?.find(
            (message) =>
              message.metadata?.event_type === metadataType && Reflect.get(message.metadata.event_payload ?? {}, 'key') === key,
          );
          if (hit?.ts) return { channel, message: hit.ts };
          cursor = page.response_metadata?.next_cursor || undefined;
        } while (cursor);
        return undefined;
      }),
    async respond(url, said: Said, { replace, visible }) {
      await fetchOk(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...said, replace_original: replace, response_type: visible ? 'in_channel' : 'ephemeral' }),
      });
    },
  };
}
