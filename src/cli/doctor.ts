import { type Settings, SettingsError, settingsFromEnvironment } from '../config.ts';
import { startupAdvice } from '../startup-advice.ts';
import { type CliCommand, print } from './command.ts';
import { checkModel } from './doctor/check-model.ts';
import { checkPublicUrl } from './doctor/check-public-url.ts';
import { checkSlack } from './doctor/check-slack.ts';
import { checkStore } from './doctor/check-store.ts';
import { checkTeams } from './doctor/check-teams.ts';
import type { Finding } from './doctor/finding.ts';
import { noArguments } from './run-cli.ts';

function checkSettings(): { readonly settings?: Settings; readonly findings: readonly Finding[] } {
  try {
    return { settings: settingsFromEnvironment(), findings: [{ ok: true, text: 'Settings: complete.' }] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { findings: error.problems.map((text) => ({ ok: false, text })) };
  }
}

/** A check that could not be made is a finding too. */
async function made(
  settings: Settings,
  what: string,
  check: (settings: Settings) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check(settings);
  } catch (error) {
    return [
      {
        ok: false,
        text: `${what}: ${startupAdvice(error, settings) ?? (error instanceof Error ? error.message : String(error))}`,
      },
    ];
  }
}

/** Looks at everything that has to be right, with real calls; exit code 1 where something is missing. */
export const doctorCommand: CliCommand = async (args) => {
  noArguments(args);
  const { settings, findings } = checkSettings();
  const all = [...findings];
  if (settings) {
    all.push(...(await made(settings, 'Database', checkStore)));
    all.push(...(await made(settings, 'Slack', checkSlack)));
    all.push(...(await made(settings, 'Teams', checkTeams)));
    all.push(...(await made(settings, 'PUBLIC_URL', checkPublicUrl)));
    all.push(...(await made(settings, 'Language model', checkModel)));
  }
  for (const { ok, text } of all) print(`${ok ? '✓' : '✗'} ${text}`);
  return all.every(({ ok }) => ok) ? 0 : 1;
};
