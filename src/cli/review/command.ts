import { accessSync, constants, createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Coach, createCoach } from '../../coach/create-coach.ts';
import { type LanguageCode, languageCodes } from '../../languages/index.ts';
import { type CliCommand, print, UsageError } from '../command.ts';
import { paintFor, readableReview } from './readable.ts';
import { reviewLine } from './review-line.ts';

const options = {
  lang: { type: 'string' },
  complaint: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
} as const;

function languageOf(written: string | undefined): LanguageCode | undefined {
  const language = languageCodes.find((code) => code === written);
  if (written !== undefined && !language) throw new UsageError(`--lang takes ${languageCodes.join(', ')}.`);
  return language;
}

function readable(file: string | undefined): void {
  try {
    if (file !== undefined) accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`${file} is not there, or cannot be read.`);
  }
}

/** Without a file it is standard input that is read. */
async function* linesOf(file: string | undefined): AsyncIterable<string> {
  yield* createInterface({
    input: file === undefined ? process.stdin : createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
}

/** Waits where whoever reads is slower, so that a long file does not pile up in memory. */
const put = (line: string): Promise<void> =>
  new Promise((resolve) => (process.stdout.write(`${line}\n`) ? resolve() : process.stdout.once('drain', () => resolve())));

/** One line of JSON in, one out; a line that cannot be read is named and the others go on. */
async function reviewLines(coach: Coach, file: string | undefined): Promise<number> {
  let wrong = 0;
  let number = 0;
  for await (const written of linesOf(file)) {
    number += 1;
    const said = reviewLine(coach, written);
    if (said === undefined) continue;
    if ('error' in said) {
      wrong += 1;
      process.stderr.write(`Line ${number}: ${said.error}\n`);
    } else await put(JSON.stringify(said));
  }
  return wrong === 0 ? 0 : 2;
}

/** Can this be sent? Exit code 0: nothing in it hurts; 1: something does; 2: it could not be read. */
export const reviewCommand: CliCommand = async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('Name one file, or none to read standard input.');
  if (values.json && values.jsonl) throw new UsageError('Either --json or --jsonl.');
  const language = languageOf(values.lang);
  for (const named of [file, values.complaint]) readable(named);
  const coach = createCoach();
  if (values.jsonl) return reviewLines(coach, file);
  const draft = file === undefined ? await text(process.stdin) : readFileSync(file, 'utf8');
  if (draft.trim() === '') throw new UsageError('There is no draft in it.');
  const complaint = values.complaint === undefined ? undefined : readFileSync(values.complaint, 'utf8');
  const review = coach.review(draft, { ...(language && { language }), ...(complaint !== undefined && { complaint }) });
  print(values.json ? JSON.stringify(review, null, 2) : readableReview(draft, review, paintFor(process.stdout)));
  return review.findings.some(({ level }) => level === 'problem') ? 1 : 0;
};
