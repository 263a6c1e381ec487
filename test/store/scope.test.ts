import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scope, WORKSPACE } from '../../src/store/index.ts';
import { scopeArgs } from '../../src/store/scope.ts';
import { addPerson } from '../support/fake-feature.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
let ours: Scope;
let theirs: Scope;
let theirPerson = '';
beforeAll(async () => {
  opened = await openTestStore();
  ours = await opened.workspace('ours');
  theirs = await opened.workspace('theirs');
  const found = await addPerson(opened, theirs, 'rep', 'Theirs');
  theirPerson = found.person.id;
  await theirs.db.repName.create({ data: { workspaceId: theirs.workspaceId, name: 'Kim' } });
});
afterAll(() => opened.close());

/** What is theirs after whatever we tried. */
const untouched = async () => {
  expect(await theirs.db.repName.findMany()).toEqual([{ workspaceId: theirs.workspaceId, name: 'Kim', personId: null }]);
  expect(await theirs.db.person.findFirst()).toMatchObject({ name: 'Theirs' });
  expect(await ours.db.person.count()).toBe(0);
};

describe('another workspace cannot be named', () => {
  const where = () => ({ workspaceId: theirs.workspaceId });
  const key = () => ({ workspaceId_name: { workspaceId: theirs.workspaceId, name: 'Kim' } });
  const reads: readonly [operation: string, run: () => Promise<unknown>, empty: unknown][] = [
    ['findMany', () => ours.db.repName.findMany({ where: where() }), []],
    ['findFirst', () => ours.db.repName.findFirst({ where: where() }), null],
    ['findUnique', () => ours.db.repName.findUnique({ where: key() }), null],
    ['count', () => ours.db.repName.count({ where: where() }), 0],
    ['groupBy', () => ours.db.repName.groupBy({ by: ['name'], where: where() }), []],
    ['workspace.findMany', async () => (await ours.db.workspace.findMany()).map(({ name }) => name), ['ours']],
  ];
  test.each(reads)('%s', async (_operation, run, empty) => expect(await run()).toEqual(empty));

  const writes: readonly [operation: string, run: () => Promise<unknown>][] = [
    ['updateMany', () => ours.db.repName.updateMany({ where: where(), data: { name: 'changed' } })],
    ['update', () => ours.db.repName.update({ where: key(), data: { name: 'changed' } })],
    ['deleteMany', () => ours.db.repName.deleteMany({ where: where() })],
    ['delete', () => ours.db.repName.delete({ where: key() })],
    [
      'upsert',
      () =>
        ours.db.repName.upsert({
          where: key(),
          create: { ...where(), name: 'Kim', personId: theirPerson },
          update: { name: 'changed' },
        }),
    ],
    ['person.updateMany', () => ours.db.person.updateMany({ where: { id: theirPerson }, data: { name: 'changed' } })],
  ];
  test.each(writes)('%s', async (_operation, run) => {
    await run().catch(() => {});
    await untouched();
  });

  test('what is created lands with us, whatever it says', async () => {
    await ours.db.repName.create({ data: { ...where(), name: 'new' } });
    await ours.db.repName.createMany({ data: [{ ...where(), name: 'many' }] });
    expect(await ours.db.repName.count({ where: { name: { in: ['many', 'new'] } } })).toBe(2);
    await untouched();
  });

  test('a row of ours cannot point at a person of theirs', async () => {
    await expect(
      ours.db.repName
        .create({ data: { workspaceId: ours.workspaceId, name: 'x', personId: theirPerson } })
        .then(
          () =>
            ours.rows`SELECT r."name" FROM "RepName" r JOIN "Person" p ON p."workspaceId" = r."workspaceId" AND p."id" = r."personId" WHERE r."workspaceId" = ${WORKSPACE}`,
        ),
    ).resolves.toEqual([]);
  });
});

describe('hand-written queries', () => {
  test('one without its workspace is refused before it is sent', () => {
    expect(() => ours.rows`SELECT * FROM "RepName"`).toThrow(/without its workspace/);
  });

  test('also in a transaction, which then changes nothing', async () => {
    await expect(ours.transaction((tx) => tx.execute`DELETE FROM "RepName"`)).rejects.toThrow(/without its workspace/);
    await untouched();
  });

  test('values are values, never SQL', async () => {
    const name = `'; DELETE FROM "RepName"; --`;
    expect(await ours.rows`SELECT "name" FROM "RepName" WHERE "workspaceId" = ${WORKSPACE} AND "name" = ${name}`).toEqual([]);
    await untouched();
  });
});

test('every operation of the client is narrowed', () => {
  const operations = [
    'findUnique',
    'findUniqueOrThrow',
    'findFirst',
    'findFirstOrThrow',
    'findMany',
    'update',
    'updateMany',
    'updateManyAndReturn',
    'delete',
    'deleteMany',
    'count',
    'aggregate',
    'groupBy',
  ];
  for (const operation of operations) {
    expect(scopeArgs('Touch', operation, { where: { workspaceId: 'other', id: '1' } }, 'own')).toEqual({
      where: { workspaceId: 'own', id: '1' },
    });
    expect(scopeArgs('Workspace', operation, undefined, 'own')).toEqual({ where: { id: 'own' } });
  }
});
