import type { TeamsCloud } from '../support/teams-cloud.ts';
import { APP, TENANT } from '../support/teams-cloud.ts';

/** The directory's id of a made-up rep, counted from 1. */
export const directoryId = (rep: number): string => `00000000-0000-4000-8000-${String(rep).padStart(12, '0')}`;

/** Whole HTTP requests with a token as Teams sends them: `followups` of one rep after the other. */
export function signedActivities(cloud: TeamsCloud, count: number, reps: number, port: number): readonly Buffer[] {
  const token = cloud.token();
  return Array.from({ length: count }, (_, i) => {
    const rep = (i % reps) + 1;
    const body = JSON.stringify({
      type: 'message',
      id: `${Date.now()}${i}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: cloud.url,
      from: { id: `29:rep${rep}`, name: `Rep ${rep}`, aadObjectId: directoryId(rep) },
      recipient: { id: `28:${APP}`, name: 'Aftercare' },
      conversation: { id: `a:rep${rep}`, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      text: 'followups',
      locale: 'en-US',
    });
    const head = [
      'POST /teams/messages HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Authorization: Bearer ${token}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
