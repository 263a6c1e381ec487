import { describe, expect, it } from 'vitest';
import { type LanguageCode, languageCodes, languages, type Words } from '../../src/languages/index.ts';

type Sentence = (...params: readonly unknown[]) => string;
interface Leaf {
  readonly path: string;
  readonly value: string | Sentence;
}

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value === 'function') return [{ path, value: value as Sentence }];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** What people type is not said. */
const said = (code: LanguageCode) => leaves(languages[code]).filter(({ path }) => !/(?:\.names|Words)\b/.test(path));

const marks = [41, 42, 43, 44, 45, 46];
/** Figures serve as names too; only a few sentences need more of what they are given. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'people.alreadyAsked': [[['41', '42']]],
  'customers.create': [['41'], ['']],
  'errors.refused': [['stranger'], ['guest'], ['not-installed']],
  'errors.storeDown': [[true], [false]],
  'errors.bug': [
    [true, '41'],
    [false, '41'],
  ],
};

/** As a sentence is said of several, of one, and of nothing. */
function spoken({ path, value }: Leaf, code: LanguageCode): readonly string[] {
  if (typeof value === 'string') return [value];
  const params = samples[path] ?? [marks, marks.map(() => 1), marks.map(() => 0)];
  return params
    .map((each) => {
      try {
        return value(...each);
      } catch {
        // A name is asked for, not a figure.
        return value(...each.map(String));
      }
    })
    .map((text) => (typeof text === 'string' ? text : `${code} ${path} is no text`));
}

describe.each(languageCodes)('%s', (code) => {
  it('says something everywhere, and no undefined', () => {
    const faulty = said(code)
      .filter(({ path }) => !/\.usage$/.test(path))
      .filter((leaf) => spoken(leaf, code).some((text) => text.trim() === '' || /undefined|NaN|\[object/.test(text)));
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });

  it('titles of forms fit Slack’s 24 characters', () => {
    const words: Words = languages[code];
    const titles = [
      words.chat.loadingTitle,
      words.snooze.title,
      words.log.title,
      words.log.correct,
      words.customers.find,
      words.customers.edit,
      words.customers.createTitle,
      words.sale.title,
      words.people.add,
      words.settings.title,
      words.review.title,
      words.phrases.add,
    ];
    const buttons = [
      words.common.save,
      words.common.cancel,
      words.common.open,
      words.people.letIn,
      words.snooze.button,
      words.chat.close,
      words.review.submit,
    ];
    expect([...titles, ...buttons].filter((text) => text.length > 24)).toEqual([]);
  });

  it('descriptions of commands stay on one line', () => {
    expect(Object.values(languages[code].commands).filter(({ description }) => description.length > 100)).toEqual([]);
  });
});

/** What is typed as it stands: tiers, countries, months, and a rule of RFC 5545. */
const rules = ['a', 'b', 'c', 'm', 'kr', 'cn', 'rfc', 'freq', 'monthly', 'byday', 'mo', 'bymonthday', 'dtstart'];
/** Names, formats, units and the words of the command line. */
const latinAllowed = new Set([
  'slack',
  'microsoft',
  'teams',
  'csv',
  'hubspot',
  'shopify',
  'utf',
  'mb',
  'npx',
  'aftercare',
  'import',
  'doctor',
  ...rules,
]);

describe.each(['zh', 'ko'] as const)('%s', (code) => {
  it('has no English left', () => {
    const left = said(code).flatMap((leaf) =>
      spoken(leaf, code).flatMap((text) =>
        // What a template fills in is typed as it stands: {name}.
        (text.replaceAll(/\{[a-z]+\}/g, '').match(/[A-Za-z]+/g) ?? [])
          .filter((word) => !latinAllowed.has(word.toLowerCase()))
          .map((word) => `${leaf.path}: ${word}`),
      ),
    );
    expect(left).toEqual([]);
  });

  it('tells all that the English sentence tells', () => {
    const english = new Map(said('en').map((leaf) => [leaf.path, leaf]));
    const lost = said(code).flatMap((leaf) => {
      const model = english.get(leaf.path);
      const [own = ''] = spoken(leaf, code);
      const [other = ''] = model ? spoken(model, 'en') : [];
      return [...marks.map(String)]
        .filter((mark) => other.includes(mark) && !own.includes(mark))
        .map((mark) => `${leaf.path}: ${mark}`);
    });
    expect(lost).toEqual([]);
  });

  it('keeps buttons short enough for a phone', () => {
    const words: Words = languages[code];
    const { log, snooze, customers, sale, people, help, followups, common, review, phrases, rules } = words;
    const buttons = [
      ...Object.values(common),
      ...Object.values(log.giveUp),
      ...Object.values(snooze.presets),
      ...[log.button, log.correct, snooze.button, customers.edit, customers.goOn, sale.button],
      ...[people.letIn, people.refuse, people.add, people.change, people.remove, people.ask],
      ...[review.button, review.notHere, review.use, review.edit],
      ...[phrases.add, phrases.remove, phrases.on, phrases.drop, rules.demote, rules.restore, rules.show],
      ...[help.show, help.people, help.import, followups.show, followups.week],
    ];
    expect(buttons.filter((label) => label.length > 12)).toEqual([]);
  });
});

it('Chinese has full-width signs, and says 你', () => {
  const texts = said('zh').flatMap((leaf) => spoken(leaf, 'zh').map((text) => `${leaf.path}: ${text}`));
  expect(
    texts.filter((text) => /[\p{Script=Han}][,;:?!]|[,;?!](?=[\p{Script=Han}])/u.test(text.slice(text.indexOf(': ') + 2))),
  ).toEqual([]);
  // What is to be said to a customer stands in quotation marks.
  expect(texts.filter((text) => text.replaceAll(/“[^”]*”/g, '').includes('您'))).toEqual([]);
});

it('Korean statements end in 합니다, requests in 세요', () => {
  const texts = said('ko')
    .filter(({ path }) => !path.startsWith('commands.'))
    .flatMap((leaf) =>
      spoken(leaf, 'ko')
        .flatMap((text) => text.split(/(?<=[.?!])\s/))
        .map((text) => `${leaf.path}: ${text}`),
    );
  expect(texts.filter((text) => /(?:해요|했어요|돼요|됐어요|이에요|예요|있어요|없어요|할게요)[.?!]?$/.test(text))).toEqual([]);
});

it('Korean leaves no particle open', () => {
  expect(
    said('ko')
      .flatMap((leaf) => spoken(leaf, 'ko'))
      .filter((text) => /\((?:이|가|은|는|을|를|와|과|으)\)/.test(text)),
  ).toEqual([]);
});
