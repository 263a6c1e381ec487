import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kept = (name: string, written: string) => {
  const path = join(folder, name);
  writeFileSync(path, written);
  return path;
};

async function review(args: readonly string[], input = '') {
  const bin = fileURLToPath(new URL('../../../bin/aftercare.js', import.meta.url));
  const child = spawn(process.execPath, [bin, 'review', ...args], { env: { PATH: process.env.PATH, NO_COLOR: '1' } });
  child.stdin.end(input);
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  return { out, err, status };
}

const bad = 'That is not our department. You will hear from us.';
const complaint = kept('complaint.txt', 'The oven you sold us in May burns everything on the left side.');

test('a file is read as somebody would read it, and what hurts is the exit code', async () => {
  const { out, status } = await review([kept('draft.txt', bad), '--complaint', complaint]);
  expect(status).toBe(1);
  expect(out).toContain('⟦not our department⟧');
  expect(out).toMatch(/Not answered: .*left side/);
}, 30_000);

test('the same as JSON, from standard input', async () => {
  const { out, status } = await review(['--json'], bad);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    language: 'en',
    findings: expect.arrayContaining([expect.objectContaining({ category: 'deflect', start: 8, end: 26 })]),
  });
}, 30_000);

test('lines: one that cannot be read is named, and the others go on', async () => {
  const { out, err, status } = await review(['--jsonl'], `{"id":"a","text":"${bad}"}\nnonsense\n\n{"id":"b","text":"谢谢"}\n`);
  expect(status).toBe(2);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual(['a', 'b']);
  expect(err).toContain('Line 2: not JSON');
}, 30_000);

test.each([
  ['no draft', [], ' \n', 'There is no draft'],
  ['a file that is not there', ['/nowhere.txt'], '', '/nowhere.txt is not there'],
  ['a language that it does not know', ['--lang', 'fr'], bad, '--lang takes en, zh, ko'],
])(
  '%s',
  async (_what, args, input, said) => {
    const { err, status } = await review(args, input);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain('Usage: aftercare review');
  },
  30_000,
);
