import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, type Searchable, searchColumns, searchQuery } from '../../../src/features/customers/search-keys.ts';
import { anyText } from '../../support/any-text.ts';

/** What the database does with the columns, in a few lines. */
function isFound(customer: Searchable, query: string): boolean {
  const { searchText, searchKeys } = searchColumns(customer);
  const { keys, text, whole } = searchQuery(query);
  const has = (key: string) => searchKeys.includes(key);
  return (whole !== undefined && has(whole)) || (text !== '' && keys.every(has) && searchText.includes(text));
}

describe('found', () => {
  const cases: readonly [query: string, customer: Searchable][] = [
    ['min', { name: 'Kim Minji' }],
    ['KIM MINJI', { name: 'Kim Minji' }],
    ['kimminji', { name: 'Kim Minji' }],
    ['nji', { name: 'Kim Minji' }],
    ['k', { name: 'Kim Minji' }],
    ['O’Neil', { name: "O'Neil" }],
    ['oneil', { name: "O'Neil" }],
    ['jean pierre', { name: 'Jean-Pierre' }],
    ['민지', { name: '김민지' }],
    ['김', { name: '김민지' }],
    ['ㄱㅁㅈ', { name: '김민지' }],
    ['ㅁㅈ', { name: '김민지' }],
    ['小明', { name: '王小明' }],
    ['明', { name: '王小明' }],
    ['wxm', { name: '王小明' }],
    ['XM', { name: '王小明' }],
    ['ｋｉｍ', { name: 'Kim Minji' }],
    ['hanbit', { name: '김민지', company: 'Hanbit Trading' }],
    ['한빛', { name: 'Kim', company: '한빛상사' }],
    ['ㅎㅂ', { name: 'Kim', company: '한빛상사' }],
    ['5678', { name: 'Kim', phone: '010-1234-5678' }],
    ['010 1234 5678', { name: 'Kim', phone: '+82 10-1234-5678' }],
    ['Kim@Example.com', { name: 'Kim', email: 'kim@example.com' }],
    // A name may have digits or an @, too.
    ['2000', { name: 'Studio 2000' }],
    ['12345', { name: 'Depot 12345' }],
    ['at@home', { name: 'Salon at@home' }],
  ];
  test.each(cases)('%s: %j', (query, customer) => {
    expect(isFound(customer, query)).toBe(true);
  });
});

describe('not found', () => {
  const cases: readonly [query: string, customer: Searchable][] = [
    ['mia', { name: 'Kim Minji' }],
    ['민정', { name: '김민지' }],
    ['ㅈㅁ', { name: '김민지' }],
    ['mx', { name: '王小明' }],
    ['1234', { name: 'Kim', phone: '010-1234-5678' }],
    ['kim@example.org', { name: 'Kim', email: 'kim@example.com' }],
    // Name and company are two texts, not one.
    ['jihan', { name: 'Minji', company: 'Hanbit' }],
    ['?!', { name: 'Kim Minji' }],
  ];
  test.each(cases)('%s: %j', (query, customer) => {
    expect(isFound(customer, query)).toBe(false);
  });
});

const letter = fc.oneof(
  fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzÄÖÜéñABCXYZ0123456789'),
  fc.constantFrom(...'김이박최정민지서준현우한빛상사꽃뷁'),
  fc.constantFrom(...'王李张小明大伟陈曉龍𠮷'),
);
const name = fc.array(fc.oneof({ weight: 6, arbitrary: letter }, fc.constantFrom(' ', '-', '.', '&', '@')), {
  minLength: 2,
  maxLength: 14,
});

test('a customer is found by every substring of two or more characters of its name', () => {
  fc.assert(
    fc.property(name, (characters) => {
      const customer = { name: characters.join('') };
      for (let from = 0; from < characters.length; from += 1) {
        for (let to = from + 2; to <= characters.length; to += 1) {
          const part = characters.slice(from, to).join('');
          if (foldForSearch(part) !== '' && !isFound(customer, part))
            throw new Error(`'${part}' does not find '${customer.name}'`);
        }
      }
    }),
  );
});

test('never throws, and never keeps an empty key', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (text, query) => {
      expect(searchColumns({ name: text, company: text, phone: text, email: text }).searchKeys).not.toContain('');
      expect(searchQuery(query).keys).not.toContain('');
    }),
  );
});
