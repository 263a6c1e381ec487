import { readFileSync } from 'node:fs';
import type { ImportOptions, OpenSource } from '../../../src/features/imports/read-file.ts';
import { type BotRig, seoul, type Team } from '../../support/bot.ts';

export const fixtureBytes = (name: string): Buffer => readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url));

export function sourceOf(bytes: Uint8Array | string): OpenSource {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return async function* () {
    yield whole;
  };
}

/** A sheet of ours. */
export const sheet = (...rows: readonly string[]): string =>
  `customer,company,phone,email,product,bought on,rep\n${rows.join('\n')}\n`;

/** As whoever has this account would import. */
export async function optionsOf(rig: BotRig, team: Team, account: string): Promise<ImportOptions> {
  const personId = await team.personId(account);
  return { now: rig.now(), zone: seoul, country: 'KR', personId, purchaseWord: 'Purchase', newId: rig.newId };
}
