import { languages } from '../../languages/index.ts';

export interface ReviewText {
  readonly draft: string;
  readonly complaint?: string;
}

type Part = 'draft' | 'complaint';

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*');
const namesOf = (key: 'complaintWords' | 'draftWords') =>
  Object.values(languages)
    .flatMap(({ review }) => review[key])
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** `customer: …` and `reply: …` at the beginning of a line, in any of our languages. */
const heading = new RegExp(`^[ \\t]*(?:(${namesOf('complaintWords')})|(${namesOf('draftWords')}))[ \\t]*[:：]`, 'gimu');
/** Lines that a mail client or chat marks as somebody else's. */
const quoteLine = /^[ \t]*>[ \t]?(.*)$/;

/** What stands quoted above the reply is what it answers. */
function quotedAbove(text: string): ReviewText {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && !quoteLine.test(line));
  const above = lines.slice(0, end < 0 ? undefined : end);
  const complaint = above.map((line) => quoteLine.exec(line)?.[1] ?? '').join('\n').trim(); // biome-ignore format: one chain
  if (complaint === '') return { draft: text.trim() };
  return { complaint, draft: end < 0 ? '' : lines.slice(end).join('\n').trim() };
}

/**
 * Reads a message: the reply alone; the customer's words and the reply, each after its name and a colon; or the customer's
 * words quoted above the reply. An empty `draft`: only the customer's words are there.
 */
export function readReviewText(text: string): ReviewText {
  const marks = [...text.matchAll(heading)].map((hit) => ({
    part: (hit[1] === undefined ? 'draft' : 'complaint') as Part,
    start: hit.index,
    end: hit.index + hit[0].length,
  }));
  // A reply may say 'Reply:' itself; without the customer's words before or after it there is nothing to part.
  if (!marks.some(({ part }) => part === 'complaint')) return quotedAbove(text);
  const parts: Record<Part, string[]> = { draft: [text.slice(0, marks[0]?.start)], complaint: [] };
  marks.forEach(({ part, end }, at) => {
    parts[part].push(text.slice(end, marks[at + 1]?.start));
  });
  const joined = (part: Part) => parts[part].map((piece) => piece.trim()).filter(Boolean).join('\n'); // biome-ignore format: one chain
  return { draft: joined('draft'), complaint: joined('complaint') };
}
