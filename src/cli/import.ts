import { accessSync, constants } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { settingsFromEnvironment } from '../config.ts';
import { type CliCommand, print, UsageError } from './command.ts';
import { type ImportAsk, importMessage, importTask } from './import-task.ts';
import { withOwner } from './with-owner.ts';

const options = {
  as: { type: 'string' },
  workspace: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

/** On a terminal the line stands still and counts; elsewhere each would be a line of its own, so it is left out. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line} `);
}

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    print('Nothing was imported: add --yes to import without being asked.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question}? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Shows what a file would do, asks, and imports it: all lines that can be taken, or nothing. */
export const importCommand: CliCommand = async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  const path = resolve(file);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  const settings = settingsFromEnvironment();
  const ask = async (step: ImportAsk['step']) => {
    const end: { brings: boolean; question: string; failed: boolean } = { brings: false, question: '', failed: false };
    await withOwner(
      settings,
      importTask,
      { path, name: basename(file), workspace: values.workspace, as: values.as, step },
      (heard) => {
        const message = importMessage.parse(heard);
        if ('line' in message) print(message.line);
        else if ('progress' in message) showProgress(message.progress);
        else if ('problem' in message) {
          process.stderr.write(`${message.problem}\n`);
          end.failed = true;
        } else Object.assign(end, message);
      },
    );
    return end;
  };
  const preview = await ask('preview');
  if (preview.failed) return 1;
  if (!preview.brings || values['dry-run']) return 0;
  if (!values.yes && !(await confirmed(preview.question))) return 1;
  return (await ask('run')).failed ? 1 : 0;
};
