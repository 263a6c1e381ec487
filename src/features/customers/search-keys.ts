import { initialsOf } from './initials.ts';

export interface Searchable {
  readonly name: string;
  readonly company?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Case, width and spaces do not count when a name is looked for. */
export const foldForSearch = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

const cjk = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** As many last digits as people read out. */
const ending = 4;

function pieces(text: string): string[] {
  const characters = [...text];
  return characters.flatMap((character, at) => {
    const pair = at + 1 < characters.length ? [character + characters[at + 1]] : [];
    return cjk.test(character) ? [character, ...pair] : pair;
  });
}

/**
 * A trigram index does not help with the two characters of a Chinese or Korean name, so each customer carries the keys
 * it can be found by: every pair of neighbours, single characters of Chinese and Korean, phone ending, mail.
 */
export function searchColumns(customer: Searchable): { readonly searchText: string; readonly searchKeys: string[] } {
  const parts = [customer.name, customer.company ?? '']
    .flatMap((part) => [foldForSearch(part), ...initialsOf(part).split(' ').map(foldForSearch)])
    .filter((part) => part !== '');
  const keys = new Set(parts.flatMap(pieces));
  const digits = customer.phone?.replace(/\D/g, '') ?? '';
  if (digits.length >= ending) keys.add(`#${digits.slice(-ending)}`);
  if (customer.email) keys.add(`@${customer.email.toLowerCase()}`);
  return { searchText: parts.join('\n'), searchKeys: [...keys] };
}

export interface SearchQuery {
  /** Keys a customer must all have to be found by a text, and the text to check against. */
  readonly keys: string[];
  readonly text: string;
  /** The one key that a mail or the end of a number is kept under. */
  readonly whole: string | undefined;
  /** The number that was typed, without the zero or plus in front. */
  readonly digits: string | undefined;
}

/** A mail or number may be a customer's, or stand in a name ('Studio 2000'). */
export function searchQuery(query: string): SearchQuery {
  const trimmed = query.trim();
  const text = foldForSearch(trimmed);
  const digits = trimmed.replace(/[\s().+-]/g, '');
  const number = /^\d+$/.test(digits) && digits.length >= ending ? digits : undefined;
  const mail = /^\S+@\S+$/.test(trimmed) ? `@${trimmed.toLowerCase()}` : undefined;
  return { keys: pieces(text), text, whole: number ? `#${number.slice(-ending)}` : mail, digits: number?.replace(/^0+/, '') };
}
