import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Args } from '../../chat/card.ts';
import type { Inbound } from '../../chat/platform.ts';
import { parseCarried } from './form.ts';
import * as payloads from './inbound-payloads.ts';
import { nowhere, person, placeOf, teamOf } from './inbound-person.ts';

type Values = z.infer<typeof payloads.viewSubmission>['view']['state']['values'];

/** An empty field is absent: the command's schema knows what may be. */
function fieldValues(values: Values): Args {
  const args: Record<string, string> = {};
  for (const [name, inputs] of Object.entries(values)) {
    for (const input of Object.values(inputs)) {
      const value =
        input.value ?? input.selected_option?.value ?? input.selected_date ?? input.selected_time ?? input.selected_user;
      if (value !== undefined && value !== '') args[name] = value;
    }
  }
  return args;
}

export function parseForm(payload: unknown): Inbound | undefined {
  const { data } = payloads.viewSubmission.safeParse(payload);
  const carried = parseCarried(data?.view.private_metadata);
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || carried === undefined || team === undefined) return undefined;
  const { values } = data.view.state;
  // What the person sees counts: a field that was emptied does not fall back to a hidden value of the same name.
  const hidden = Object.fromEntries(Object.entries(carried.args).filter(([name]) => values[name] === undefined));
  const args = { ...hidden, ...fieldValues(values) };
  // A double click sends the same view with the same values; after an error the person sends others.
  const hash = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 16);
  return {
    platform: 'slack',
    team,
    person: person(data.user.id, data.user.team_id, team),
    place: carried.origin === undefined ? nowhere : placeOf(carried.origin.channel),
    via: 'form',
    command: carried.command,
    text: '',
    args,
    delivery: `form:${data.view.id}:${hash}`,
    ...(carried.origin === undefined ? {} : { origin: carried.origin }),
  };
}

/** The names of a submitted form's fields, for `formErrors`. */
export function fieldNames(payload: unknown): readonly string[] {
  return Object.keys(payloads.viewSubmission.safeParse(payload).data?.view.state.values ?? {});
}
