import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callControl, controlPath, startControl } from '../src/control.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftercare-control-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const echo = { echo: async (ask: unknown, say: (message: object) => void) => [1, 2].forEach((n) => void say({ n, ask })) };
const call = async (task: string) => {
  const heard: unknown[] = [];
  const there = await callControl(folder, task, { a: 'ü\n' }, (message) => heard.push(message));
  return { there, heard };
};

describe('the command line speaks to the running bot', () => {
  test('each message arrives', async () => {
    const control = await startControl(folder, echo);
    expect(await call('echo')).toEqual({ there: true, heard: [1, 2].map((n) => ({ n, ask: { a: 'ü\n' } })) });
    await control.stop();
    expect(await call('echo')).toEqual({ there: false, heard: [] });
  });

  test('only its own user may', async () => {
    const control = await startControl(folder, echo);
    expect(statSync(controlPath(folder)).mode & 0o777).toBe(0o600);
    await control.stop();
  });

  test('what a killed process left behind is in nobody’s way', async () => {
    writeFileSync(controlPath(folder), '');
    const control = await startControl(folder, echo);
    expect((await call('echo')).there).toBe(true);
    await control.stop();
  });

  test('a folder whose path is too long for a socket', async () => {
    folder = join(folder, 'long'.repeat(30));
    expect(controlPath(folder).length).toBeLessThan(100);
    const control = await startControl(folder, echo);
    expect((await call('echo')).there).toBe(true);
    await control.stop();
  });

  test.each([
    ['fails', { fails: async () => Promise.reject(new Error('x')) }],
    ['unknown', echo],
  ])('a task that %s is an error, not an empty answer', async (task, tasks) => {
    const control = await startControl(folder, tasks);
    await expect(call(task)).rejects.toThrow();
    await control.stop();
  });
});
