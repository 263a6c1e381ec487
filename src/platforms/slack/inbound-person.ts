import type { Inbound } from '../../chat/platform.ts';

type Person = Inbound['person'];
type Place = Inbound['place'];

export function placeOf(channel: string): Place {
  return { id: channel, kind: channel.startsWith('D') ? 'direct' : 'channel' };
}

export const nowhere: Place = { id: '', kind: 'none' };

export function person(id: string, own: string | undefined, team: string): Person {
  return own === undefined || own === team ? { id } : { id, team: own };
}

/** An organisation-wide installation names the team at the person only. */
export function teamOf(payload: {
  team?: { id: string } | undefined;
  user: { team_id?: string | undefined };
  view?: { app_installed_team_id?: string | undefined } | undefined;
}): string | undefined {
  return payload.view?.app_installed_team_id ?? payload.team?.id ?? payload.user.team_id;
}
