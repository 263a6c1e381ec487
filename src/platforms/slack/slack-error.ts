import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';

const kinds: Readonly<Record<string, PlatformErrorKind>> = {
  ratelimited: 'limited',
  rate_limited: 'limited',
  channel_not_found: 'gone',
  user_not_found: 'gone',
  users_not_found: 'gone',
  user_disabled: 'gone',
  is_archived: 'gone',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  cannot_dm_bot: 'gone',
  not_in_channel: 'gone',
  account_inactive: 'denied',
  token_revoked: 'denied',
  token_expired: 'denied',
  invalid_auth: 'denied',
  not_authed: 'denied',
  missing_scope: 'denied',
  no_permission: 'denied',
  internal_error: 'unclear',
  fatal_error: 'unclear',
  service_unavailable: 'down',
  team_added_to_org: 'down',
};

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Errors of the web client, by its own stable codes. What never left this machine is `down`; what may have arrived is `unclear`. */
export function slackError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  const code = property(error, 'code');
  if (code === 'slack_webapi_platform_error') {
    const said = String(property(property(error, 'data'), 'error') ?? 'unknown');
    return new PlatformError(kinds[said] ?? 'refused', said, { cause: error });
  }
  if (code === 'slack_webapi_rate_limited_error') {
    return new PlatformError('limited', 'ratelimited', { retryAfter: Number(property(error, 'retryAfter') ?? 30), cause: error });
  }
  if (code === 'slack_webapi_http_error')
    return new PlatformError('unclear', `http_${String(property(error, 'statusCode'))}`, { cause: error });
  const inner = String(
    property(property(error, 'original'), 'code') ?? property(property(property(error, 'original'), 'cause'), 'code') ?? '',
  );
  const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(inner);
  return new PlatformError(neverLeft ? 'down' : 'unclear', inner || 'no_answer', { cause: error });
}
