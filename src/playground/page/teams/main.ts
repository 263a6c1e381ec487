import type { TeamsDesk } from '../../teams/protocol.ts';
import { Refusal } from '../api.ts';
import { startClockBar } from '../clock-bar.ts';
import { startDeskSwitch } from '../desk-switch.ts';
import { part } from '../dom.ts';
import { startDrawer } from '../drawer.ts';
import { startDropzone } from '../dropzone.ts';
import { startRail } from '../rail.ts';
import { fontsOfAsia, startPage } from '../start-page.ts';
import { startTour } from '../tour.ts';
import { createTeamsApi } from './api.ts';
import { nameIn } from './card-host.ts';
import { startTeamsComposer } from './composer.ts';
import { followTeams } from './desk-events.ts';
import { createDialogs } from './dialog.ts';
import { createTeamsPage } from './page.ts';
import { startPlaceList } from './place-list.ts';
import { startPlaceView } from './place-view.ts';
import { startPostList } from './post-list.ts';
import { botPlace, createTeamsState, placeOf } from './state.ts';
import { teamsTourSteps } from './tour-steps.ts';

const query = new URLSearchParams(location.search);

async function start(): Promise<void> {
  const [desk] = await Promise.all([firstDesk(), fontsOfAsia()]);
  const state = createTeamsState(desk, query.get('place') ?? '');
  if (!placeOf(state)) state.place = (botPlace(state) ?? desk.places[0])?.id ?? '';
  const address = new URL(location.href);
  address.searchParams.set('as', desk.me.id);
  history.replaceState(null, '', address);

  const api = createTeamsApi(desk.me.id);
  const dialogs = createDialogs({
    nameOf: (id) => nameIn(state, id),
    search: (dataset, typed) => api.search(state.place, dataset, typed),
  });
  const page = createTeamsPage(api, state, dialogs);
  const composer = startTeamsComposer(page, part('composer'));
  startRail(page);
  startPlaceList(page, composer);
  startPlaceView(page);
  startPostList(page);
  startClockBar(page);
  startDrawer();
  startDropzone(composer);
  startTour({ ...desk, key: 'playground.tour.teams', steps: teamsTourSteps(page, composer.write), onDeed: page.onDeed });
  startDeskSwitch(desk.me.id);
  state.on('connection', () => {
    part('connection').hidden = state.connected;
  });
  document.addEventListener('visibilitychange', () => page.markRead());
  followTeams(page);
  part('app').hidden = false;
  part('starting').hidden = true;
  composer.focus();
}

/** An address that names nobody, or somebody who is not in the cast, still opens the desk. */
async function firstDesk(): Promise<TeamsDesk> {
  const first = document.body.dataset.firstPerson ?? '';
  try {
    return await createTeamsApi(query.get('as') || first).desk();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'user_not_found') return createTeamsApi(first).desk();
    throw error;
  }
}

startPage(start, 'Opening Teams');
