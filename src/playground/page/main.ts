import type { Desk } from '../protocol.ts';
import { createApi, Refusal } from './api.ts';
import { startChannelView } from './channel-view.ts';
import { startClockBar } from './clock-bar.ts';
import { startComposer } from './composer.ts';
import { followEvents } from './desk-events.ts';
import { startDeskSwitch } from './desk-switch.ts';
import { part } from './dom.ts';
import { startDrawer } from './drawer.ts';
import { startDropzone } from './dropzone.ts';
import { startMessageList } from './message-list.ts';
import { createModals } from './modal.ts';
import { createPage } from './page.ts';
import { startRail } from './rail.ts';
import { startSidebar } from './sidebar.ts';
import { fontsOfAsia, startPage } from './start-page.ts';
import { botChannel, channelOf, createState } from './state.ts';
import { startThreadPane } from './thread-pane.ts';
import { startTour } from './tour.ts';
import { tourSteps } from './tour-steps.ts';

const query = new URLSearchParams(location.search);

async function start(): Promise<void> {
  const [desk] = await Promise.all([firstDesk(), fontsOfAsia()]);
  const state = createState(desk, query.get('channel') ?? '');
  if (!channelOf(state)) state.channel = (botChannel(state) ?? desk.channels[0])?.id ?? '';
  const address = new URL(location.href);
  address.searchParams.set('as', desk.me.id);
  history.replaceState(null, '', address);

  const page = createPage(createApi(desk.me.id), state);
  const label = () => {
    const channel = channelOf(state);
    return `Message ${channel?.kind === 'channel' ? '#' : ''}${channel?.name ?? ''}`;
  };
  const composer = startComposer(page, part('composer'), { label });
  startRail(page);
  startSidebar(page, composer);
  startChannelView(page, composer);
  startMessageList(page);
  startThreadPane(page);
  startClockBar(page);
  startDrawer();
  startDropzone(composer);
  startTour({ ...desk, key: 'playground.tour', steps: tourSteps(page, composer.write), onDeed: page.onDeed });
  startDeskSwitch(desk.me.id);
  state.on('connection', () => {
    part('connection').hidden = state.connected;
  });
  document.addEventListener('visibilitychange', () => page.markRead());
  followEvents(page, createModals(page));
  part('app').hidden = false;
  part('starting').hidden = true;
  composer.focus();
}

/** An address that names nobody, or somebody who is not in the cast, still opens the workspace. */
async function firstDesk(): Promise<Desk> {
  const first = document.body.dataset.firstPerson ?? '';
  try {
    return await createApi(query.get('as') || first).desk();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'user_not_found') return createApi(first).desk();
    throw error;
  }
}

startPage(start, 'Opening the workspace');
