import { headOf } from '../../chat/clip-text.ts';

/** What somebody wrote, shortened to stand in a line of a card. */
export const oneLine = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${headOf(line, most - 1).replace(/[\s\p{P}]+$/u, '')}…`;
};
