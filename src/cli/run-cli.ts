import { parseArgs } from 'node:util';
import { settingsFromEnvironment } from '../config.ts';
import { startupAdvice } from '../startup-advice.ts';
import { type CliCommand, print, UsageError } from './command.ts';

export interface CliEntry {
  readonly usage: string;
  readonly about: string;
  load(): Promise<CliCommand>;
}
export type CliTable = Readonly<Record<string, CliEntry>>;

const help = (table: CliTable): string => {
  const rows = Object.entries(table).map(
    ([name, { usage, about }]) => [`  aftercare ${[name, usage].filter(Boolean).join(' ')}`, about] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    'Usage: aftercare [command]. Without one: start.',
    '',
    ...rows.map(([left, about]) => `${left.padEnd(width)}${about}`),
  ].join('\n');
};

/** Runs the command that the arguments name; gives the exit code. What went wrong becomes a line with the next step. */
export async function runCli([name = 'start', ...args]: readonly string[], table: CliTable): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    print(help(table));
    return 0;
  }
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!entry) {
    process.stderr.write(`There is no command “${name}”.\n\n${help(table)}\n`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command(args);
  } catch (error) {
    if (isUsage(error)) {
      process.stderr.write(`${error.message}\nUsage: aftercare ${[name, entry.usage].filter(Boolean).join(' ')}\n`);
      return 2;
    }
    process.stderr.write(
      `${adviceFor(error) ?? `aftercare ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`}\n`,
    );
    return 1;
  }
}

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

function adviceFor(error: unknown): string | undefined {
  let at = { port: 3000, dataFolder: 'data' };
  try {
    at = settingsFromEnvironment();
  } catch {
    // The settings are what is wrong, or do not matter for this.
  }
  return startupAdvice(error, at);
}

/** The arguments of a command that takes none. */
export function noArguments(args: readonly string[]): void {
  parseArgs({ args: [...args], options: {} });
}
