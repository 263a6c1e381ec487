/** One thing that `aftercare …` does; gives the exit code. */
export type CliCommand = (args: readonly string[]) => Promise<number>;

/** What is wrong with how a command was called, with the next step; the exit code is then 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
