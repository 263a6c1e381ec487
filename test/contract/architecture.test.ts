import { describe, expect, test } from 'vitest';
import { readProjectFile, type Source, sourcesBelow } from '../support/sources.ts';

const sources = sourcesBelow('src');
const paths = new Set(sources.map(({ path }) => path));
const below = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));

/** Every import of these files that is not allowed, as `file -> what`. */
const offences = (files: readonly Source[], allowed: (to: string, from: Source, typeOnly: boolean) => boolean) =>
  files.flatMap((from) =>
    from.imports.filter(({ to, typeOnly }) => !allowed(to, from, typeOnly)).map(({ to }) => `${from.path} -> ${to}`),
  );

const own = (to: string) => to.startsWith('src/');
const into = (to: string, ...folders: readonly string[]) => folders.some((folder) => to.startsWith(`src/${folder}`));

test('every import of ours leads to a file that is there', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(offences(sources, (to) => !own(to) || paths.has(to) || into(to, 'store/generated/'))).toEqual([]);
});

describe('directions', () => {
  const rooms: readonly [room: string, mayImport: readonly string[]][] = [
    ['advisor/', ['advisor/', 'calendar/', 'chat/', 'coach/', 'store/index.ts', 'store/dates.ts', 'app/clock.ts', 'log.ts']],
    ['calendar/', ['calendar/']],
    ['chat/', ['chat/']],
    ['coach/', ['coach/', 'calendar/']],
    ['files/', ['files/']],
    ['languages/', ['languages/']],
    ['pages/', ['pages/', 'languages/', 'http.ts']],
    ['platforms/slack/', ['platforms/slack/', 'chat/']],
    ['playground/', ['playground/']],
    ['store/', ['store/', 'calendar/']],
  ];
  test.each(rooms)('%s imports only %j', (room, mayImport) => {
    expect(below(`src/${room}`).length).toBeGreaterThan(1);
    expect(offences(below(`src/${room}`), (to) => !own(to) || into(to, ...mayImport))).toEqual([]);
  });

  test('a feature imports app, pure rooms, and the index of earlier features only', () => {
    const list = readProjectFile('src/app/features.ts').match(/Feature\[\] = \[([^\]]+)\]/)?.[1] ?? '';
    const order = list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    expect(order.length).toBeGreaterThan(4);
    const featureOf = (path: string) => path.split('/')[2] ?? '';
    const shared = [
      'app/',
      'chat/',
      'coach/',
      'calendar/',
      'languages/',
      'files/',
      'store/index.ts',
      'store/dates.ts',
      'queue.ts',
      'log.ts',
      'http.ts',
    ];
    const allowed = (to: string, from: Source) => {
      if (!own(to) || into(to, ...shared) || featureOf(to) === featureOf(from.path)) return true;
      return /^src\/features\/[^/]+\/index\.ts$/.test(to) && order.indexOf(featureOf(to)) < order.indexOf(featureOf(from.path));
    };
    expect(
      below('src/features/')
        .filter(({ path }) => !order.includes(featureOf(path)))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(offences(below('src/features/'), allowed)).toEqual([]);
  });

  test('the app knows features only in its list, and no platform but for the manifests', () => {
    const allowed = (to: string, { path }: Source) =>
      (!into(to, 'features/') || path === 'src/app/features.ts') &&
      (!into(to, 'platforms/') || path === 'src/app/manifests.ts') &&
      !into(to, 'playground/', 'cli/', 'config.ts');
    expect(offences(below('src/app/'), allowed)).toEqual([]);
  });

  test('nobody imports main', () => expect(offences(sources, (to) => to !== 'src/main.ts')).toEqual([]));
});

describe('doors', () => {
  test('the generated client is known to the store alone', () => {
    expect(offences(sources, (to, { path }) => !/generated|@prisma|pglite/.test(to) || path.startsWith('src/store/'))).toEqual(
      [],
    );
  });

  const doors: readonly [pattern: RegExp, what: string, where: RegExp][] = [
    [
      /\b(?:\.db\.|\.rows[<`]|\.execute[<`]|\$queryRaw|\$executeRaw|prisma\.)/,
      'queries stand in stores',
      /^src\/(store\/|advisor\/store\.ts|features\/[^/]+\/([a-z-]*store|bulk|reps|install)\.ts|cli\/|app\/once\.ts|queue\.ts)/,
    ],
    [/process\.env/, 'settings are read in one place', /^src\/config\.ts$/],
    [/\bDate\.now\(\)|new Date\(\)/, 'the time is asked in one place', /^src\/(app\/clock\.ts|playground\/)/],
  ];
  test.each(doors)('%s: %s', (pattern, _what, where) => {
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(sources.filter(({ path, text }) => !where.test(path) && pattern.test(code(text))).map(({ path }) => path)).toEqual([]);
  });

  test('each package is imported from one file or folder', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readProjectFile('package.json'));
    const places: Record<string, RegExp> = {
      '@slack/bolt': /^src\/platforms\/slack\/(transport|socket[^/]*)\.ts$/,
      'pg-boss': /^src\/queue\.ts$/,
      openai: /^src\/advisor\/ask-model\.ts$/,
      luxon: /^src\/(calendar|files)\//,
      pino: /^src\/log\.ts$/,
      zod: /^src\//,
    };
    const room = (path: string) =>
      path
        .split('/')
        .slice(0, path.startsWith('src/features/') ? 3 : 2)
        .join('/');
    const wrong = Object.keys(dependencies).flatMap((name) => {
      const users = sources
        .filter(({ imports }) => imports.some(({ to, typeOnly }) => to === name && !typeOnly))
        .map(({ path }) => path);
      const place = places[name];
      if (place) return users.filter((path) => !place.test(path)).map((path) => `${name} in ${path}`);
      return new Set(users.map(room)).size > 1 ? [`${name} in ${users.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

test('no imports go round in circles', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ to, typeOnly }) => own(to) && !typeOnly).map(({ to }) => to)]),
  );
  const settled = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' -> ')];
    if (settled.has(path)) return [];
    const found = (graph.get(path) ?? []).flatMap((to) => walk(to, [...way, path]));
    settled.add(path);
    return found;
  };
  expect([...graph.keys()].flatMap((path) => walk(path, []))).toEqual([]);
});
