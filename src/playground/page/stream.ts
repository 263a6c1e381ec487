import type { Topics } from './topics.ts';

const retryAfter = 1000;

interface Followed extends Topics<'connection'> {
  connected: boolean;
}

/**
 * Follows a stream of events for good. After a break everything shown is fetched again (`opened`), since what happened meanwhile
 * is not repeated. Opening the stream first and fetching after it leaves no gap in which a message could be missed.
 */
export function followStream(
  address: string,
  state: Followed,
  follower: { readonly opened: () => Promise<void>; readonly heard: (data: string) => void },
): void {
  const stream = new EventSource(address);
  stream.onopen = async () => {
    state.connected = true;
    state.tell('connection');
    await follower.opened();
  };
  stream.onmessage = (event) => follower.heard(event.data);
  stream.onerror = () => {
    stream.close();
    state.connected = false;
    state.tell('connection');
    setTimeout(() => followStream(address, state, follower), retryAfter);
  };
}
