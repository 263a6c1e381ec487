import type { Cloud } from '../cloud.ts';
import { openModal, parseView, publishHome, pushModal, replaceModal, viewJson } from '../views.ts';
import type { StoredView } from '../workspace.ts';
import { type Args, jsonArg, type Method, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    run(cloud, args) {
      const view = parseView(jsonArg(args, 'view', 'invalid_arguments'), 'modal');
      const trigger = takeTrigger(cloud, args);
      return { view: viewJson(cloud, openModal(cloud, trigger.person, view)) };
    },
  },
  'views.push': {
    run(cloud, args) {
      const view = parseView(jsonArg(args, 'view', 'invalid_arguments'), 'modal');
      const trigger = takeTrigger(cloud, args);
      return { view: viewJson(cloud, pushModal(cloud, trigger.person, view)) };
    },
  },
  'views.update': {
    run(cloud, args) {
      const view = parseView(jsonArg(args, 'view', 'invalid_arguments'), 'modal');
      const modal = askedModal(cloud, args);
      requireHash(args, modal);
      replaceModal(cloud, modal, view);
      return { view: viewJson(cloud, modal) };
    },
  },
  'views.publish': {
    run(cloud, args) {
      const person = textArg(args, 'user_id');
      if (!cloud.workspace.people.has(person)) throw new SlackError('user_not_found');
      const view = parseView(jsonArg(args, 'view', 'invalid_arguments'), 'home');
      requireHash(args, cloud.workspace.homes.get(person));
      return { view: viewJson(cloud, publishHome(cloud, person, view)) };
    },
  },
};

function takeTrigger(cloud: Cloud, args: Args): { person: string } {
  const taken = cloud.triggers.take(textArg(args, 'trigger_id'));
  if (typeof taken === 'string') throw new SlackError(taken);
  return taken;
}

function askedModal(cloud: Cloud, args: Args): StoredView {
  const id = textArg(args, 'view_id');
  const externalId = textArg(args, 'external_id');
  if (id === '' && externalId === '') throw new SlackError('invalid_arguments');
  const modal = id === '' ? cloud.modals.byExternalId(externalId) : cloud.modals.byId.get(id);
  if (!modal) throw new SlackError('not_found');
  return modal;
}

function requireHash(args: Args, stored: StoredView | undefined): void {
  const hash = textArg(args, 'hash');
  if (hash !== '' && stored && stored.hash !== hash) throw new SlackError('hash_conflict');
}
