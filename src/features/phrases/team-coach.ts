import { type Coach, createCoach } from '../../coach/create-coach.ts';
import type { Reads } from '../../store/index.ts';
import { listTemplates } from '../templates/index.ts';
import type { Phrase } from './phrase.ts';
import { coachVersion, demotedRules, listPhrases } from './store.ts';

/** A coach with its own words holds some megabytes. */
const keptCoaches = 30;

const opened = new Map<string, { readonly version: string; readonly coach: Coach }>();
let plain: Coach | undefined;

/** Opening one takes half a second, so teams without words of their own share it. */
function plainCoach(): Coach {
  plain ??= createCoach();
  return plain;
}

/** A team's words as the coach takes them. */
export function coachWords(phrases: readonly Phrase[]) {
  return {
    allowed: phrases.flatMap((phrase) => (phrase.kind === 'allowed' ? [{ text: phrase.text, reason: phrase.why }] : [])),
    phrases: phrases.flatMap((phrase) => (phrase.kind === 'allowed' ? [] : [phrase])),
  };
}

async function openTeamCoach(data: Reads): Promise<Coach> {
  const { phrases, allowed } = coachWords(await listPhrases(data));
  const demoted = await demotedRules(data);
  const templates = await listTemplates(data);
  const own = phrases.length + allowed.length + demoted.length + templates.length;
  return own === 0 ? plainCoach() : createCoach({ phrases, allowed, demoted, templates });
}

/** The coach of this team, opened again only where its phrases or its rules changed since, on whichever copy. */
export async function teamCoach(data: Reads): Promise<Coach> {
  const version = await coachVersion(data);
  if (version === '') return plainCoach();
  const kept = opened.get(data.workspaceId);
  opened.delete(data.workspaceId);
  const coach = kept?.version === version ? kept.coach : await openTeamCoach(data);
  // The one used last stands last, so that the first is the one to go.
  opened.set(data.workspaceId, { version, coach });
  for (const first of opened.keys()) if (opened.size > keptCoaches) opened.delete(first);
  return coach;
}
