import { absence } from '../features/absence/index.ts';
import { cadences } from '../features/cadences/index.ts';
import { complaints } from '../features/complaints/index.ts';
import { customers } from '../features/customers/index.ts';
import { followups } from '../features/followups/index.ts';
import { handover } from '../features/handover/index.ts';
import { home } from '../features/home/index.ts';
import { imports } from '../features/imports/index.ts';
import { joining } from '../features/joining/index.ts';
import { linking } from '../features/linking/index.ts';
import { log } from '../features/log/index.ts';
import { pace } from '../features/pace/index.ts';
import { people } from '../features/people/index.ts';
import { phrases } from '../features/phrases/index.ts';
import { promises } from '../features/promises/index.ts';
import { receipt } from '../features/receipt/index.ts';
import { remind } from '../features/remind/index.ts';
import { reminders } from '../features/reminders/index.ts';
import { review } from '../features/review/index.ts';
import { sale } from '../features/sale/index.ts';
import { settings } from '../features/settings/index.ts';
import { templates } from '../features/templates/index.ts';
import { undelivered } from '../features/undelivered/index.ts';
import type { Feature } from './feature.ts';

/** All features, in order: each knows only those before it; later ones join in through `Feature`. */
export const features: readonly Feature[] = [
  people,
  joining,
  linking,
  customers,
  followups,
  log,
  cadences,
  pace,
  sale,
  promises,
  remind,
  handover,
  imports,
  reminders,
  receipt,
  absence,
  undelivered,
  templates,
  phrases,
  complaints,
  review,
  settings,
  home,
];
