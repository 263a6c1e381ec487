import type { Cloud } from '../cloud.ts';
import { personAt } from '../people.ts';
import { deskView, viewJson } from '../views.ts';
import { sendEvent } from './events.ts';

/** The Home tab was opened: what was published last is shown at once, and the bot may publish anew. */
export function openHome(cloud: Cloud, as: string): Promise<void> {
  const person = personAt(cloud, as);
  const home = cloud.workspace.homes.get(as);
  if (home) cloud.desks.tell(as, { kind: 'home', view: deskView(home) });
  return sendEvent(cloud, 'app_home_opened', {
    type: 'app_home_opened',
    user: as,
    channel: person.direct,
    tab: 'home',
    event_ts: cloud.stamps.next(),
    ...(home && { view: viewJson(cloud, home) }),
  });
}
