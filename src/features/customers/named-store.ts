import { type Reads, WORKSPACE } from '../../store/index.ts';
import { foldForSearch } from './search-keys.ts';

/** A word of a name is as long at least; shorter ones stand in every sentence. */
const fewest = 2;

export interface Named {
  readonly id: string;
  /** What of the name stands in the text. */
  readonly said: string;
}

/**
 * Customers that a sentence names: by their whole name wherever it stands, as in '问王丽热水器' and '김지수에게', else by a word of
 * it, as in 'call Kim tomorrow'. A Latin name of one word has to stand by itself ('Al' is not in 'call'). Of whole names the longest counts. Reads through the workspace's customers, so it is asked
 * only where the name could not be told from its place.
 */
export async function customersNamedIn(data: Reads, text: string, personId: string, limit: number): Promise<readonly Named[]> {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => word.length >= fewest);
  if (words.length === 0) return [];
  const rows = await data.rows<{ id: string; name: string; whole: boolean }>`
    SELECT "id", "name", "whole" FROM (
      SELECT "id", "name", "ownerId", "lastContactAt", char_length(split_part("searchText", E'\n', 1)) AS "long",
             (char_length(split_part("searchText", E'\n', 1)) >= ${fewest} AND "name" ~ '[ 가-힣一-鿿]' AND position(split_part("searchText", E'\n', 1) in ${foldForSearch(text)}) > 0) AS "whole",
             regexp_split_to_array(lower("name"), '[[:space:].,;:()·&/-]+') && ${words}::text[] AS "part"
      FROM "Customer" WHERE "workspaceId" = ${WORKSPACE}
    ) c
    WHERE "whole" OR "part"
    ORDER BY "whole" DESC, CASE WHEN "whole" THEN "long" END DESC NULLS LAST, ("ownerId" = ${personId}::uuid) IS TRUE DESC, "lastContactAt" DESC NULLS LAST, "name"
    LIMIT ${limit}`;
  const [first] = rows;
  if (!first) return [];
  if (first.whole) {
    const same = rows.filter(({ whole, name }) => whole && foldForSearch(name) === foldForSearch(first.name));
    return same.map(({ id, name }) => ({ id, said: name }));
  }
  const saidOf = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s.,;:()·&/-]+/u)
      .find((word) => words.includes(word)) ?? name;
  return rows.map(({ id, name }) => ({ id, said: saidOf(name) }));
}
